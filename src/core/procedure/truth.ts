/**
 * @file What the model knows and the trainee must infer: where true lumen, plane and wire 2 lie as seen from the
 * transducer. Angles are measured about the catheter: psi from line 0, right-handed about the distal axis. Where the
 * image draws them on an uneven turn is `clock`.
 */
import type { Hole, Tissue, WallMaps } from '../anatomy/tissue.ts';
import { atan2, cos, DEG, sin, TAU, wrapAngle } from '../math/trig.ts';
import { clockOfPsi } from '../measure/clock.ts';
import type { ImagingPose } from '../ultrasound/frame.ts';
import { drawnAngle } from '../ultrasound/nurd.ts';

/** A place in the image plane as seen from the catheter axis. */
export interface Bearing {
  /** Deformed route coordinates, mm. */
  readonly x: number;
  readonly y: number;
  readonly distanceMm: number;
  /** Azimuth about the distal axis, rad from n1: anatomy's angle, whatever the catheter's roll. */
  readonly azimuthRad: number;
  /** True angle, rad in (-pi, pi] from line 0. */
  readonly psiRad: number;
  /** Hours at which the unmirrored image draws it, 0 .. 12. */
  readonly clock: number;
}

type Viewpoint = Pick<ImagingPose, 's' | 'x' | 'y' | 'rollRad' | 'nurd'>;

/** Bearing of the point (x, y) of the image plane. */
export const bearingOf = (pose: Viewpoint, x: number, y: number): Bearing => {
  const dx = x - pose.x;
  const dy = y - pose.y;
  const azimuthRad = atan2(dy, dx);
  const psiRad = wrapAngle(azimuthRad - pose.rollRad);
  const clock = clockOfPsi(drawnAngle(psiRad, pose.nurd));
  return { x, y, distanceMm: Math.sqrt(dx * dx + dy * dy), azimuthRad, psiRad, clock };
};

/** Original lumen radius at a station and a column of the wall's grid, linear between stations, mm. */
const lumenRadius = (wall: WallMaps, s: number, column: number): number => {
  const f = Math.min(wall.stations - 1, Math.max(0, (s - wall.startMm) / wall.stepMm));
  const i = Math.min(wall.stations - 2, Math.floor(f));
  const a = wall.lumen[i * wall.angles + column]!;
  const b = wall.lumen[(i + 1) * wall.angles + column]!;
  return a + (b - a) * (f - i);
};

/** Centre of area of the true lumen as it is now (pushed aside by devices), mm; inside the occlusion, of its plug. */
export const lumenCentreAt = (tissue: Tissue, s: number): { readonly x: number; readonly y: number } => {
  const { wall } = tissue.anatomy.target;
  const { angles } = wall;
  const p = { x: 0, y: 0 };
  const vertex = (j: number) => {
    const r = lumenRadius(wall, s, j);
    const a = (TAU * j) / angles;
    return tissue.toDeformed(s, r * cos(a), r * sin(a), p);
  };
  vertex(angles - 1);
  let { x: x0, y: y0 } = p;
  let area = 0;
  let cx = 0;
  let cy = 0;
  for (let j = 0; j < angles; j++) {
    vertex(j);
    const w = x0 * p.y - p.x * y0;
    area += w;
    cx += (x0 + p.x) * w;
    cy += (y0 + p.y) * w;
    x0 = p.x;
    y0 = p.y;
  }
  if (Math.abs(area) < 1e-9) return tissue.toDeformed(s, 0, 0, p);
  return { x: cx / (3 * area), y: cy / (3 * area) };
};

/** Truth at one transducer position; null for what is not there. */
export interface TruthAt {
  readonly trueLumen: Bearing;
  /** Centre of the opened plane, and its radius. */
  readonly plane: (Bearing & { readonly radiusMm: number }) | null;
  readonly wire2: Bearing | null;
}

export const truthAt = (tissue: Tissue, pose: ImagingPose): TruthAt => {
  const centre = lumenCentreAt(tissue, pose.s);
  const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
  const open = tissue.holeAt('plane', pose.s, hole);
  const wire2 = pose.wires.find((wire) => wire.device === 'wire2');
  return {
    trueLumen: bearingOf(pose, centre.x, centre.y),
    plane: open ? { ...bearingOf(pose, hole.x, hole.y), radiusMm: hole.radiusMm } : null,
    wire2: wire2 ? bearingOf(pose, wire2.x, wire2.y) : null,
  };
};

/** Unsigned angle between two directions, deg, 0 .. 180. */
export const angleBetweenDeg = (aRad: number, bRad: number): number => Math.abs(wrapAngle(aRad - bRad)) / DEG;
