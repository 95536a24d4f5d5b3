/** @file The beam: a circular convolution across columns, as a product of spectra, four ranges at a time. */
import { join2, join3, join4, join5 } from './join.ts';
import { putProduct } from './lanes.ts';
import { COLUMN } from './layout.ts';
import { split2, split3, split4, split5 } from './split.ts';

/** Bytes of a stage: its radix, its span, the address of its twiddle factors. */
const STAGE: usize = 12;

/**
 * @param blocks how many blocks of four ranges
 * @param stages the transform's stages, first to last
 * @param bins for each place after the last stage, the byte offset of its bin within a block of the spectra
 */
export function beam(
  grid: usize,
  spectra: usize,
  columns: usize,
  blocks: usize,
  stages: usize,
  count: usize,
  bins: usize,
): void {
  const block = columns * COLUMN;
  const last = stages + count * STAGE;
  for (const end = grid + blocks * block; grid < end; grid += block, spectra += block) {
    for (let stage = stages; stage < last; stage += STAGE) split(stage, grid, grid + block);
    multiply(grid, spectra, columns, bins);
    for (let stage = last - STAGE; stage >= stages; stage -= STAGE) join(stage, grid, grid + block);
  }
}

function split(stage: usize, row: usize, end: usize): void {
  const span = load<u32>(stage, 4);
  const twiddles = load<u32>(stage, 8);
  switch (load<u32>(stage)) {
    case 2:
      split2(row, end, span, twiddles);
      break;
    case 3:
      split3(row, end, span, twiddles);
      break;
    case 4:
      split4(row, end, span, twiddles);
      break;
    default:
      split5(row, end, span, twiddles);
  }
}

function join(stage: usize, row: usize, end: usize): void {
  const span = load<u32>(stage, 4);
  const twiddles = load<u32>(stage, 8);
  switch (load<u32>(stage)) {
    case 2:
      join2(row, end, span, twiddles);
      break;
    case 3:
      join3(row, end, span, twiddles);
      break;
    case 4:
      join4(row, end, span, twiddles);
      break;
    default:
      join5(row, end, span, twiddles);
  }
}

function multiply(row: usize, spectrum: usize, columns: usize, bins: usize): void {
  for (const end = bins + columns * 4; bins < end; bins += 4, row += COLUMN) {
    const at = spectrum + load<u32>(bins);
    putProduct(row, v128.load(row), v128.load(row, 16), v128.load(at), v128.load(at, 16));
  }
}
