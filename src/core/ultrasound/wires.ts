/**
 * @file Guidewires in the imaging plane: a bright arc, a comet tail of ringing, repeats off the catheter, and shadow.
 *
 * A steel cylinder. Sound runs to and fro inside it at 5.8 mm/us, so its tail repeats every 2a x 1.54 / 5.8
 * (95 um for 0.356 mm).
 */

import type { Baseband } from './baseband.ts';
import { addEcho, addReflector, pointGain } from './echo.ts';
import type { ImagingPose, SlabWire } from './frame.ts';
import type { FramePlan } from './plan.ts';
import { beamWidthMm, ORBIT_MM, SPEED_MM_PER_US } from './probe.ts';
import type { SlabBasis } from './slab.ts';
import type { Trace } from './trace.ts';

const STEEL_REFLECTION = 0.93;
const STEEL_SPEED_MM_PER_US = 5.8;
/** Mirror-like share; the coiled tip of a wire is not quite smooth. ASSUMED. */
const SPECULAR = 0.85;
const ROUGH = 0.3;
const RINGS = 6;
/** Each ring against the one before (6 to 10 dB, ASSUMED). */
const RING_DECAY = 10 ** (-8 / 20);
/** First ring against the surface echo. ASSUMED. */
const RING_START = 10 ** (-11 / 20);
const CATHETER_REFLECTION = 0.28;
const REPEATS = 2;
/** Tilt of the wire out of the imaging plane's normal that weakens its echo to 1/e, rad; a floor keeps the coil's
 *  roughness visible. ASSUMED. */
const LEAN_RAD = 0.25;
const LEAN_FLOOR = 0.35;

/** A wire as the imaging plane sees it. */
interface Section {
  /** Range of its centre from the axis, mm, and its angle from line 0, rad. */
  readonly centreMm: number;
  readonly angleRad: number;
  readonly radiusMm: number;
  /** Loss by leaning, 0 .. 1. */
  readonly lean: number;
}

const sectionOf = (wire: SlabWire, pose: ImagingPose, basis: SlabBasis): Section => {
  const qx = wire.x - pose.x;
  const qy = wire.y - pose.y;
  const u = qx * basis.ux + qy * basis.uy;
  const v = qx * basis.vx + qy * basis.vy;
  const lx = wire.dxds - pose.dxds;
  const ly = wire.dyds - pose.dyds;
  const lean = Math.exp(-(lx * lx + ly * ly) / (LEAN_RAD * LEAN_RAD));
  return {
    centreMm: Math.sqrt(u * u + v * v),
    angleRad: Math.atan2(v, u),
    radiusMm: wire.radiusMm,
    lean: LEAN_FLOOR + (1 - LEAN_FLOOR) * lean,
  };
};

/** Range at which a line meets the wire, or Infinity. Nothing to see of a wire that contains the axis. */
const meets = (section: Section, angle: number): number => {
  const { centreMm, radiusMm } = section;
  if (centreMm <= radiusMm) return Number.POSITIVE_INFINITY;
  const off = angle - section.angleRad;
  const side = centreMm * Math.sin(off);
  const along = centreMm * Math.cos(off);
  if (along <= 0 || Math.abs(side) >= radiusMm) return Number.POSITIVE_INFINITY;
  return along - Math.sqrt(radiusMm * radiusMm - side * side);
};

/** Per traced line: the range at which a wire ends it. */
export const metalAlongLines = (
  pose: ImagingPose,
  basis: SlabBasis,
  plan: FramePlan,
  out: Float32Array,
): void => {
  out.fill(Number.POSITIVE_INFINITY);
  for (const wire of pose.wires) {
    const section = sectionOf(wire, pose, basis);
    for (let c = 0; c < plan.trace.lines; c++) {
      const r = meets(section, (2 * Math.PI * c) / plan.trace.lines);
      if (r < out[c]!) out[c] = r;
    }
  }
};

/** Adds the echoes of all wires. */
export const addWires = (
  pose: ImagingPose,
  basis: SlabBasis,
  plan: FramePlan,
  trace: Trace,
  out: Baseband,
): void => {
  for (const wire of pose.wires) drawWire(sectionOf(wire, pose, basis), pose, plan, trace, out);
};

const drawWire = (
  section: Section,
  pose: ImagingPose,
  plan: FramePlan,
  trace: Trace,
  out: Baseband,
): void => {
  const { lines, startMm, mmPerSample, samples, probe } = plan.settings;
  const { centreMm, radiusMm, angleRad, lean } = section;
  if (centreMm <= radiusMm) return;
  const front = centreMm - radiusMm;
  const k = Math.round((front - startMm) / mmPerSample);
  if (k < 0 || k >= samples) return;
  // a convex mirror spreads sound
  const spread = Math.sqrt(radiusMm / (radiusMm + front));
  const z = Math.max(0.3, front - ORBIT_MM);
  const limit = 0.86 * (beamWidthMm(probe.frequencyMHz, z) / z);
  const halfRad = Math.asin(radiusMm / centreMm);
  const first = Math.ceil((angleRad - halfRad) / plan.lineRad);
  const last = Math.floor((angleRad + halfRad) / plan.lineRad);
  const ring = (2 * radiusMm * SPEED_MM_PER_US) / STEEL_SPEED_MM_PER_US;
  const tiltOf = (i: number): number =>
    Math.asin(Math.min(1, Math.abs(centreMm * Math.sin(i * plan.lineRad - angleRad)) / radiusMm));
  const mirrorOf = (i: number): number => SPECULAR * Math.exp(-((tiltOf(i) / limit) ** 2));
  let covered = 0;
  for (let i = first; i <= last; i++) covered += mirrorOf(i);
  const point = pointGain(plan, front, covered);
  for (let i = first; i <= last; i++) {
    const line = ((i % lines) + lines) % lines;
    const r = meets(section, i * plan.lineRad);
    if (!Number.isFinite(r)) continue;
    const left = trace.atMetal[Math.round((line * plan.trace.lines) / lines) % plan.trace.lines]!;
    const arriving = STEEL_REFLECTION * plan.echoGain[k]! * spread * lean * left;
    const mirror = arriving * mirrorOf(i) * point;
    addReflector(out, plan, line, r, mirror, 0);
    addEcho(out, plan, line, r, arriving * (1 - SPECULAR) * ROUGH * Math.cos(tiltOf(i)), 0);
    let tail = mirror * RING_START;
    for (let n = 1; n <= RINGS; n++) {
      addReflector(out, plan, line, r + n * ring, tail, n / 2);
      tail *= RING_DECAY;
    }
    const gap = r - pose.sheathRadiusMm;
    if (gap < 0.08) continue;
    let again = mirror;
    for (let n = 1; n <= REPEATS; n++) {
      again *= left * STEEL_REFLECTION * CATHETER_REFLECTION * spread * ((r + (n - 1) * gap) / (r + n * gap));
      addReflector(out, plan, line, r + n * gap, again, 0);
    }
  }
};
