/** @file Fills a brick with scatterers: where they lie, and how strongly each scatters. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { polarAngle } from '../../math/angle.ts';
import { mix32, streamSeed } from '../../math/rng.ts';
import type { Media } from '../media.ts';
import { PATCH, patchRows, textureAmplitude } from './texture.ts';

/** Length of a brick along the vessel and its width across it, mm. */
export const BRICK_LENGTH_MM = 0.2;
export const BRICK_WIDTH_MM = 0.5;
export const BRICK_MM3 = BRICK_LENGTH_MM * BRICK_WIDTH_MM * BRICK_WIDTH_MM;

/** A brick to be filled, x and y in its widths from the axis. */
export interface Brick {
  /** Where in the arena its four arrays begin, and the length of each. */
  readonly at: number;
  readonly stride: number;
  readonly ix: number;
  readonly iy: number;
  readonly startMm: number;
  /** One scatterer falls into each of `side` x `side` columns along the vessel; `stride` holds them all. */
  readonly side: number;
  /** Amplitude of each against one scatterer per mm^3. */
  readonly weight: number;
  readonly seed: number;
}

export type FillBrick = (brick: Brick, arena: Float32Array) => void;

/** Where unused places of a brick lie, mm. */
export const FAR_AWAY_MM = 1e6;
/** Arc length per radian, mm: a typical radius of the wall. */
export const AROUND_MM = 1.5;

/** Scatterers of a tissue, each with its material's level and texture; materials that flow get none. */
export const tissueFill = (tissue: Tissue, media: Media): FillBrick => {
  const patches = patchRows(media);
  const texture = streamSeed(tissue.anatomy.seed, 'texture');
  const amplitudeOf = (s: number, x: number, y: number): number => {
    const material = tissue.referenceMaterialAt(s, x, y);
    const level = patches[material * PATCH.columns + PATCH.level]!;
    if (level === 0) return 0;
    const angle = polarAngle(y, x);
    // the seam lies opposite to n1
    const around = AROUND_MM * (angle > Math.PI ? angle - 2 * Math.PI : angle);
    return level * textureAmplitude(patches, texture, material, s, around, Math.sqrt(x * x + y * y));
  };
  return (brick, arena) => fill(brick, arena, amplitudeOf);
};

const unit = (): number => 1;

export const fillFluidBrick: FillBrick = (brick, arena) => fill(brick, arena, unit);

const fill = (
  { at, stride, ix, iy, startMm, side, weight, seed }: Brick,
  arena: Float32Array,
  amplitudeOf: (s: number, x: number, y: number) => number,
): void => {
  let state = seed;
  let n = at;
  for (let i = 0; i < side * side; i++) {
    state = (state + 0x9e3779b9) | 0;
    const h1 = mix32(state);
    const h2 = mix32(h1 ^ 0x5bd1e995);
    const s = startMm + ((h1 & 0xffff) / 65536) * BRICK_LENGTH_MM;
    const x = (ix + ((i % side) + h2 / 4294967296) / side) * BRICK_WIDTH_MM;
    const y = (iy + (((i / side) | 0) + mix32(h2 + i) / 4294967296) / side) * BRICK_WIDTH_MM;
    const amplitude = amplitudeOf(s, x, y);
    if (amplitude === 0) continue;
    arena[n] = s;
    arena[n + stride] = x;
    arena[n + 2 * stride] = y;
    arena[n + 3 * stride] = amplitude * weight;
    n++;
  }
  arena.fill(FAR_AWAY_MM, n, at + stride);
  arena.fill(0, n + 3 * stride, at + 4 * stride);
};
