/** @file The fast path of the splat: writes the module's job, and keeps its tables and its queue in its memory. */
import { type SplatPose, type SplatTables, scalarsOf } from '../speckle/splat.ts';
import { PHASE, PHASE_STEPS } from '../waves.ts';
import type { KernelExports } from './exports.ts';
import type { KernelMemory } from './memory.ts';

/** Fields of assembly/splat-job.ts: first the numbers, then addresses and counts. */
const NUMBERS = 29;
const WORDS = 20;

/** Arrays of assembly/splat-queue.ts, and the bytes of each. */
const QUEUE = 14 * (2048 + 16);

const LANES = 4;

export type SimdSplat = (
  tables: SplatTables,
  pose: SplatPose,
  arena: Float32Array,
  bricks: number,
  out: Float32Array,
) => number;

export const createSimdSplat = (memory: KernelMemory, { splat }: KernelExports): SimdSplat => {
  const { addressOf } = memory;
  const numbers = memory.float32(NUMBERS + WORDS);
  const words = new Int32Array(numbers.buffer, numbers.byteOffset + 4 * NUMBERS, WORDS);
  const phase = memory.float32(PHASE.length);
  phase.set(PHASE);
  const patterns = memory.uint8(PATTERNS.length);
  patterns.set(PATTERNS);
  const queue = memory.uint8(QUEUE);

  return (tables, pose, arena, bricks, out) => {
    const scalars = scalarsOf(tables, pose);
    numbers.set([
      scalars.s,
      scalars.x,
      scalars.y,
      ...pose.axes.subarray(0, 9),
      scalars.start,
      scalars.perMm,
      scalars.perRad,
      scalars.advance,
      scalars.tracePerColumn,
      scalars.tracePerSample,
      scalars.innerSq,
      scalars.endSq,
      scalars.phaseScale,
      scalars.along,
      scalars.across,
      ...scalars.atan,
    ]);
    const arrays = [
      tables.depths,
      tables.elevation,
      tables.transmission,
      tables.lateMm,
      tables.labels,
      tables.levels,
      tables.slices,
      tables.work,
      arena,
      out,
    ];
    words.set([
      tables.columns,
      tables.samples,
      tables.elevationSteps,
      tables.traceLines,
      pose.labelled ? 1 : 0,
      bricks,
      phase.byteOffset,
      PHASE_STEPS - 1,
      patterns.byteOffset,
      queue.byteOffset,
      ...arrays.map(addressOf),
    ]);
    return splat(numbers.byteOffset);
  };
};

/** For each set of lanes, one bit a lane, the bytes of a vector that bring these lanes to its front. */
const PATTERNS = (() => {
  const size = 4 * LANES;
  const out = new Uint8Array(size << LANES);
  for (let set = 0; set < 1 << LANES; set++) {
    let at = set * size;
    for (let lane = 0; lane < LANES; lane++) {
      if (((set >> lane) & 1) === 0) continue;
      for (let byte = 0; byte < 4; byte++) out[at++] = 4 * lane + byte;
    }
  }
  return out;
})();
