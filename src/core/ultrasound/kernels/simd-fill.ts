/** @file The fast path of filling bricks: keeps what the module reads of texture in its memory. */
import { streamSeed } from '../../math/rng.ts';
import type { Media } from '../media.ts';
import {
  AROUND_MM,
  BRICK_LENGTH_MM,
  BRICK_WIDTH_MM,
  FAR_AWAY_MM,
  type FillBrick,
} from '../speckle/fill-brick.ts';
import { KINDS, LEAST_ROOT, PERMUTED, patchRows, VALUES } from '../speckle/texture.ts';
import type { KernelExports } from './exports.ts';
import { createHeader } from './header.ts';
import type { KernelMemory } from './memory.ts';

/** @param image address of the tissue's image */
export const createSimdFill = (
  memory: KernelMemory,
  kernels: KernelExports,
  image: number,
  seed: number,
  media: Media,
): FillBrick => {
  const rows = patchRows(media);
  const patches = memory.float64(rows.length);
  patches.set(rows);
  const values = memory.float32(VALUES.length);
  values.set(VALUES);
  const permuted = memory.uint16(PERMUTED.length);
  permuted.set(PERMUTED);
  const job = createHeader(
    memory,
    [BRICK_LENGTH_MM, BRICK_WIDTH_MM, AROUND_MM, FAR_AWAY_MM, LEAST_ROOT],
    [streamSeed(seed, 'texture') | 0, patches.byteOffset, values.byteOffset, permuted.byteOffset, KINDS - 1],
  );
  return ({ at, stride, ix, iy, startMm, side, weight, seed: state }, arena) => {
    const to = memory.addressOf(arena) + 4 * at;
    kernels.fillBrick(image, job.address, to, 4 * stride, ix, iy, startMm, side, weight, state);
  };
};
