/** @file Widths of sampled peaks and edges, finer than a sample. Lengths are in samples; the caller knows their size. */

/** Value between samples by the cubic through the four nearest ones; linear at the ends of the row. */
export const sampleCubic = (values: ArrayLike<number>, at: number): number => {
  const last = values.length - 1;
  const i = Math.max(0, Math.min(last - 1, Math.floor(at)));
  const t = at - i;
  const b = values[i]!;
  const c = values[i + 1]!;
  if (i === 0 || i + 2 > last) return b + (c - b) * t;
  const a = values[i - 1]!;
  const d = values[i + 2]!;
  const u = t + 1;
  const v = t - 1;
  const w = t - 2;
  return (-a * t * v * w) / 6 + (b * u * v * w) / 2 - (c * u * t * w) / 2 + (d * u * t * v) / 6;
};

/** Where the cubic through the samples crosses a level in (i, i + 1), whose ends lie on different sides of it. */
const crossing = (values: ArrayLike<number>, i: number, level: number): number => {
  const rising = values[i + 1]! > values[i]!;
  let lo = i;
  let hi = i + 1;
  for (let step = 0; step < 40; step++) {
    const middle = (lo + hi) / 2;
    if (sampleCubic(values, middle) > level === rising) hi = middle;
    else lo = middle;
  }
  return (lo + hi) / 2;
};

export interface Peak {
  /** Place of the top, samples. */
  readonly at: number;
  readonly value: number;
}

/** The highest point of a row, by the parabola through the highest sample and its neighbours. */
export const peakOf = (values: ArrayLike<number>): Peak => {
  let top = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[top]!) top = i;
  const here = values[top] ?? Number.NaN;
  if (top === 0 || top >= values.length - 1) return { at: top, value: here };
  const before = values[top - 1]!;
  const after = values[top + 1]!;
  const bend = before - 2 * here + after;
  if (bend >= 0) return { at: top, value: here };
  const shift = (before - after) / (2 * bend);
  return { at: top + shift, value: here - ((before - after) * shift) / 4 };
};

/**
 * Full width of the highest peak at `share` of its height, samples: out from the top to the first crossing on each
 * side. NaN where a flank leaves the row before it crosses. Half an amplitude is -6.02 dB.
 */
export const fullWidth = (values: ArrayLike<number>, share = 0.5): number => {
  const peak = peakOf(values);
  const level = peak.value * share;
  const top = Math.max(0, Math.min(values.length - 1, Math.round(peak.at)));
  let right = top;
  while (right < values.length - 1 && values[right + 1]! > level) right++;
  let left = top;
  while (left > 0 && values[left - 1]! > level) left--;
  if (left === 0 || right === values.length - 1) return Number.NaN;
  return crossing(values, right, level) - crossing(values, left - 1, level);
};

/** As fullWidth for a row that is the right half of an even function, first sample at its middle: twice the flank. */
export const fullWidthOfHalf = (values: ArrayLike<number>, share = 0.5): number => {
  const count = values.length;
  const mirrored = Float64Array.from({ length: 2 * count - 1 }, (_, i) => values[Math.abs(i - count + 1)]!);
  return fullWidth(mirrored, share);
};

export interface Edge {
  /** Distance over which the profile goes from 10 to 90 % of the step, samples. */
  readonly width: number;
  /** Where it passes the middle, samples. */
  readonly middle: number;
}

/**
 * The step between two plateaus, rising or falling. The plateaus default to the first and last sample of the row.
 * Each level is taken where it is crossed nearest to the middle, so ripples on the plateaus do not count.
 */
export const edgeOf = (
  values: ArrayLike<number>,
  from: number = values[0] ?? Number.NaN,
  to: number = values[values.length - 1] ?? Number.NaN,
): Edge => {
  const share = Float64Array.from({ length: values.length }, (_, i) => (values[i]! - from) / (to - from));
  let step = -1;
  for (let i = 0; i + 1 < share.length && step < 0; i++) {
    if (share[i]! <= 0.5 && share[i + 1]! > 0.5) step = i;
  }
  if (step < 0) return { width: Number.NaN, middle: Number.NaN };
  let low = step;
  while (low >= 0 && share[low]! > 0.1) low--;
  let high = step + 1;
  while (high < share.length && share[high]! < 0.9) high++;
  if (low < 0 || high >= share.length) return { width: Number.NaN, middle: crossing(share, step, 0.5) };
  return {
    width: crossing(share, high - 1, 0.9) - crossing(share, low, 0.1),
    middle: crossing(share, step, 0.5),
  };
};
