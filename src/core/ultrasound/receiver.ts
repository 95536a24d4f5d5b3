/** @file The receiver: thermal noise, envelope, logarithm, time gain, 16-bit words. */
import { hash32, streamSeed } from '../math/rng.ts';
import type { Baseband } from './baseband.ts';
import { DB_RANGE, DB_STEP } from './frame.ts';
import { dbToAmplitude } from './media.ts';
import { type FramePlan, NOISE_DB } from './plan.ts';
import { GAUSSIAN, GAUSSIANS } from './waves.ts';

/** Adds complex Gaussian noise; call before the pulse filter, which is also the receiver's band. */
export const addNoise = (plan: FramePlan, frameSeed: number, out: Baseband): void => {
  const { lines, samples } = plan.settings;
  const seed = streamSeed(frameSeed, 'noise');
  const rms = dbToAmplitude(NOISE_DB) / Math.SQRT2 / plan.pulseEnergy;
  const table = GAUSSIAN;
  const mask = GAUSSIANS - 1;
  for (let line = 0; line < lines; line++) {
    const from = hash32(seed, line);
    const row = 2 * line * samples;
    for (let i = 0; i < 2 * samples; i++) {
      out[row + i] = out[row + i]! + rms * table[(from + i) & mask]!;
    }
  }
};

/** 10 log10 of a positive float by its bits: exponent, and a table over the leading twelve mantissa bits. */
const MANTISSA_BITS = 12;
const MANTISSA_DB = Float32Array.from(
  { length: 1 << MANTISSA_BITS },
  (_, i) => 10 * Math.log10(1 + (i + 0.5) / (1 << MANTISSA_BITS)),
);
const OCTAVE_DB = 10 * Math.log10(2);

/**
 * Log envelope with time gain into words of DB_STEP above -DB_RANGE.
 * @param row scratch of at least one line, backed by its own buffer.
 */
export const detect = (plan: FramePlan, grid: Baseband, row: Float32Array, out: Uint16Array): void => {
  const { lines, samples } = plan.settings;
  const bits = new Uint32Array(row.buffer, row.byteOffset, samples);
  // local names: the loop must not look across modules
  const mantissaDb = MANTISSA_DB;
  const shift = 23 - MANTISSA_BITS;
  const perDb = 1 / DB_STEP;
  const offset = Float32Array.from(plan.timeGainDb, (gain) => (gain + DB_RANGE) / DB_STEP + 0.5);
  for (let line = 0; line < lines; line++) {
    const at = line * samples;
    for (let k = 0; k < samples; k++) {
      const a = grid[2 * (at + k)]!;
      const b = grid[2 * (at + k) + 1]!;
      row[k] = a * a + b * b + 1e-30;
    }
    for (let k = 0; k < samples; k++) {
      const word = bits[k]!;
      const db = ((word >>> 23) - 127) * OCTAVE_DB + mantissaDb[(word >>> shift) & 4095]!;
      const value = db * perDb + offset[k]!;
      out[at + k] = Math.max(0, Math.min(65535, value));
    }
  }
};
