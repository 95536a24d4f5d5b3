/** @file The fast path of the beam: keeps the plan of the transform in the module's memory. */
import type { KernelExports } from './exports.ts';
import type { KernelMemory } from './memory.ts';
import { MAX_COLUMNS, planTransform } from './transform.ts';

/** Stages at most: 1024 columns have ten factors. */
const MAX_STAGES = 10;

/** Bytes of a column within a block. */
const COLUMN_BYTES = 32;

export type SimdBeam = (grid: number, spectra: number, columns: number, blocks: number) => void;

export const createSimdBeam = (memory: KernelMemory, { beam }: KernelExports): SimdBeam => {
  const stages = memory.int32(3 * MAX_STAGES);
  const bins = memory.int32(MAX_COLUMNS);
  const twiddles = memory.float32(2 * MAX_COLUMNS);
  let planned = 0;
  let count = 0;

  const prepare = (columns: number): void => {
    const plan = planTransform(columns);
    count = plan.stages.length;
    let used = 0;
    plan.stages.forEach((stage, i) => {
      stages.set([stage.radix, stage.span, twiddles.byteOffset + 4 * used], 3 * i);
      twiddles.set(stage.twiddles, used);
      used += stage.twiddles.length;
    });
    bins.set(plan.bins.map((bin) => bin * COLUMN_BYTES));
    planned = columns;
  };

  return (grid, spectra, columns, blocks) => {
    if (columns !== planned) prepare(columns);
    beam(grid, spectra, columns, blocks, stages.byteOffset, count, bins.byteOffset);
  };
};
