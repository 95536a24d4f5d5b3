/** @file On which side of the vessel the cleft lies, station by station. */
import { clamp } from '../math/interpolate.ts';
import { createNoise } from '../math/noise.ts';
import { DEG } from '../math/trig.ts';
import type { AnatomySpec } from './spec.ts';

/** Wavelength of the cleft's drift around the vessel, mm. ASSUMED. */
const DRIFT_WAVE_MM = 55;

/** Angle of the cleft at a station, rad from the first normal; the same function steers the calcium's windows. */
export const createCleftAngle = (spec: AnatomySpec): ((s: number) => number) => {
  const noise = createNoise(spec.seed, 'cleft');
  const anchor = spec.occlusion.startMm;
  const raw = (s: number): number => noise((s - anchor) / DRIFT_WAVE_MM + 7.5, 1.5, 2.5);
  const zero = raw(anchor);
  return (s) => DEG * (spec.cleft.angleDeg + spec.cleft.driftDeg * clamp((raw(s) - zero) / 0.7, -1, 1));
};
