/** @file How well the C-arm stands: is the target, or wire 1, seen beside the transducer as wide as it can be? */
import { MAX_ANGLE_DEG, widestAngleDeg } from '../fluoro/c-arm.ts';
import type { Frame } from '../math/curve.ts';
import { atan2 } from '../math/trig.ts';

/** World azimuth of the transverse direction (dx, dy) in a vessel frame, rad from the patient's left to anterior. */
const worldAzimuth = (frame: Frame, dx: number, dy: number): number =>
  atan2(dx * frame.n1.y + dy * frame.n2.y, dx * frame.n1.x + dy * frame.n2.x);

/** Angle between two views, deg; a view from behind is the same view, so 0 .. 90. */
const viewDifference = (aDeg: number, bDeg: number): number => {
  const d = Math.abs(aDeg - bDeg) % 180;
  return Math.min(d, 180 - d);
};

/** The gantry angle within its limits from which the direction is seen widest, deg. */
const bestReachable = (frame: Frame, dx: number, dy: number): number => {
  const widest = widestAngleDeg(worldAzimuth(frame, dx, dy));
  return Math.min(MAX_ANGLE_DEG, Math.max(-MAX_ANGLE_DEG, widest));
};

/** A direction in the vessel's cross-section, mm along its two normals. */
export interface Direction {
  readonly dx: number;
  readonly dy: number;
}

/**
 * Smallest angle from the gantry to the best reachable view of any of the directions, deg 0 .. 90.
 * Two are worth seeing: transducer to true lumen, and transducer to wire 1, whose widest gap is the sign that
 * operators go by.
 */
export const viewErrorDeg = (frame: Frame, directions: readonly Direction[], angleDeg: number): number =>
  directions.reduce(
    (best, { dx, dy }) => Math.min(best, viewDifference(angleDeg, bestReachable(frame, dx, dy))),
    90,
  );
