/**
 * @file A quick polar angle for lookups in angular maps: the same bits in every engine, no table, no allocation.
 *
 * `trig.ts` is exact to the last bits and pays for it; a map with a column every few degrees needs 1e-7 rad.
 */
import { PI } from './trig.ts';

const TAN_PI_8 = 0.41421356237309503;

/** atan(t) for |t| <= tan(pi/8) by its Taylor series; truncation below 1.3e-7. */
const atanSmall = (t: number): number => {
  const z = t * t;
  return t * (1 + z * (-1 / 3 + z * (1 / 5 + z * (-1 / 7 + z * (1 / 9 + z * (-1 / 11 + z * (1 / 13)))))));
};

/** Angle of (x, y) in [0, 2 pi), error < 3e-7 rad; 0 at the origin. */
export const polarAngle = (y: number, x: number): number => {
  const ax = x < 0 ? -x : x;
  const ay = y < 0 ? -y : y;
  if (ax + ay === 0) return 0;
  const low = ay <= ax;
  const small = low ? ay : ax;
  const large = low ? ax : ay;
  // one division: tan(a - pi/4) = (tan a - 1) / (tan a + 1)
  const a =
    small <= TAN_PI_8 * large
      ? atanSmall(small / large)
      : PI / 4 + atanSmall((small - large) / (small + large));
  const first = low ? a : PI / 2 - a;
  const upper = x < 0 ? PI - first : first;
  if (y >= 0) return upper;
  const full = 2 * PI - upper;
  return full < 2 * PI ? full : 0;
};
