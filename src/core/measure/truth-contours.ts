/**
 * @file The anatomical truth as it lies on one IVUS image: wall surfaces, calcium, opened plane.
 *
 * The surfaces are stored in the unopened tissue; here they are carried to where the devices have pushed them, then
 * seen from the catheter. The image plane is perpendicular to the catheter: a point beside the axis by (dx, dy) lies
 * in it at a station -(dx dxds + dy dyds) further on. Angles ignore the slope (an error of its square: 0.3 deg at 0.1).
 */
import type { OpeningChannel } from '../anatomy/edit.ts';
import { MATERIAL } from '../anatomy/material.ts';
import type { Hole, Tissue, WallMaps } from '../anatomy/tissue.ts';
import { TAU } from '../math/trig.ts';
import { wrapTurn } from './clock.ts';

/** Where the image was taken, route coordinates: mm, and the azimuth of line 0 from n1, rad. */
export interface ImagePlane {
  readonly s: number;
  readonly x: number;
  readonly y: number;
  readonly rollRad: number;
  /** Slope of the catheter axis. */
  readonly dxds: number;
  readonly dyds: number;
}

/** A closed line on the image, interleaved: psi (rad), range (mm), psi, range ... */
export type ImageContour = Float32Array;

export interface CalciumRun {
  readonly psi: number;
  readonly innerMm: number;
  readonly outerMm: number;
}

export interface ImageHole {
  readonly channel: OpeningChannel;
  readonly psi: number;
  readonly rangeMm: number;
  readonly radiusMm: number;
}

export interface TruthContours {
  readonly lumen: ImageContour;
  readonly iel: ImageContour;
  readonly eem: ImageContour;
  /** Calcium along evenly spaced lines, inner to outer edge. */
  readonly calcium: readonly CalciumRun[];
  readonly holes: readonly ImageHole[];
}

/** psi (rad) and range (mm) of a deformed point (mm, route coordinates) seen from the catheter. */
export const polarFromPlane = (plane: ImagePlane, x: number, y: number): { psi: number; rangeMm: number } => {
  const dx = x - plane.x;
  const dy = y - plane.y;
  const ds = stationShift(plane, dx, dy);
  return { psi: wrapTurn(Math.atan2(dy, dx) - plane.rollRad), rangeMm: Math.hypot(dx, dy, ds) };
};

/** How much further along the vessel the image plane lies at an offset from the catheter axis, mm. */
const stationShift = (plane: ImagePlane, dx: number, dy: number): number =>
  -(dx * plane.dxds + dy * plane.dyds);

/** Radius of a wall surface at a station (mm) and angle (rad from n1), linear between the stored ones; mm. */
export const wallRadius = (wall: WallMaps, surface: Float32Array, s: number, angleRad: number): number => {
  const row = Math.min(wall.stations - 1, Math.max(0, (s - wall.startMm) / wall.stepMm));
  const r0 = Math.min(Math.max(0, wall.stations - 2), Math.floor(row));
  const r1 = Math.min(wall.stations - 1, r0 + 1);
  const column = (wrapTurn(angleRad) * wall.angles) / TAU;
  const floor = Math.floor(column);
  const c0 = floor % wall.angles;
  const c1 = (floor + 1) % wall.angles;
  const u = column - floor;
  const at = (r: number): number =>
    surface[r * wall.angles + c0]! * (1 - u) + surface[r * wall.angles + c1]! * u;
  return at(r0) * (1 - (row - r0)) + at(r1) * (row - r0);
};

/** First points on a surface; a surface wraps closely about a hole, so gaps above LONGEST_GAP_MM are split. */
const COARSE_POINTS = 96;
const LONGEST_GAP_MM = 0.08;
const MOST_SPLITS = 7;

interface Point {
  readonly angle: number;
  readonly x: number;
  readonly y: number;
}

