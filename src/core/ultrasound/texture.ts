/**
 * @file How echo strength varies within a material: smooth random patches, stretched along the wall's layers.
 *
 * Local power is log-normal with the mean 1 and the variance 1 / shape of a gamma law, so that speckle times
 * texture has the heavy tail of a K distribution where the shape is small.
 */
import { hash32 } from '../math/rng.ts';

/** Patch size in mm: along the vessel, around it, and outward. Collagen runs in bundles around the vessel
 *  (60 - 150 um, ASSUMED); the surroundings hang together over larger distances. */
export interface Grain {
  readonly along: number;
  readonly around: number;
  readonly outward: number;
}

/** Mean amplitude factor of a patch at a point: s, arc length around and distance outward in mm. */
export const textureAmplitude = (
  seed: number,
  shape: number,
  grain: Grain,
  s: number,
  around: number,
  outward: number,
): number => {
  if (!Number.isFinite(shape)) return 1;
  const variance = Math.log(1 + 1 / shape);
  const n =
    0.8 * valueNoise(seed, s / grain.along, around / grain.around, outward / grain.outward) +
    0.6 *
      valueNoise(
        seed + 1,
        (2.3 * s) / grain.along,
        (2.3 * around) / grain.around,
        (2.3 * outward) / grain.outward,
      );
  // amplitude = sqrt(power); power = exp(sd n - variance / 2)
  return Math.exp(0.5 * (Math.sqrt(variance) * n - variance / 2));
};

/** Smooth noise of zero mean and unit variance (trilinear between hashed lattice values). */
const valueNoise = (seed: number, x: number, y: number, z: number): number => {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = smooth(x - i);
  const v = smooth(y - j);
  const w = smooth(z - k);
  const u0 = 1 - u;
  const v0 = 1 - v;
  const w0 = 1 - w;
  let sum = 0;
  let squares = 0;
  for (let corner = 0; corner < 8; corner++) {
    const a = corner & 1;
    const b = (corner >> 1) & 1;
    const c = corner >> 2;
    const weight = (a ? u : u0) * (b ? v : v0) * (c ? w : w0);
    sum += weight * (hash32(seed, i + a, j + b, k + c) / 4294967296 - 0.5);
    squares += weight * weight;
  }
  // a uniform number has variance 1/12; interpolation averages, which the weights undo
  return (sum * Math.sqrt(12)) / Math.sqrt(squares);
};

const smooth = (t: number): number => t * t * (3 - 2 * t);
