/**
 * @file How echo strength varies within a material: smooth random patches, stretched along the wall's layers.
 *
 * Local power follows a gamma law of the mean 1, so that speckle times texture is K distributed. The shape that a material
 * is given is the one that pictures show: a speckle cell averages over patches, so what is put in varies more than that.
 * A normal number n becomes a gamma one as (1 - 1 / 9m + n / 3 sqrt(m))^3 (Wilson & Hilferty, PNAS 17 (1931) 684; for
 * m = 0.7 its variance is 1 % short).
 */
import { MATERIAL, MATERIAL_NAMES } from '../../anatomy/material.ts';
import { hash32 } from '../../math/rng.ts';
import { dbToAmplitude, FLOWS, type Media } from '../media.ts';

/** Patch size in mm: along the vessel, around it, and outward. Collagen runs in bundles around the vessel
 *  (60 - 150 um, ASSUMED); the surroundings hang together over larger distances. */
interface Grain {
  readonly along: number;
  readonly around: number;
  readonly outward: number;
  /** Variance of the patches over that which cells of 40 MHz leave, 1.3 to 3.6 mm away (validation, test 5). */
  readonly averaged: number;
}

export const WALL_GRAIN: Grain = { along: 0.6, around: 0.3, outward: 0.09, averaged: 1.6 };
export const SOFT_GRAIN: Grain = { along: 0.5, around: 0.3, outward: 0.25, averaged: 1.4 };
export const OUTSIDE_GRAIN: Grain = { along: 1.2, around: 0.55, outward: 0.22, averaged: 1.16 };
const WALL: readonly number[] = [MATERIAL.adventitia, MATERIAL.intima, MATERIAL.media];
const OUTSIDE: readonly number[] = [MATERIAL.fat, MATERIAL.muscle, MATERIAL.connective];
const GRAINS = MATERIAL_NAMES.map((_, id) =>
  WALL.includes(id) ? WALL_GRAIN : OUTSIDE.includes(id) ? OUTSIDE_GRAIN : SOFT_GRAIN,
);

/** Columns of the table of patches, one row per material. */
export const PATCH = {
  /** Amplitude of a scatterer, adventitia = 1, where there is no texture; 0 in what flows, negative in media. */
  level: 0,
  /** Texture: cube root of power, what one normal deviation adds to it (0: none) and its middle. */
  spread: 1,
  middle: 2,
  /** Patches per mm along the vessel, around it and outward. */
  along: 3,
  around: 4,
  outward: 5,
  columns: 8,
} as const;

export const patchRows = (media: Media): Float64Array => {
  const rows = new Float64Array(PATCH.columns * MATERIAL_NAMES.length);
  for (let id = 0; id < MATERIAL_NAMES.length; id++) {
    const row = id * PATCH.columns;
    const grain = GRAINS[id]!;
    const variance = grain.averaged / media.gammaShape[id]!;
    const level = FLOWS[id] ? 0 : dbToAmplitude(media.levelDb[id]!);
    rows[row + PATCH.level] = id === MATERIAL.media ? -level : level;
    rows[row + PATCH.spread] = Math.sqrt(variance) / 3;
    rows[row + PATCH.middle] = 1 - variance / 9;
    rows[row + PATCH.along] = 1 / grain.along;
    rows[row + PATCH.around] = 1 / grain.around;
    rows[row + PATCH.outward] = 1 / grain.outward;
  }
  return rows;
};

/** The cube root of power stays above this. */
export const LEAST_ROOT = 0.01;

/** Mean amplitude factor of a patch of a material at a point: s, arc length around and distance outward in mm. */
export const textureAmplitude = (
  patches: Float64Array,
  seed: number,
  material: number,
  s: number,
  around: number,
  outward: number,
): number => {
  const row = material * PATCH.columns;
  const spread = patches[row + PATCH.spread]!;
  if (spread === 0) return 1;
  const x = s * patches[row + PATCH.along]!;
  const y = around * patches[row + PATCH.around]!;
  const z = outward * patches[row + PATCH.outward]!;
  const from = seed + material;
  const n = 0.8 * valueNoise(from, x, y, z) + 0.6 * valueNoise(from + 1, 2.3 * x, 2.3 * y, 2.3 * z);
  const root = Math.max(LEAST_ROOT, patches[row + PATCH.middle]! + spread * n);
  return root * Math.sqrt(root);
};

/** Random numbers of zero mean and unit variance, one for each of 4096 kinds of lattice point. */
export const KINDS = 4096;
export const VALUES = Float32Array.from(
  { length: KINDS },
  (_, i) => (hash32(KINDS, i) / 4294967296 - 0.5) * Math.sqrt(12),
);
/** Which kind a lattice point is: permutations chained by row, column and layer, so that no direction repeats. */
export const PERMUTED = (() => {
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
