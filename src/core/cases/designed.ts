/**
 * @file A case as it stands when wire 1 has gone subintimal as designed and the IVUS catheter lies over it.
 *
 * Lets the command line, the start page, tests and benchmarks show a meaningful frame without playing a session.
 */
import { createTissue } from '../anatomy/create-tissue.ts';
import type { TissueEdit } from '../anatomy/edit.ts';
import { flowMmS } from '../anatomy/flow.ts';
import { MATERIAL } from '../anatomy/material.ts';
import { ROUTE_STEP_MM } from '../anatomy/route.ts';
import type { Anatomy, Tissue } from '../anatomy/tissue.ts';
import { mix, sampleEven, smoothstep } from '../math/interpolate.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import type { ImagingPose } from '../ultrasound/frame.ts';

export { caseTissue } from './anatomy-of.ts';

/** Half of the 4 Fr (1.33 mm) catheter: what the plane must open to. Hayakawa 2022, CVIR Endovasc 5:18. */
export const CATHETER_RADIUS_MM = 0.665;
/** Imaging window 2.6 Fr (0.87 mm) across; wire 1 (0.014 inch) lies against it. Background knowledge, not confirmed. */
export const WINDOW_RADIUS_MM = 0.435;
export const WIRE1_RADIUS_MM = 0.178;
/** Catheter axis and wire on either side of the hole's centre, so that both just fit in it, mm. */
const AXIS_OFFSET_MM = 0.2;
const WIRE_OFFSET_MM = 0.62;
/** The catheter slides from mid-lumen to the cleft's start over this length, mm. ASSUMED. */
const APPROACH_MM = 15;
/** Roll nobody has registered yet, rad: any value does. */
const DEFAULT_ROLL_RAD = 0.6;

/** Middle of the bundle of catheter and wire at a station, mm: mid-lumen proximally, then along the cleft. */
export const designedPath = (anatomy: Anatomy, s: number): { x: number; y: number } => {
  const { cleft } = anatomy.target;
  const blend = smoothstep(cleft.startMm - APPROACH_MM, cleft.startMm, s);
  return {
    x: mix(0, sampleEven(cleft.x, cleft.startMm, cleft.stepMm, s), blend),
    y: mix(0, sampleEven(cleft.y, cleft.startMm, cleft.stepMm, s), blend),
  };
};

/** Directions and step, mm, in which the room around the path is probed. */
const PROBES = 24;
const PROBE_STEP_MM = 0.03;

/** Distance from a point to the nearest solid tissue at its station, mm, up to the catheter's radius. */
const roomAt = (tissue: Tissue, s: number, x: number, y: number): number => {
  for (let d = 0; d < CATHETER_RADIUS_MM; d += PROBE_STEP_MM) {
    for (let k = 0; k < (d === 0 ? 1 : PROBES); k++) {
      const angle = (TAU * k) / PROBES;
      const m = tissue.referenceMaterialAt(s, x + d * cos(angle), y + d * sin(angle));
      if (m !== MATERIAL.blood) return Math.max(0, d - PROBE_STEP_MM);
    }
  }
  return CATHETER_RADIUS_MM;
};

/**
 * Radius the plane must open to at a station, mm. While the middle is still in blood the hole only has to push the
 * nearest tissue clear of the catheter: sqrt(room^2 + R^2) = catheter radius.
 */
const openingAt = (tissue: Tissue, s: number, x: number, y: number): number => {
  const room = roomAt(tissue, s, x, y);
  const blindEnd = Math.sqrt(smoothstep(0, 4, tissue.anatomy.target.cleft.endMm - s));
  return blindEnd * Math.sqrt(CATHETER_RADIUS_MM * CATHETER_RADIUS_MM - room * room);
};

/** Opens the plane along the cleft, and the way to it, for the catheter; ascending stations, fit for `Tissue.apply`. */
export const designedEdits = (anatomy: Anatomy): TissueEdit[] => {
  const { cleft, wall } = anatomy.target;
  const tissue = createTissue(anatomy);
  const first = Math.max(0, Math.ceil((cleft.startMm - APPROACH_MM - wall.startMm) / ROUTE_STEP_MM));
  const last = Math.floor((cleft.endMm - wall.startMm) / ROUTE_STEP_MM);
  const edits: TissueEdit[] = [];
  for (let index = first; index <= last; index++) {
    const s = wall.startMm + index * ROUTE_STEP_MM;
    const { x, y } = designedPath(anatomy, s);
    const radiusMm = openingAt(tissue, s, x, y);
    if (radiusMm <= 0) continue;
    edits.push({ kind: 'open', channel: 'plane', index, xRef: x, yRef: y, radiusMm });
  }
  return edits;
};

/**
 * Where the imaging window lies at station s with wire 1 beside it at azimuth `rollRad` from n1.
 * Stations beyond the cleft's blind end are held at that end's position.
 */
export const designedPose = (anatomy: Anatomy, s: number, rollRad = DEFAULT_ROLL_RAD): ImagingPose => {
  const centre = designedPath(anatomy, s);
  const ahead = designedPath(anatomy, s + 1);
  const behind = designedPath(anatomy, s - 1);
  const dxds = (ahead.x - behind.x) / 2;
  const dyds = (ahead.y - behind.y) / 2;
  const c = cos(rollRad);
  const d = sin(rollRad);
  const x = centre.x - AXIS_OFFSET_MM * c;
  const y = centre.y - AXIS_OFFSET_MM * d;
  return {
    s,
    x,
    y,
    dxds,
    dyds,
    rollRad,
    sheathRadiusMm: WINDOW_RADIUS_MM,
    flowMmS: flowMmS(anatomy.target.occlusion, s),
    wires: [
      {
        x: x + WIRE_OFFSET_MM * c,
        y: y + WIRE_OFFSET_MM * d,
        radiusMm: WIRE1_RADIUS_MM,
        dxds,
        dyds,
        device: 'wire1',
      },
    ],
  };
};
