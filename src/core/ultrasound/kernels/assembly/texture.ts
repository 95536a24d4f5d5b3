/** @file Texture of the tissue's echo strength, with the same arithmetic as ../../speckle/texture.ts. */
import { FillJob } from './fill-job.ts';
import { most, toIndex } from './numbers.ts';

/** Bytes of a row: PATCH of ../../speckle/texture.ts. */
export const PATCH_ROW: usize = 64;

/** Mean amplitude factor of a material's patch at a point. */
export function texture(job: FillJob, seed: u32, patch: usize, s: f64, around: f64, outward: f64): f64 {
  // both octaves side by side
  const octaves = f64x2.replace_lane(f64x2.splat(1.0), 1, 2.3);
  const noise = valueNoise(
    job,
    seed,
    f64x2.mul(octaves, f64x2.splat(s * load<f64>(patch, 24))),
    f64x2.mul(octaves, f64x2.splat(around * load<f64>(patch, 32))),
    f64x2.mul(octaves, f64x2.splat(outward * load<f64>(patch, 40))),
  );
  const n = 0.8 * f64x2.extract_lane(noise, 0) + 0.6 * f64x2.extract_lane(noise, 1);
  const root = most(load<f64>(patch, 16) + load<f64>(patch, 8) * n, job.leastRoot);
  return root * sqrt(root);
}

/** Smooth noise of zero mean and unit variance at two points, the second under the next seed. */
function valueNoise(job: FillJob, seed: u32, x: v128, y: v128, z: v128): v128 {
  const fi = f64x2.floor(x);
  const fj = f64x2.floor(y);
  const fk = f64x2.floor(z);
  const u = smooth(f64x2.sub(x, fi));
  const v = smooth(f64x2.sub(y, fj));
  const w = smooth(f64x2.sub(z, fk));
  const one = f64x2.splat(1.0);
  const u0 = f64x2.sub(one, u);
  const v0 = f64x2.sub(one, v);
  const w0 = f64x2.sub(one, w);
  const i = toIndex(f64x2.extract_lane(fi, 0)) as u32;
  const j = toIndex(f64x2.extract_lane(fj, 0)) as u32;
  const k = toIndex(f64x2.extract_lane(fk, 0)) as u32;
  const l = toIndex(f64x2.extract_lane(fi, 1)) as u32;
  const m = toIndex(f64x2.extract_lane(fj, 1)) as u32;
  const n = toIndex(f64x2.extract_lane(fk, 1)) as u32;
  const a = permuted(job, seed + k);
  const b = permuted(job, seed + k + 1);
  const c = permuted(job, seed + 1 + n);
  const d = permuted(job, seed + 1 + n + 1);
  const near = edge(job, u0, u, permuted(job, a + j) + i, permuted(job, c + m) + l);
  const nearUp = edge(job, u0, u, permuted(job, a + j + 1) + i, permuted(job, c + m + 1) + l);
  const far = edge(job, u0, u, permuted(job, b + j) + i, permuted(job, d + m) + l);
  const farUp = edge(job, u0, u, permuted(job, b + j + 1) + i, permuted(job, d + m + 1) + l);
  const sum = f64x2.add(f64x2.mul(w0, mixed(v0, near, v, nearUp)), f64x2.mul(w, mixed(v0, far, v, farUp)));
  const squares = f64x2.mul(f64x2.mul(mixed(u0, u0, u, u), mixed(v0, v0, v, v)), mixed(w0, w0, w, w));
  return f64x2.div(sum, f64x2.sqrt(squares));
}

/** Between two neighbours along the vessel, in both octaves. */
function edge(job: FillJob, u0: v128, u: v128, first: u32, second: u32): v128 {
  return mixed(u0, values(job, first, second), u, values(job, first + 1, second + 1));
}

function mixed(p: v128, a: v128, q: v128, b: v128): v128 {
  return f64x2.add(f64x2.mul(p, a), f64x2.mul(q, b));
}

function permuted(job: FillJob, i: u32): u32 {
  return load<u16>(job.permuted + (((i & job.mask) as usize) << 1)) as u32;
}

function values(job: FillJob, i: u32, j: u32): v128 {
  const a = v128.load32_zero(job.values + (((i & job.mask) as usize) << 2));
  return f64x2.promote_low_f32x4(v128.load32_lane(job.values + (((j & job.mask) as usize) << 2), a, 1));
}

function smooth(t: v128): v128 {
  return f64x2.mul(f64x2.mul(t, t), f64x2.sub(f64x2.splat(3.0), f64x2.mul(f64x2.splat(2.0), t)));
}
