/** @file Pictures and jobs for the kernels, and what the receiver must give for them by its formula in doubles. */
import { createStream, hash32, streamSeed } from '../../src/core/math/rng.ts';
import { DB_STEP } from '../../src/core/ultrasound/frame.ts';
import type { Kernels, ReceiveJob } from '../../src/core/ultrasound/kernels/kernels.ts';
import { GAUSSIAN } from '../../src/core/ultrasound/waves.ts';

/** Where the real part of a range of a column lies; the imaginary part lies 4 further. */
export const placeOf = (range: number, column: number, columns: number): number =>
  ((range >> 2) * columns + column) * 8 + (range & 3);

/** Fills with numbers from -0.5 to 0.5. */
export const fillRandom = (array: Float32Array, seed: number): void => {
  const { next } = createStream(seed, 'kernels');
  for (let i = 0; i < array.length; i++) array[i] = next() - 0.5;
};

export interface JobShape {
  readonly columns: number;
  readonly lines: number;
  readonly samples: number;
  readonly reach?: number;
  readonly smooth?: number;
  readonly noise?: number;
  readonly frameSeed?: number;
}

/** Lines that look between columns in all ways, a little out of step with them; random picture and taps. */
export const createJob = (kernels: Kernels, shape: JobShape, seed = 1): ReceiveJob => {
  const { columns, lines, samples, reach = 6, smooth = 0, noise = 0.05, frameSeed = 7 } = shape;
  const job: ReceiveJob = {
    ...{ columns, lines, samples, reach, smooth, noise, frameSeed },
    grid: kernels.float32(8 * columns * Math.ceil(samples / 4)),
    source: kernels.int32(lines),
    weight: kernels.float32(lines),
    taps: kernels.float32((reach + 1) * samples),
    offset: kernels.float32(samples),
    out: kernels.uint16(lines * samples),
  };
  fillRandom(job.grid, seed);
  fillRandom(job.taps, seed + 1);
  for (let l = 0; l < lines; l++) {
    job.source[l] = (Math.floor((l * columns) / lines) + columns - 1) % columns;
    job.weight[l] = (l % 5) / 4;
  }
  for (let k = 0; k < samples; k++) job.offset[k] = 55_000 + 0.37 * k;
  return job;
};

/** The job's words before the fraction is dropped and the range is cut. */
export const exactWords = (job: ReceiveJob): Float64Array => {
  const { columns, lines, samples, reach, smooth } = job;
  const envelope = new Float64Array(lines * samples);
  const seed = streamSeed(job.frameSeed, 'noise');
  for (let l = 0; l < lines; l++) {
    const part = (k: number, which: number): number => {
      if (k < 0 || k >= samples) return 0;
      const here = job.grid[placeOf(k, job.source[l]!, columns) + 4 * which]!;
      const next = job.grid[placeOf(k, (job.source[l]! + 1) % columns, columns) + 4 * which]!;
      const dice = GAUSSIAN[(hash32(seed, l) + which * samples + k) % GAUSSIAN.length]!;
      return here + job.weight[l]! * (next - here) + job.noise * dice;
    };
    for (let k = 0; k < samples; k++) {
      const filtered = (which: number): number => {
        let sum = 0;
        for (let i = -reach; i <= reach; i++)
          sum += job.taps[Math.abs(i) * samples + k]! * part(k + i, which);
        return sum;
      };
      envelope[l * samples + k] = Math.sqrt(filtered(0) ** 2 + filtered(1) ** 2 + 1e-30);
    }
  }
  return envelope.map((_, at) => {
    const line = Math.floor(at / samples);
    const k = at % samples;
    let sum = 0;
    for (let i = line - smooth; i <= line + smooth; i++) {
      sum += envelope[((i + lines) % lines) * samples + k]!;
    }
    return (20 * Math.log10(sum / (2 * smooth + 1))) / DB_STEP + job.offset[k]!;
  });
};

/** Share of words further than one from `expected`. */
export const shareApart = (words: Uint16Array, expected: ArrayLike<number>): number =>
  words.filter((word, i) => Math.abs(word - Math.max(0, Math.min(65_535, Math.floor(expected[i]!)))) > 1)
    .length / words.length;

/** Of the fast path: the same in every engine, because WebAssembly rounds everywhere alike. */
export const SIMD_FINGERPRINT = 909146839;

/** FNV-1a over the bytes of a small picture through beam and receiver: one number for the same bytes everywhere. */
export const fingerprint = (kernels: Kernels): number => {
  const job = createJob(kernels, { columns: 120, lines: 100, samples: 70, smooth: 1 });
  const spectra = kernels.float32(job.grid.length);
  fillRandom(spectra, 5);
  kernels.beam(job.grid, spectra, job.columns, Math.ceil(job.samples / 4));
  kernels.receive(job);
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(job.out.buffer, job.out.byteOffset, job.out.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
};
