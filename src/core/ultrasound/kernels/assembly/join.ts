/** @file Inverse stages of the transform across columns, one per radix: the conjugate twiddle factors, then a butterfly.
 *
 * The stages of split.ts backwards, with the same names.
 */
import { add, mul, put, sub } from './lanes.ts';
import { COLUMN, COS_5, COS_5_TWICE, FACTOR, SIN_3, SIN_5, SIN_5_TWICE } from './layout.ts';

export function join2(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  for (let p = row; p < row + one; p += COLUMN, twiddles += FACTOR) {
    for (let a = p; a < end; a += 2 * one) {
      const b = a + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = productRe(b, twiddles);
      const bi = productIm(b, twiddles);
      put(a, add(ar, br), add(ai, bi));
      put(b, sub(ar, br), sub(ai, bi));
    }
  }
}

export function join3(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  const half = f32x4.splat(0.5);
  const sin = f32x4.splat(SIN_3);
  for (let p = row; p < row + one; p += COLUMN, twiddles += 2 * FACTOR) {
    for (let a = p; a < end; a += 3 * one) {
      const b = a + one;
      const c = b + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = productRe(b, twiddles);
      const bi = productIm(b, twiddles);
      const cr = productRe(c, twiddles + FACTOR);
      const ci = productIm(c, twiddles + FACTOR);
      const sr = add(br, cr);
      const si = add(bi, ci);
      const dr = mul(sin, sub(br, cr));
      const di = mul(sin, sub(bi, ci));
      const mr = sub(ar, mul(half, sr));
      const mi = sub(ai, mul(half, si));
      put(a, add(ar, sr), add(ai, si));
      put(b, sub(mr, di), add(mi, dr));
      put(c, add(mr, di), sub(mi, dr));
    }
  }
}

export function join4(row: usize, end: usize, span: usize, twiddles: usize): void {
  const one = span * COLUMN;
  for (let p = row; p < row + one; p += COLUMN, twiddles += 3 * FACTOR) {
    for (let a = p; a < end; a += 4 * one) {
      const b = a + one;
      const c = b + one;
      const d = c + one;
      const ar = v128.load(a);
      const ai = v128.load(a, 16);
      const br = productRe(b, twiddles);
      const bi = productIm(b, twiddles);
      const cr = productRe(c, twiddles + FACTOR);
      const ci = productIm(c, twiddles + FACTOR);
      const dr = productRe(d, twiddles + 2 * FACTOR);
      const di = productIm(d, twiddles + 2 * FACTOR);
      const er = add(ar, cr);
      const ei = add(ai, ci);
      const fr = sub(ar, cr);
      const fi = sub(ai, ci);
      const gr = add(br, dr);
      const gi = add(bi, di);
      const hr = sub(br, dr);
      const hi = sub(bi, di);
      put(a, add(er, gr), add(ei, gi));
      put(b, sub(fr, hi), add(fi, hr));
      put(c, sub(er, gr), sub(ei, gi));
      put(d, add(fr, hi), sub(fi, hr));
    }
  }
}

export function join5(row: usize, end: usize, span: usize, twiddles: usize): void {
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
      const br = productRe(b, twiddles);
      const bi = productIm(b, twiddles);
      const cr = productRe(c, twiddles + FACTOR);
      const ci = productIm(c, twiddles + FACTOR);
      const dr = productRe(d, twiddles + 2 * FACTOR);
      const di = productIm(d, twiddles + 2 * FACTOR);
      const er = productRe(e, twiddles + 3 * FACTOR);
      const ei = productIm(e, twiddles + 3 * FACTOR);
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
      put(b, sub(mr, xi), add(mi, xr));
      put(c, sub(nr, yi), add(ni, yr));
      put(d, add(nr, yi), sub(ni, yr));
      put(e, add(mr, xi), sub(mi, xr));
    }
  }
}

/** Real part of a column times the conjugate of a twiddle factor. */
function productRe(at: usize, twiddle: usize): v128 {
  const re = mul(v128.load(at), v128.load32_splat(twiddle));
  return add(re, mul(v128.load(at, 16), v128.load32_splat(twiddle, 4)));
}

/** Imaginary part of the same. */
function productIm(at: usize, twiddle: usize): v128 {
  const im = mul(v128.load(at, 16), v128.load32_splat(twiddle));
  return sub(im, mul(v128.load(at), v128.load32_splat(twiddle, 4)));
}
