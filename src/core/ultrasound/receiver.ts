/** @file The receiver, line by line: thermal noise, pulse (its band), envelope, logarithm, time gain, 16-bit words. */
import { hash32, streamSeed } from '../math/rng.ts';
import type { Baseband } from './baseband.ts';
import { DB_RANGE, DB_STEP } from './frame.ts';
import { dbToAmplitude } from './media.ts';
import { type FramePlan, NOISE_DB, RECEIVER_GAIN_DB } from './plan.ts';
import { filterPulse, pulseRoom } from './pulse.ts';
import { GAUSSIAN, GAUSSIANS } from './waves.ts';

export interface Receiver {
  /** Log envelope with time gain of the picture into words of DB_STEP above -DB_RANGE, line-major. */
  receive(grid: Baseband, frameSeed: number, out: Uint16Array): void;
}

/** 10 log10 of a positive float by its bits: exponent, and a table over the leading twelve mantissa bits; in words. */
const MANTISSA_BITS = 12;
const MANTISSA_WORDS = Float32Array.from(
  { length: 1 << MANTISSA_BITS },
  (_, i) => (10 * Math.log10(1 + (i + 0.5) / (1 << MANTISSA_BITS))) / DB_STEP,
);
const OCTAVE_WORDS = (10 * Math.log10(2)) / DB_STEP;

/** Lines taken from the picture at a time: a row of that many is a cache line, and rows lie a memory page apart. */
const TOGETHER = 8;

/** A receiver with its line buffers. */
export const createReceiver = (plan: FramePlan): Receiver => {
  const { lines, samples } = plan.settings;
  const { pitch, pulse } = plan;
  // real and imaginary parts of the lines in hand, one after the other
  const parts = Array.from({ length: 2 * TOGETHER }, () => new Float32Array(pulseRoom(samples)));
  const real = new Float32Array(samples);
  const imaginary = new Float32Array(samples);
  const power = new Float32Array(samples);
  const bits = new Uint32Array(power.buffer);
  // the float's exponent counts from -127
  const offset = Float32Array.from(
    plan.timeGainDb,
    (gain) => (gain + RECEIVER_GAIN_DB + DB_RANGE) / DB_STEP + 0.5 - 127 * OCTAVE_WORDS,
  );
  const noise = dbToAmplitude(NOISE_DB) / Math.SQRT2 / plan.pulseEnergy;

  return {
    receive: (grid, frameSeed, out) => {
      const seed = streamSeed(frameSeed, 'noise');
      for (let first = 0; first < lines; first += TOGETHER) {
        // the last lines take rows' spare entries along
        gather(grid, 2 * first, pitch, samples, parts);
        for (let i = 0; i < TOGETHER && first + i < lines; i++) {
          const from = hash32(seed, first + i) | 0;
          addNoise(parts[2 * i]!, samples, noise, from);
          filterPulse(pulse, parts[2 * i]!, real, samples);
          addNoise(parts[2 * i + 1]!, samples, noise, from + samples);
          filterPulse(pulse, parts[2 * i + 1]!, imaginary, samples);
          for (let k = 0; k < samples; k++) {
            const a = real[k]!;
            const b = imaginary[k]!;
            power[k] = a * a + b * b + 1e-30;
          }
          detect(bits, offset, out, (first + i) * samples, samples);
        }
      }
    },
  };
};

const gather = (
  grid: Baseband,
  at: number,
  pitch: number,
  samples: number,
  parts: readonly Float32Array[],
): void => {
  // four columns at a time stay in registers
  for (let c = 0; c < parts.length; c += 4) {
    const a = parts[c]!;
    const b = parts[c + 1]!;
    const d = parts[c + 2]!;
    const e = parts[c + 3]!;
    let j = at + c;
    for (let k = 0; k < samples; k++, j += pitch) {
      a[k] = grid[j]!;
      b[k] = grid[j + 1]!;
      d[k] = grid[j + 2]!;
      e[k] = grid[j + 3]!;
    }
  }
};

/** Gaussian noise; complex noise before the pulse has the receiver's band after it. */
const addNoise = (line: Float32Array, samples: number, rms: number, from: number): void => {
  // local names: the loop must not look across modules
  const table = GAUSSIAN;
  const mask = GAUSSIANS - 1;
  for (let k = 0; k < samples; k++) line[k] = line[k]! + rms * table[(from + k) & mask]!;
};

const detect = (
  bits: Uint32Array,
  offset: Float32Array,
  out: Uint16Array,
  at: number,
  samples: number,
): void => {
  const words = MANTISSA_WORDS;
  const shift = 23 - MANTISSA_BITS;
  const mask = (1 << MANTISSA_BITS) - 1;
  for (let k = 0; k < samples; k++) {
    // the sign is zero, so the shifted word is the exponent
    const word = bits[k]! | 0;
    const value = ((word >> 23) * OCTAVE_WORDS + words[(word >> shift) & mask]! + offset[k]!) | 0;
    out[at + k] = value < 0 ? 0 : Math.min(value, 65535);
  }
};
