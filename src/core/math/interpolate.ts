/** @file Small interpolation helpers shared by the generators. */

export const clamp = (v: number, lo: number, hi: number): number => Math.max(lo, Math.min(hi, v));

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 at or below `lo`, 1 at or above `hi`, smooth between. */
export const smoothstep = (lo: number, hi: number, v: number): number => {
  const t = clamp((v - lo) / (hi - lo), 0, 1);
  return t * t * (3 - 2 * t);
};

/** Linear interpolation in an even table; clamped to its ends. */
export const sampleEven = (table: ArrayLike<number>, start: number, step: number, at: number): number => {
  const last = table.length - 1;
  const f = clamp((at - start) / step, 0, last);
  const i = f >= last ? Math.max(0, last - 1) : Math.floor(f);
  const a = table[i]!;
  return a + ((table[i + 1] ?? a) - a) * (f - i);
};

/** Piecewise linear interpolation through [at, value] knots in ascending order; clamped to the ends. */
export const sampleKnots = (knots: readonly (readonly [number, number])[], at: number): number => {
  const first = knots[0]!;
  if (at <= first[0]) return first[1];
  for (let i = 1; i < knots.length; i++) {
    const [x1, y1] = knots[i]!;
    if (at <= x1) {
      const [x0, y0] = knots[i - 1]!;
      return x1 > x0 ? y0 + ((y1 - y0) * (at - x0)) / (x1 - x0) : y1;
    }
  }
  return knots[knots.length - 1]![1];
};
