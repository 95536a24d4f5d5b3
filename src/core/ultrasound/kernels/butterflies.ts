/** @file One stage of the forward transform of a row, per radix: a butterfly, then the twiddle factors.
 *
 * Each takes all groups of radix x span columns and leaves `radix` smaller problems of `span` columns in place of each.
 * With real and imaginary parts exchanged the same stages make the inverse transform.
 */
import type { Stage } from './transform.ts';

export const runStage = (re: Float64Array, im: Float64Array, columns: number, stage: Stage): void =>
  STAGES[stage.radix]!(re, im, columns, stage);

type RunStage = typeof runStage;

const stage2: RunStage = (re, im, columns, { span, twiddles }) => {
  for (let j = 0; j < span; j++) {
    for (let a = j; a < columns; a += 2 * span) {
      const b = a + span;
      const dr = re[a]! - re[b]!;
      const di = im[a]! - im[b]!;
      re[a] = re[a]! + re[b]!;
      im[a] = im[a]! + im[b]!;
      put(re, im, b, dr, di, twiddles, 2 * j);
    }
  }
};

const SIN_3 = Math.sqrt(3) / 2;

const stage3: RunStage = (re, im, columns, { span, twiddles }) => {
  for (let j = 0; j < span; j++) {
    for (let a = j; a < columns; a += 3 * span) {
      const b = a + span;
      const c = b + span;
      const sr = re[b]! + re[c]!;
      const si = im[b]! + im[c]!;
      const dr = SIN_3 * (re[b]! - re[c]!);
      const di = SIN_3 * (im[b]! - im[c]!);
      const mr = re[a]! - sr / 2;
      const mi = im[a]! - si / 2;
      re[a] = re[a]! + sr;
      im[a] = im[a]! + si;
      put(re, im, b, mr + di, mi - dr, twiddles, 4 * j);
      put(re, im, c, mr - di, mi + dr, twiddles, 4 * j + 2);
    }
  }
};

const stage4: RunStage = (re, im, columns, { span, twiddles }) => {
  for (let j = 0; j < span; j++) {
    for (let a = j; a < columns; a += 4 * span) {
      const b = a + span;
      const c = b + span;
      const d = c + span;
      const er = re[a]! + re[c]!;
      const ei = im[a]! + im[c]!;
      const fr = re[a]! - re[c]!;
      const fi = im[a]! - im[c]!;
      const gr = re[b]! + re[d]!;
      const gi = im[b]! + im[d]!;
      const hr = re[b]! - re[d]!;
      const hi = im[b]! - im[d]!;
      re[a] = er + gr;
      im[a] = ei + gi;
      put(re, im, b, fr + hi, fi - hr, twiddles, 6 * j);
      put(re, im, c, er - gr, ei - gi, twiddles, 6 * j + 2);
      put(re, im, d, fr - hi, fi + hr, twiddles, 6 * j + 4);
    }
  }
};

const COS_5 = Math.cos((2 * Math.PI) / 5);
const SIN_5 = Math.sin((2 * Math.PI) / 5);
const COS_5_TWICE = Math.cos((4 * Math.PI) / 5);
const SIN_5_TWICE = Math.sin((4 * Math.PI) / 5);

const stage5: RunStage = (re, im, columns, { span, twiddles }) => {
  for (let j = 0; j < span; j++) {
    for (let a = j; a < columns; a += 5 * span) {
      const b = a + span;
      const c = b + span;
      const d = c + span;
      const e = d + span;
      const ar = re[a]!;
      const ai = im[a]!;
      // sums and differences of b and e, of c and d
      const sr = re[b]! + re[e]!;
      const si = im[b]! + im[e]!;
      const tr = re[c]! + re[d]!;
      const ti = im[c]! + im[d]!;
      const ur = re[b]! - re[e]!;
      const ui = im[b]! - im[e]!;
      const vr = re[c]! - re[d]!;
      const vi = im[c]! - im[d]!;
      const mr = ar + COS_5 * sr + COS_5_TWICE * tr;
      const mi = ai + COS_5 * si + COS_5_TWICE * ti;
      const nr = ar + COS_5_TWICE * sr + COS_5 * tr;
      const ni = ai + COS_5_TWICE * si + COS_5 * ti;
      const xr = SIN_5 * ur + SIN_5_TWICE * vr;
      const xi = SIN_5 * ui + SIN_5_TWICE * vi;
      const yr = SIN_5_TWICE * ur - SIN_5 * vr;
      const yi = SIN_5_TWICE * ui - SIN_5 * vi;
      re[a] = ar + sr + tr;
      im[a] = ai + si + ti;
      put(re, im, b, mr + xi, mi - xr, twiddles, 8 * j);
      put(re, im, c, nr + yi, ni - yr, twiddles, 8 * j + 2);
      put(re, im, d, nr - yi, ni + yr, twiddles, 8 * j + 4);
      put(re, im, e, mr - xi, mi + xr, twiddles, 8 * j + 6);
    }
  }
};

const STAGES: Readonly<Record<number, RunStage>> = { 2: stage2, 3: stage3, 4: stage4, 5: stage5 };

/** Stores x + j y times the twiddle factor at `w`. */
const put = (
  re: Float64Array,
  im: Float64Array,
  at: number,
  x: number,
  y: number,
  twiddles: Float32Array,
  w: number,
): void => {
  const c = twiddles[w]!;
  const s = twiddles[w + 1]!;
  re[at] = x * c - y * s;
  im[at] = x * s + y * c;
};
