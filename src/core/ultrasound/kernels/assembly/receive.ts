/** @file The receiver's steps for lines on their way out of the grid: noise, and the pulse's filter.
 *
 * A line in hand is a strip of `samples` numbers between two silences. Steps that take eight samples at a time go back
 * for the last eight, so that nothing is written past a line.
 */
import { add, mul, sub } from './lanes.ts';

/** Bytes of silence before and after a strip: the filter's longest reach. SILENCE in ../simd-receive.ts. */
const SILENCE: usize = 256;

/**
 * Lays lines from the grid into strips, each line's real, then its imaginary parts. Neighbouring lines share cache
 * lines, and ranges lie far apart; so a few lines go together.
 * @param block bytes of a block of the grid
 * @param here for each line, the byte offset of its column within a block
 * @param next the same for the column after it, of which it takes the share `weight`
 * @param strip where the first strip begins, after its silence
 * @param stride bytes from strip to strip
 */
export function gather(
  grid: usize,
  block: usize,
  samples: usize,
  lines: usize,
  here: usize,
  next: usize,
  weight: usize,
  strip: usize,
  stride: usize,
): void {
  for (let k: usize = 0; k < 4 * samples; k += 16, grid += block) {
    let to = strip + k;
    for (let i: usize = 0; i < 4 * lines; i += 4, to += 2 * stride) {
      const a = grid + load<u32>(here + i);
      let re = v128.load(a);
      let im = v128.load(a, 16);
      if (load<f32>(weight + i) !== 0) {
        const b = grid + load<u32>(next + i);
        const w = v128.load32_splat(weight + i);
        re = add(re, mul(w, sub(v128.load(b), re)));
        im = add(im, mul(w, sub(v128.load(b, 16), im)));
      }
      v128.store(to, re);
      v128.store(to + stride, im);
    }
  }
  for (let i: usize = 0; i < 2 * lines; i++) silence(strip + i * stride + 4 * samples);
}

/** What the last block brought along, or a longer line left there, is not part of the line. */
function silence(from: usize): void {
  memory.fill(from, 0, SILENCE);
}

/** Adds `from`, times rms, to a strip. */
export function addNoise(strip: usize, samples: usize, rms: f32, from: usize): void {
  const scale = f32x4.splat(rms);
  const end = strip + 4 * samples;
  for (; strip + 16 <= end; strip += 16, from += 16) {
    v128.store(strip, add(v128.load(strip), mul(scale, v128.load(from))));
  }
  for (; strip < end; strip += 4, from += 4) {
    store<f32>(strip, load<f32>(strip) + rms * load<f32>(from));
  }
}

/**
 * Power of a line after a symmetric filter whose taps vary with range: tap i of sample k lies at i x samples + k.
 * @param re, im the line's strips
 */
export function filter(re: usize, im: usize, samples: usize, taps: usize, reach: usize, power: usize): void {
  for (let k: usize = 0; k < samples; k += 8) {
    const at = 4 * min(k, samples - 8);
    const a = re + at;
    const b = im + at;
    let tap = taps + at;
    let t = v128.load(tap);
    let u = v128.load(tap, 16);
    let ar = mul(t, v128.load(a));
    let br = mul(u, v128.load(a, 16));
    let ai = mul(t, v128.load(b));
    let bi = mul(u, v128.load(b, 16));
    for (let i: usize = 4; i <= 4 * reach; i += 4) {
      tap += 4 * samples;
      t = v128.load(tap);
      u = v128.load(tap, 16);
      // a short pulse ends before the longest reach; beyond it all taps are zero
      if (!v128.any_true(v128.or(t, u))) break;
      ar = add(ar, mul(t, add(v128.load(a - i), v128.load(a + i))));
      br = add(br, mul(u, add(v128.load(a - i, 16), v128.load(a + i, 16))));
      ai = add(ai, mul(t, add(v128.load(b - i), v128.load(b + i))));
      bi = add(bi, mul(u, add(v128.load(b - i, 16), v128.load(b + i, 16))));
    }
    v128.store(power + at, squared(ar, ai));
    v128.store(power + at, squared(br, bi), 16);
  }
}

/** Silence has a logarithm too. */
function squared(re: v128, im: v128): v128 {
  return add(add(mul(re, re), mul(im, im)), f32x4.splat(1e-30));
}
