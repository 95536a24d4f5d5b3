/** @file Fills bricks with scatterers, with the same arithmetic as ../../speckle/fill-brick.ts, two at a time. */
import { PI, polarAngles, TAU } from './angle.ts';
import { FillJob } from './fill-job.ts';
import { mix32 } from './random.ts';
import { PATCH_ROW, texture } from './texture.ts';
import { referenceMaterialsAt } from './tissue.ts';
import { Tissue } from './tissue-layout.ts';

/** @param at where the brick's four arrays begin; @param stride bytes of each */
export function fillBrick(
  t: Tissue,
  job: FillJob,
  at: usize,
  stride: usize,
  ix: f64,
  iy: f64,
  startMm: f64,
  side: i32,
  weight: f64,
  seed: u32,
): void {
  const end = at + stride;
  const count = side * side;
  const columns = f64x2.splat(side as f64);
  let to = at;
  for (let i: i32 = 0; i < count; i += 2) {
    const a = mix32(seed + 0x9e3779b9);
    const b = mix32(a ^ 0x5bd1e995);
    seed += 0x3c6ef372;
    const c = mix32(seed);
    const d = mix32(c ^ 0x5bd1e995);
    const s = f64x2.add(
      f64x2.splat(startMm),
      f64x2.mul(share(a & 0xffff, c & 0xffff, 1.0 / 65536.0), f64x2.splat(job.lengthMm)),
    );
    const x = place(ix, columns, i % side, (i + 1) % side, b, d, job.widthMm);
    const y = place(iy, columns, i / side, (i + 1) / side, mix32(b + i), mix32(d + i + 1), job.widthMm);
    const materials = referenceMaterialsAt(t, s, x, y);
    const polar = polarAngles(y, x);
    const r = f64x2.sqrt(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)));
    const first = amplitudeOf(
      job,
      materials & 255,
      f64x2.extract_lane(s, 0),
      f64x2.extract_lane(polar, 0),
      f64x2.extract_lane(r, 0),
    );
    if (first !== 0.0) {
      put(to, stride, f64x2.extract_lane(s, 0), f64x2.extract_lane(x, 0), f64x2.extract_lane(y, 0));
      store<f32>(to + 3 * stride, (first * weight) as f32);
      to += 4;
    }
    if (i + 1 === count) break;
    const second = amplitudeOf(
      job,
      materials >> 8,
      f64x2.extract_lane(s, 1),
      f64x2.extract_lane(polar, 1),
      f64x2.extract_lane(r, 1),
    );
    if (second !== 0.0) {
      put(to, stride, f64x2.extract_lane(s, 1), f64x2.extract_lane(x, 1), f64x2.extract_lane(y, 1));
      store<f32>(to + 3 * stride, (second * weight) as f32);
      to += 4;
    }
  }
  for (; to < end; to += 4) {
    store<f32>(to, job.farAway as f32);
    store<f32>(to + 3 * stride, 0.0);
  }
}

/** Two toIndex numbers times a power of two. */
function share(a: u32, b: u32, unit: f64): v128 {
  return f64x2.mul(f64x2.convert_low_i32x4_u(i32x4.replace_lane(i32x4.splat(a), 1, b)), f64x2.splat(unit));
}

/** Coordinates of two points of a brick, each in a column of its own, mm. */
function place(brick: f64, columns: v128, first: i32, second: i32, a: u32, b: u32, widthMm: f64): v128 {
  const column = f64x2.convert_low_i32x4_u(i32x4.replace_lane(i32x4.splat(first), 1, second));
  const within = f64x2.div(f64x2.add(column, share(a, b, 1.0 / 4294967296.0)), columns);
  return f64x2.mul(f64x2.add(f64x2.splat(brick), within), f64x2.splat(widthMm));
}

function put(to: usize, stride: usize, s: f64, x: f64, y: f64): void {
  store<f32>(to, s as f32);
  store<f32>(to + stride, x as f32);
  store<f32>(to + 2 * stride, y as f32);
}

/** Level of a material times its texture at a point. */
function amplitudeOf(job: FillJob, material: i32, s: f64, polar: f64, r: f64): f64 {
  const patch = job.patches + (material as usize) * PATCH_ROW;
  const level = load<f64>(patch);
  if (level === 0.0 || load<f64>(patch, 8) === 0.0) return level;
  const around = job.aroundMm * (polar > PI ? polar - TAU : polar);
  return level * texture(job, job.textureSeed + material, patch, s, around, r);
}
