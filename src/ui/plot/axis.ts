/** @file Axes of a plot: round tick values, and from values to pixels. */

export interface PlotAxis {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Digits after the point of a value read off the plot; ticks take as many as they need. Default 1. */
  readonly digits?: number;
}

/** Round values (1, 2 or 5 times a power of ten apart) from min to max, about `count` of them: a third more at most. */
export const niceTicks = (min: number, max: number, count: number): readonly number[] => {
  if (!(max > min) || !(count >= 1)) return [];
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= 0.75 * rough) ?? 10);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step + 0);
};

/** Digits after the point that tell ticks this far apart from one another. */
export const tickDigits = (ticks: readonly number[]): number => {
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : 1;
  return Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
};

/** Place of a value, px from the start of a stretch `length` px long; `flipped` counts from its end. */
export const placeOf = (axis: PlotAxis, length: number, value: number, flipped = false): number => {
  const share = (value - axis.min) / (axis.max - axis.min);
  return length * (flipped ? 1 - share : share);
};

/** Index of the finite value nearest to `at`, or -1. */
export const nearestIndex = (values: ArrayLike<number>, at: number): number => {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    const off = Math.abs(values[i]! - at);
    if (off < (best < 0 ? Number.POSITIVE_INFINITY : Math.abs(values[best]! - at))) best = i;
  }
  return best;
};

/** Rows for labels side by side, so that none covers another: index of the row for each, in the order given. */
export const stackLabels = (
  labels: readonly { readonly at: number; readonly width: number }[],
  gap = 6,
): readonly number[] => {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.at - labels[b]!.at);
  const ends: number[] = [];
  const rows = labels.map(() => 0);
  for (const i of order) {
    const { at, width } = labels[i]!;
    const free = ends.findIndex((end) => end + gap <= at);
    const row = free < 0 ? ends.length : free;
    ends[row] = at + width;
    rows[i] = row;
  }
  return rows;
};
