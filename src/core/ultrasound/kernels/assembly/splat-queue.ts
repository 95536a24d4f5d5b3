/** @file The scatterers in hand between the steps of a splat: one array of four-byte numbers for each thing known. */

/** Bytes of an array: 512 scatterers, so that all of them stay in the nearest cache. */
export const CAPACITY: usize = 2048;
/** Four more, where the last vector may end. */
const ROW: usize = CAPACITY + 16;

/** Byte offsets of the arrays. In the slab's basis, and times what the direction of sound makes of it: */
export const U: usize = 0;
export const V: usize = 1 * ROW;
export const N: usize = 2 * ROW;
export const AMPLITUDE: usize = 3 * ROW;
/** Range in mm; whether it lies in the slab, all bits or none. */
export const RANGE: usize = 4 * ROW;
export const INSIDE: usize = 5 * ROW;
/** Column of the picture, node of the trace, row of the elevation table. */
export const COLUMN: usize = 6 * ROW;
export const NODE: usize = 7 * ROW;
export const STEP: usize = 8 * ROW;
/** What its depth's row says. */
export const GAIN: usize = 9 * ROW;
export const AUDIBLE: usize = 10 * ROW;
/** Byte offset in the picture, strength, and phase in steps; of those only that are heard. */
export const PLACE: usize = 11 * ROW;
export const STRENGTH: usize = 12 * ROW;
export const TURN: usize = 13 * ROW;

/** A vector with some lanes brought to the front, by SplatJob.patterns. */
export function packed(v: v128, pattern: v128): v128 {
  return i8x16.swizzle(v, pattern);
}
