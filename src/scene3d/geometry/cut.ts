/** @file The plane along which the vessel is laid open: through the centreline and the cleft, so that both show. */
import type { Anatomy, Interval, StationPath } from '../../core/anatomy/tissue.ts';

/** Closer to the axis than this the cleft has no side of its own, mm. */
const TELLING_MM = 0.4;

export interface Cut {
  readonly window: Interval;
  /** Azimuth of the half that is taken away (its middle), rad from n1, at a station. */
  openingAt(s: number): number;
}

const sample = (path: StationPath, values: Float32Array, s: number): number => {
  const f = Math.min(values.length - 1, Math.max(0, (s - path.startMm) / path.stepMm));
  const i = Math.min(values.length - 2, Math.floor(f));
  return values[i]! + (values[i + 1]! - values[i]!) * (f - i);
};

/** Azimuth of the cleft, held where it runs too near the axis to have one. */
const cleftAzimuth = (cleft: StationPath, s: number): number => {
  const n = cleft.x.length;
  let i = Math.round(Math.min(n - 1, Math.max(0, (s - cleft.startMm) / cleft.stepMm)));
  const far = (k: number): boolean => Math.hypot(cleft.x[k]!, cleft.y[k]!) >= TELLING_MM;
  const step = i < n / 2 ? 1 : -1;
  while (!far(i) && i + step >= 0 && i + step < n) i += step;
  if (far(i) && Math.abs(cleft.startMm + i * cleft.stepMm - s) <= cleft.stepMm) {
    return Math.atan2(sample(cleft, cleft.y, s), sample(cleft, cleft.x, s));
  }
  return Math.atan2(cleft.y[i]!, cleft.x[i]!);
};

/** @param facing +1 takes away the half that follows the cleft clockwise-from-proximal, -1 the other half. */
export const createCut = (anatomy: Anatomy, window: Interval, facing: 1 | -1): Cut => ({
  window,
  openingAt: (s) => cleftAzimuth(anatomy.target.cleft, s) + (facing * Math.PI) / 2,
});