const surfaceContour = (tissue: Tissue, surface: Float32Array, plane: ImagePlane): ImageContour => {
  const { wall } = tissue.anatomy.target;
  const moved = { x: 0, y: 0 };
  const pointAt = (angle: number): Point => {
    // Twice: the first answer says how far along the vessel the plane meets the surface on this side.
    let s = plane.s;
    for (let round = 0; round < 2; round++) {
      const radius = wallRadius(wall, surface, s, angle);
      tissue.toDeformed(s, radius * Math.cos(angle), radius * Math.sin(angle), moved);
      s = plane.s + stationShift(plane, moved.x - plane.x, moved.y - plane.y);
    }
    return { angle, x: moved.x, y: moved.y };
  };
  const out: number[] = [];
  const emit = (p: Point): void => {
    const { psi, rangeMm } = polarFromPlane(plane, p.x, p.y);
    out.push(psi, rangeMm);
  };
  const between = (a: Point, b: Point, splits: number): void => {
    if (splits === 0 || Math.hypot(a.x - b.x, a.y - b.y) <= LONGEST_GAP_MM) return;
    const middle = pointAt((a.angle + b.angle) / 2);
    between(a, middle, splits - 1);
    emit(middle);
    between(middle, b, splits - 1);
  };
  let previous = pointAt(0);
  for (let j = 1; j <= COARSE_POINTS; j++) {
    const next = pointAt((TAU * j) / COARSE_POINTS);
    emit(previous);
    between(previous, next, MOST_SPLITS);
    previous = next;
  }
  return Float32Array.from(out);
};

/** Calcium is looked up where the image looks it up; a thinner sheet than the step may be missed. */
const CALCIUM_LINES = 240;
const CALCIUM_STEP_MM = 0.03;

const calciumRuns = (tissue: Tissue, plane: ImagePlane, depthMm: number): CalciumRun[] => {
  const runs: CalciumRun[] = [];
  for (let line = 0; line < CALCIUM_LINES; line++) {
    const psi = (TAU * line) / CALCIUM_LINES;
    const cos = Math.cos(psi + plane.rollRad);
    const sin = Math.sin(psi + plane.rollRad);
    const ds = stationShift(plane, cos, sin);
    const perMm = 1 / Math.hypot(1, ds);
    let innerMm: number | null = null;
    for (let range = 0; range <= depthMm; range += CALCIUM_STEP_MM) {
      const out = range * perMm;
      const material = tissue.materialAt(plane.s + out * ds, plane.x + out * cos, plane.y + out * sin);
      const calcified = material === MATERIAL.calcium && range + CALCIUM_STEP_MM <= depthMm;
      if (calcified) innerMm ??= range;
      else if (innerMm !== null) {
        runs.push({ psi, innerMm, outerMm: range });
        innerMm = null;
      }
    }
  }
  return runs;
};

const CHANNELS: readonly OpeningChannel[] = ['plane', 'track'];

const imageHoles = (tissue: Tissue, plane: ImagePlane): ImageHole[] => {
  const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
  return CHANNELS.filter((channel) => tissue.holeAt(channel, plane.s, hole) && hole.radiusMm > 0).map(
    (channel) => {
      tissue.holeAt(channel, plane.s, hole);
      return { channel, ...polarFromPlane(plane, hole.x, hole.y), radiusMm: hole.radiusMm };
    },
  );
};

/** Everything true about one image, out to `depthMm` from the catheter axis. A few ms: not for every screen frame. */
export const truthContours = (tissue: Tissue, plane: ImagePlane, depthMm: number): TruthContours => {
  const { wall } = tissue.anatomy.target;
  return {
    lumen: surfaceContour(tissue, wall.lumen, plane),
    iel: surfaceContour(tissue, wall.iel, plane),
    eem: surfaceContour(tissue, wall.eem, plane),
    calcium: calciumRuns(tissue, plane, depthMm),
    holes: imageHoles(tissue, plane),
  };
};
