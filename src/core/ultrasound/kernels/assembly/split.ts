/** @file Forward stages of the transform across columns, one per radix: a butterfly, then the twiddle factors.
 *
 * Each takes all groups of radix x span columns in `row` .. `end` and leaves `radix` smaller problems of `span` columns
 * in place of each. The names run through the columns of a group: a, b, c ...; ar and ai are its real and imaginary parts.
 */
import { add, mul, put, putProduct, sub } from './lanes.ts';
import { COLUMN, COS_5, COS_5_TWICE, FACTOR, SIN_3, SIN_5, SIN_5_TWICE } from './layout.ts';

export function split2(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  for (let p = row; p < row + one; p += COLUMN, twiddles += FACTOR) {
    for (let a = p; a < end; a += 2 * one) {
      const b = a + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = v128.load(b);
      const bi = v128.load(b, 16);
      put(a, add(ar, br), add(ai, bi));
      turn(b, sub(ar, br), sub(ai, bi), twiddles);
    }
  }
}

export function split3(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  const half = f32x4.splat(0.5);
  const sin = f32x4.splat(SIN_3);
  for (let p = row; p < row + one; p += COLUMN, twiddles += 2 * FACTOR) {
    for (let a = p; a < end; a += 3 * one) {
      const b = a + one;
      const c = b + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = v128.load(b);
      const bi = v128.load(b, 16);
      const cr = v128.load(c);
      const ci = v128.load(c, 16);
      const sr = add(br, cr);
      const si = add(bi, ci);
      const dr = mul(sin, sub(br, cr));
      const di = mul(sin, sub(bi, ci));
      const mr = sub(ar, mul(half, sr));
      const mi = sub(ai, mul(half, si));
      put(a, add(ar, sr), add(ai, si));
      turn(b, add(mr, di), sub(mi, dr), twiddles);
      turn(c, sub(mr, di), add(mi, dr), twiddles + FACTOR);
    }
  }
}

export function split4(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  for (let p = row; p < row + one; p += COLUMN, twiddles += 3 * FACTOR) {
    for (let a = p; a < end; a += 4 * one) {
      const b = a + one;
      const c = b + one;
      const d = c + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = v128.load(b);
      const bi = v128.load(b, 16);
      const cr = v128.load(c);
      const ci = v128.load(c, 16);
      const dr = v128.load(d);
      const di = v128.load(d, 16);
      const er = add(ar, cr);
      const ei = add(ai, ci);
      const fr = sub(ar, cr);
      const fi = sub(ai, ci);
      const gr = add(br, dr);
      const gi = add(bi, di);
      const hr = sub(br, dr);
      const hi = sub(bi, di);
      put(a, add(er, gr), add(ei, gi));
      turn(b, add(fr, hi), sub(fi, hr), twiddles);
      turn(c, sub(er, gr), sub(ei, gi), twiddles + FACTOR);
      turn(d, sub(fr, hi), add(fi, hr), twiddles + 2 * FACTOR);
    }
  }
}

export function split5(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  const cos1 = f32x4.splat(COS_5);
  const cos2 = f32x4.splat(COS_5_TWICE);
  const sin1 = f32x4.splat(SIN_5);
  const sin2 = f32x4.splat(SIN_5_TWICE);
  for (let p = row; p < row + one; p += COLUMN, twiddles += 4 * FACTOR) {
    for (let a = p; a < end; a += 5 * one) {
      const b = a + one;
      const c = b + one;
      const d = c + one;
      const e = d + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = v128.load(b);
      const bi = v128.load(b, 16);
      const cr = v128.load(c);
      const ci = v128.load(c, 16);
      const dr = v128.load(d);
      const di = v128.load(d, 16);
      const er = v128.load(e);
      const ei = v128.load(e, 16);
      const sr = add(br, er);
      const si = add(bi, ei);
      const tr = add(cr, dr);
      const ti = add(ci, di);
      const ur = sub(br, er);
      const ui = sub(bi, ei);
      const vr = sub(cr, dr);
      const vi = sub(ci, di);
      const mr = add(ar, add(mul(cos1, sr), mul(cos2, tr)));
      const mi = add(ai, add(mul(cos1, si), mul(cos2, ti)));
      const nr = add(ar, add(mul(cos2, sr), mul(cos1, tr)));
      const ni = add(ai, add(mul(cos2, si), mul(cos1, ti)));
      const xr = add(mul(sin1, ur), mul(sin2, vr));
      const xi = add(mul(sin1, ui), mul(sin2, vi));
      const yr = sub(mul(sin2, ur), mul(sin1, vr));
      const yi = sub(mul(sin2, ui), mul(sin1, vi));
      put(a, add(ar, add(sr, tr)), add(ai, add(si, ti)));
      turn(b, add(mr, xi), sub(mi, xr), twiddles);
      turn(c, add(nr, yi), sub(ni, yr), twiddles + FACTOR);
      turn(d, sub(nr, yi), add(ni, yr), twiddles + 2 * FACTOR);
      turn(e, sub(mr, xi), add(mi, xr), twiddles + 3 * FACTOR);
    }
  }
}

/** Stores re + j im times a twiddle factor. */
function turn(at: usize, re: v128, im: v128, twiddle: usize): void {
  putProduct(at, re, im, v128.load32_splat(twiddle), v128.load32_splat(twiddle, 4));
}
