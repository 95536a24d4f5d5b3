/** @file Small steps of scalar arithmetic without the questions that the usual operators ask. */

const MAGIC: f64 = 6755399441055744.0;

/** A whole number below 2^31 either way as an integer; anything else gives anything. */
export function toIndex(x: f64): i32 {
  return reinterpret<i64>(x + MAGIC) as i32;
}

/** The smaller of two numbers; the second where one is none. */
export function least(a: f64, b: f64): f64 {
  return select(a, b, a < b);
}

/** The larger of two numbers; the second where one is none. */
export function most(a: f64, b: f64): f64 {
  return select(a, b, a > b);
}

/** 0 .. 1. */
export function clamped(x: f64): f64 {
  return least(most(x, 0.0), 1.0);
}
