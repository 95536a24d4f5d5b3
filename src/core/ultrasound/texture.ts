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
  const variance = Math.log1p(1 / shape);
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

/** Random numbers of zero mean and unit variance, one for each of 4096 kinds of lattice point. */
const KINDS = 4096;
const VALUES = Float32Array.from(
  { length: KINDS },
  (_, i) => (hash32(KINDS, i) / 4294967296 - 0.5) * Math.sqrt(12),
);
/** Which kind a lattice point is: permutations chained by row, column and layer, so that no direction repeats. */
const PERMUTED = (() => {
  const out = Uint16Array.from({ length: KINDS }, (_, i) => i);
  for (let i = KINDS - 1; i > 0; i--) {
    const j = hash32(KINDS + 1, i) % (i + 1);
    const kept = out[i]!;
    out[i] = out[j]!;
    out[j] = kept;
  }
  return out;
})();

/** Smooth noise of zero mean and unit variance (trilinear between random lattice values). */
const valueNoise = (seed: number, x: number, y: number, z: number): number => {
  const permuted = PERMUTED;
  const values = VALUES;
  const mask = KINDS - 1;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = smooth(x - i);
  const v = smooth(y - j);
  const w = smooth(z - k);
  const u0 = 1 - u;
  const v0 = 1 - v;
  const w0 = 1 - w;
  const layer0 = permuted[(seed + k) & mask]!;
  const layer1 = permuted[(seed + k + 1) & mask]!;
  const row00 = permuted[(layer0 + j) & mask]! + i;
  const row10 = permuted[(layer0 + j + 1) & mask]! + i;
  const row01 = permuted[(layer1 + j) & mask]! + i;
  const row11 = permuted[(layer1 + j + 1) & mask]! + i;
  const sum =
    w0 *
      (v0 * (u0 * values[row00 & mask]! + u * values[(row00 + 1) & mask]!) +
        v * (u0 * values[row10 & mask]! + u * values[(row10 + 1) & mask]!)) +
    w *
      (v0 * (u0 * values[row01 & mask]! + u * values[(row01 + 1) & mask]!) +
        v * (u0 * values[row11 & mask]! + u * values[(row11 + 1) & mask]!));
  // interpolation averages, which the squares of its weights undo
  const squares = (u0 * u0 + u * u) * (v0 * v0 + v * v) * (w0 * w0 + w * w);
  return sum / Math.sqrt(squares);
};

const smooth = (t: number): number => t * t * (3 - 2 * t);
