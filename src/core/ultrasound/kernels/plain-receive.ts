/** @file The plain path of the receiver: one line after another. */
import { hash32, streamSeed } from '../../math/rng.ts';
import { DB_STEP } from '../frame.ts';
import { GAUSSIAN, GAUSSIANS } from '../waves.ts';
import { MAX_REACH, type ReceiveJob } from './types.ts';

export const plainReceive = (job: ReceiveJob): void => {
  const { lines, samples, smooth } = job;
  const power = receivedPower(job);
  if (smooth > 0) average(power, lines, samples, smooth);
  for (let l = 0; l < lines; l++) detect(power, l * samples, job);
};

/** Power of all lines after noise and filter, line-major. */
const receivedPower = (job: ReceiveJob): Float32Array => {
  const { lines, samples, noise } = job;
  const seed = streamSeed(job.frameSeed, 'noise');
  const power = new Float32Array(lines * samples);
  // a line between silences as long as the filter's reach
  const strip = new Float32Array(samples + 2 * MAX_REACH);
  const sum = new Float64Array(samples);
  for (let l = 0; l < lines; l++) {
    const from = hash32(seed, l);
    for (const part of [0, 1] as const) {
      takeLine(job, l, part, strip);
      if (noise > 0) addNoise(strip, samples, noise, from + part * samples);
      filter(strip, job, sum);
      addSquares(sum, power, l * samples);
    }
  }
  return power;
};

/** @param part 0 for the real, 1 for the imaginary parts */
const takeLine = (job: ReceiveJob, line: number, part: 0 | 1, strip: Float32Array): void => {
  const { grid, columns, samples } = job;
  const here = 8 * job.source[line]! + 4 * part;
  const next = 8 * ((job.source[line]! + 1) % columns) + 4 * part;
  const weight = job.weight[line]!;
  let at = MAX_REACH;
  for (let k = 0; k < samples; k++) {
    const range = (k >> 2) * columns * 8 + (k & 3);
    const value = grid[range + here]!;
    strip[at++] = weight === 0 ? value : value + weight * (grid[range + next]! - value);
  }
};

const addNoise = (strip: Float32Array, samples: number, rms: number, from: number): void => {
  // local names: the loop must not look across modules
  const table = GAUSSIAN;
  const mask = GAUSSIANS - 1;
  let at = MAX_REACH;
  for (let k = 0; k < samples; k++, at++) strip[at] = strip[at]! + rms * table[(from + k) & mask]!;
};

const filter = (strip: Float32Array, job: ReceiveJob, sum: Float64Array): void => {
  const { taps, reach, samples } = job;
  const middle = MAX_REACH;
  for (let k = 0; k < samples; k++) sum[k] = taps[k]! * strip[middle + k]!;
  for (let i = 1; i <= reach; i++) {
    const tap = i * samples;
    const before = middle - i;
    const after = middle + i;
    for (let k = 0; k < samples; k++) {
      sum[k] = sum[k]! + taps[tap + k]! * (strip[before + k]! + strip[after + k]!);
    }
  }
};

const addSquares = (values: Float64Array, power: Float32Array, at: number): void => {
  for (let k = 0; k < values.length; k++) power[at + k] = power[at + k]! + values[k]! * values[k]!;
};

/** Replaces power by that of the mean envelope of the lines around each, in place. */
const average = (power: Float32Array, lines: number, samples: number, smooth: number): void => {
  const envelope = power.map(Math.sqrt);
  const sum = new Float64Array(samples);
  const share = 1 / (2 * smooth + 1);
  for (let l = 0; l < lines; l++) {
    sum.fill(0);
    for (let i = l - smooth; i <= l + smooth; i++) {
      const from = ((i + lines) % lines) * samples;
      for (let k = 0; k < samples; k++) sum[k] = sum[k]! + envelope[from + k]!;
    }
    for (let k = 0; k < samples; k++) power[l * samples + k] = (share * sum[k]!) ** 2;
  }
};

const detect = (power: Float32Array, from: number, { samples, offset, out }: ReceiveJob): void => {
  const wordsPerBel = 10 / DB_STEP;
  for (let k = 0; k < samples; k++) {
    // silence has a logarithm too
    const word = wordsPerBel * Math.log10(power[from + k]! + 1e-30) + offset[k]!;
    out[from + k] = Math.max(0, Math.min(65535, Math.floor(word)));
  }
};
