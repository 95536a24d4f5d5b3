/** @file The pulse: every echo is a wave packet in range, not a point. */

import type { Baseband } from './baseband.ts';
import type { FramePlan } from './plan.ts';

/** Symmetric filter along range, line by line, from `input` into `output`. */
export const applyPulse = (input: Baseband, output: Baseband, plan: FramePlan): void => {
  const { lines, samples } = plan.settings;
  const { pulse } = plan;
  // real and imaginary parts alternate, so taps lie two apart
  const reach = 2 * (pulse.length - 1);
  for (let line = 0; line < lines; line++) {
    const from = 2 * line * samples;
    const to = from + 2 * samples;
    const safeFrom = Math.min(to, from + reach);
    const safeTo = Math.max(safeFrom, to - reach);
    edge(input, output, pulse, from, safeFrom, from, to);
    if (pulse.length === 6) elevenTaps(input, output, pulse, safeFrom, safeTo);
    else inner(input, output, pulse, safeFrom, safeTo);
    edge(input, output, pulse, safeTo, to, from, to);
  }
};

const inner = (input: Baseband, output: Baseband, pulse: Float32Array, from: number, to: number): void => {
  const taps = pulse.length;
  for (let k = from; k < to; k++) {
    let sum = pulse[0]! * input[k]!;
    for (let i = 1; i < taps; i++) sum += pulse[i]! * (input[k - 2 * i]! + input[k + 2 * i]!);
    output[k] = sum;
  }
};

/** The same for the default settings, written out. */
const elevenTaps = (
  input: Baseband,
  output: Baseband,
  pulse: Float32Array,
  from: number,
  to: number,
): void => {
  const h0 = pulse[0]!;
  const h1 = pulse[1]!;
  const h2 = pulse[2]!;
  const h3 = pulse[3]!;
  const h4 = pulse[4]!;
  const h5 = pulse[5]!;
  for (let k = from; k < to; k++) {
    output[k] =
      h0 * input[k]! +
      h1 * (input[k - 2]! + input[k + 2]!) +
      h2 * (input[k - 4]! + input[k + 4]!) +
      h3 * (input[k - 6]! + input[k + 6]!) +
      h4 * (input[k - 8]! + input[k + 8]!) +
      h5 * (input[k - 10]! + input[k + 10]!);
  }
};

/** Near the ends of a line, where part of the pulse falls outside. */
const edge = (
  input: Baseband,
  output: Baseband,
  pulse: Float32Array,
  from: number,
  to: number,
  lineFrom: number,
  lineTo: number,
): void => {
  for (let k = from; k < to; k++) {
    let sum = pulse[0]! * input[k]!;
    for (let i = 1; i < pulse.length; i++) {
      if (k - 2 * i >= lineFrom) sum += pulse[i]! * input[k - 2 * i]!;
      if (k + 2 * i < lineTo) sum += pulse[i]! * input[k + 2 * i]!;
    }
    output[k] = sum;
  }
};
