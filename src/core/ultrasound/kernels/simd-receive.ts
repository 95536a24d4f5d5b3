/** @file The fast path of the receiver: leads lines through the module's steps, and keeps its tables in its memory. */
import { hash32, streamSeed } from '../../math/rng.ts';
import { GAUSSIAN, GAUSSIANS } from '../waves.ts';
import type { KernelExports } from './exports.ts';
import { LOG_SCALE } from './logarithm.ts';
import type { KernelMemory } from './memory.ts';
import { MAX_REACH, MAX_SAMPLES, type ReceiveJob } from './types.ts';

/** Lines taken from the grid at a time. */
const TOGETHER = 8;

/** Bytes of silence before and after a line in hand, as far as the filter reaches; SILENCE in assembly/receive.ts. */
const SILENCE = 4 * MAX_REACH;
const STRIDE = 4 * MAX_SAMPLES + 2 * SILENCE;

/** Bytes of a column within a block. */
const COLUMN = 32;

export const createSimdReceive = (
  memory: KernelMemory,
  kernels: KernelExports,
): ((job: ReceiveJob) => void) => {
  const { addressOf } = memory;
  const strip = memory.uint8(2 * TOGETHER * STRIDE).byteOffset + SILENCE;
  const power = memory.float32(MAX_SAMPLES).byteOffset;
  const scale = memory.float32(LOG_SCALE.length);
  scale.set(LOG_SCALE);
  // longer by a line's real and imaginary parts, so that no line's numbers wrap around
  const dice = memory.float32(GAUSSIANS + 2 * MAX_SAMPLES);
  dice.set(GAUSSIAN);
  dice.copyWithin(GAUSSIANS, 0, 2 * MAX_SAMPLES);

  /** Calls `done` for each line when its power is there. */
  const eachLine = (job: ReceiveJob, done: (line: number) => void): void => {
    const { columns, lines, samples, source, noise, reach } = job;
    const here = memory.int32(lines);
    const next = memory.int32(lines);
    for (let l = 0; l < lines; l++) {
      here[l] = COLUMN * source[l]!;
      next[l] = COLUMN * ((source[l]! + 1) % columns);
    }
    const grid = addressOf(job.grid);
    const weight = addressOf(job.weight);
    const taps = addressOf(job.taps);
    const seed = streamSeed(job.frameSeed, 'noise');
    for (let first = 0; first < lines; first += TOGETHER) {
      const count = Math.min(TOGETHER, lines - first);
      const at = 4 * first;
      kernels.gather(
        grid,
        COLUMN * columns,
        samples,
        count,
        here.byteOffset + at,
        next.byteOffset + at,
        weight + at,
        strip,
        STRIDE,
      );
      for (let i = 0; i < count; i++) {
        const re = strip + 2 * i * STRIDE;
        const im = re + STRIDE;
        if (noise > 0) {
          const from = dice.byteOffset + 4 * (hash32(seed, first + i) & (GAUSSIANS - 1));
          kernels.addNoise(re, samples, noise, from);
          kernels.addNoise(im, samples, noise, from + 4 * samples);
        }
        kernels.filter(re, im, samples, taps, reach, power);
        done(first + i);
      }
    }
  };

  const run = (job: ReceiveJob): void => {
    const { lines, samples, smooth } = job;
    const offset = addressOf(job.offset);
    const out = addressOf(job.out);
    const detect = (line: number) =>
      kernels.detect(power, samples, offset, scale.byteOffset, out + 2 * line * samples);
    if (smooth === 0) {
      eachLine(job, detect);
      return;
    }
    const row = 4 * samples;
    const first = memory.float32(lines * samples).byteOffset;
    eachLine(job, (line) => kernels.envelope(power, samples, first + line * row));
    for (let line = 0; line < lines; line++) {
      const from = first + ((line - smooth + lines) % lines) * row;
      kernels.average(first, first + lines * row, from, 2 * smooth + 1, samples, power);
      detect(line);
    }
  };

  return (job) => {
    const mark = memory.mark();
    try {
      run(job);
    } finally {
      memory.release(mark);
    }
  };
};
