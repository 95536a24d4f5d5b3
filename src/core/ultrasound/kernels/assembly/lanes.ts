/** @file Arithmetic of four numbers at a time: sums, products, whole numbers, and complex columns in memory times their
 *  factors. */

export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** The whole numbers towards 0, as integers. */
export function whole(a: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(a);
}

/** Indices around a turn of so many steps, which may have gone past its end. */
export function wrapped(i: v128, turn: v128): v128 {
  return i32x4.sub(i, v128.and(turn, i32x4.ge_s(i, turn)));
}

/** Stores a complex column. */
export function put(at: usize, re: v128, im: v128): void {
  v128.store(at, re);
  v128.store(at, im, 16);
}

/** Stores (re + j im) (wr + j wi). */
export function putProduct(at: usize, re: v128, im: v128, wr: v128, wi: v128): void {
  put(at, sub(mul(re, wr), mul(im, wi)), add(mul(re, wi), mul(im, wr)));
}

/** Numbers of 8 bytes at two addresses. */
export function gather(a: usize, b: usize): v128 {
  if (a === b) return v128.load64_splat(a);
  return v128.load64_lane(b, v128.load64_zero(a), 1);
}
