/** @file The receiver's last steps: the average of the envelope over neighbouring lines, and its logarithm in words. */
import { add, mul, sub } from './lanes.ts';

/** Envelope of a line from its power. */
export function envelope(power: usize, samples: usize, to: usize): void {
  for (let k: usize = 0; k < samples; k += 4) {
    const at = 4 * min(k, samples - 4);
    v128.store(to + at, f32x4.sqrt(v128.load(power + at)));
  }
}

/**
 * Power of the mean envelope of `count` lines from address `from` on. They lie one after another from `first` to `end`,
 * where the turn closes.
 */
export function average(
  first: usize,
  end: usize,
  from: usize,
  count: usize,
  samples: usize,
  power: usize,
): void {
  const share = f32x4.splat(1 / (count as f32));
  for (let k: usize = 0; k < samples; k += 4) {
    const at = 4 * min(k, samples - 4);
    let line = from;
    let sum = v128.load(line + at);
    for (let i: usize = 1; i < count; i++) {
      line += 4 * samples;
      if (line === end) line = first;
      sum = add(sum, v128.load(line + at));
    }
    const mean = mul(share, sum);
    v128.store(power + at, mul(mean, mean));
  }
}

/**
 * Words of a line: the logarithm of its power plus `offset`, cut to whole numbers from 0 to 65535.
 * @param scale words per octave, then the coefficients of the logarithm; LOG_SCALE in ../logarithm.ts
 */
export function detect(power: usize, samples: usize, offset: usize, scale: usize, out: usize): void {
  for (let k: usize = 0; k < samples; k += 8) {
    const j = min(k, samples - 8);
    const p = power + 4 * j;
    const o = offset + 4 * j;
    const a = add(logarithm(v128.load(p), scale), v128.load(o));
    const b = add(logarithm(v128.load(p, 16), scale), v128.load(o, 16));
    v128.store(out + 2 * j, i16x8.narrow_i32x4_u(i32x4.trunc_sat_f32x4_s(a), i32x4.trunc_sat_f32x4_s(b)));
  }
}

/** By the float's bits: its exponent counts octaves, and a polynomial of the mantissa gives the rest. */
function logarithm(power: v128, scale: usize): v128 {
  const octaves = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(power, 23), i32x4.splat(127)));
  const one = f32x4.splat(1);
  const x = sub(v128.or(v128.and(power, i32x4.splat(0x7fffff)), one), one);
  let p = v128.load32_splat(scale, 24);
  p = add(mul(p, x), v128.load32_splat(scale, 20));
  p = add(mul(p, x), v128.load32_splat(scale, 16));
  p = add(mul(p, x), v128.load32_splat(scale, 12));
  p = add(mul(p, x), v128.load32_splat(scale, 8));
  p = add(mul(p, x), v128.load32_splat(scale, 4));
  return add(mul(octaves, v128.load32_splat(scale)), mul(p, x));
}
