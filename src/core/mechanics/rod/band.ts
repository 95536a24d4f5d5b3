/**
 * @file Linear equations of a rod: symmetric, each unknown coupled to the ten next to it.
 *
 * The lower half is stored by columns: `a[11 c + k]` is row c + k of column c. LDL^T without pivoting; the number of
 * negative pivots is the number of directions in which the rod is unstable (Sylvester).
 */

/** Unknowns below the diagonal that one couples to, and numbers per column. */
export const BAND = 10;
export const COLUMN = BAND + 1;

/** Diagonal of an unknown that is held: any right side leaves it where it is. */
const HELD = 1e30;

/** Numbers for `unknowns` columns; ten more keep the loops straight at the end. */
export const createBand = (unknowns: number): Float64Array => new Float64Array(COLUMN * (unknowns + BAND));

/** Adds to the entry of two unknowns, whichever comes first. */
export const addAt = (a: Float64Array, i: number, j: number, value: number): void => {
  const at = i < j ? COLUMN * i + j - i : COLUMN * j + i - j;
  a[at] = a[at]! + value;
};

/**
 * Factors in place. Columns from `from` (inclusive) to `to`; unknowns in `held` stay.
 * @returns number of negative pivots
 */
export const factorBand = (a: Float64Array, held: Uint8Array, from: number, to: number): number => {
  let negative = 0;
  for (let c = from; c < to; c++) {
    const at = COLUMN * c;
    if (held[c] === 1) a[at] = HELD;
    const pivot = a[at]!;
    if (pivot < 0) negative++;
    const inverse = 1 / pivot;
    for (let k = 1; k <= BAND; k++) {
      const value = a[at + k]!;
      if (value === 0) continue;
      const factor = value * inverse;
      const below = at + COLUMN * k - k;
      for (let m = k; m <= BAND; m++) a[below + m] = a[below + m]! - factor * a[at + m]!;
      a[at + k] = factor;
    }
  }
  return negative;
};

/** Solves the factored equations for a right side, in place. */
export const solveBand = (a: Float64Array, x: Float64Array, from: number, to: number): void => {
  for (let c = from; c < to; c++) {
    const value = x[c]!;
    if (value === 0) continue;
    const at = COLUMN * c;
    for (let k = 1; k <= BAND; k++) x[c + k] = x[c + k]! - a[at + k]! * value;
  }
  // what ran off the end is no unknown
  x.fill(0, to, to + BAND);
  for (let c = to - 1; c >= from; c--) {
    const at = COLUMN * c;
    let value = x[c]! / a[at]!;
    for (let k = 1; k <= BAND; k++) value -= a[at + k]! * x[c + k]!;
    x[c] = value;
  }
};
