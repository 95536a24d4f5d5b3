/** @file The wall's surfaces: radii of lumen, IEL, EEM and adventitia, bilinear in station and angle. */
import { polarAngles } from './angle.ts';
import { clamped, toIndex } from './numbers.ts';
import { Tissue } from './tissue-layout.ts';

/** What `radiiAt` found: lumen and IEL, EEM and adventitia. */
export let surfaceInner: v128 = i64x2(0, 0);
export let surfaceOuter: v128 = i64x2(0, 0);

/** Radii in cell (i, column) of the maps, at shares u, v of it. */
export function radiiAt(t: Tissue, i: i32, column: i32, u: f64, v: f64): void {
  const left = (column as u32) < (t.angles as u32) ? column : 0;
  const right = left + 1 < t.angles ? left + 1 : 0;
  const a = t.wall + (((i * t.angles + left) as usize) << 4);
  const b = t.wall + (((i * t.angles + right) as usize) << 4);
  const row = (t.angles as usize) << 4;
  const ka = f64x2.splat((1.0 - u) * (1.0 - v));
  const kb = f64x2.splat((1.0 - u) * v);
  const kc = f64x2.splat(u * (1.0 - v));
  const kd = f64x2.splat(u * v);
  surfaceInner = blend(a, b, row, ka, kb, kc, kd);
  surfaceOuter = blend(a + 8, b + 8, row, ka, kb, kc, kd);
}

function blend(a: usize, b: usize, row: usize, ka: v128, kb: v128, kc: v128, kd: v128): v128 {
  const near = f64x2.add(f64x2.mul(ka, two(a)), f64x2.mul(kb, two(b)));
  return f64x2.add(f64x2.add(near, f64x2.mul(kc, two(a + row))), f64x2.mul(kd, two(b + row)));
}

function two(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Radius of the adventitia in the direction of a point, at `f` steps of the maps' grid, of which i holds it. */
export function adventitiaAt(t: Tissue, f: f64, i: i32, x: f64, y: f64): f64 {
  const polar = f64x2.extract_lane(polarAngles(f64x2.splat(y), f64x2.splat(x)), 0);
  const g = polar * t.perRadian;
  const column = floor(g);
  radiiAt(t, i, toIndex(column), clamped(f - (i as f64)), g - column);
  return f64x2.extract_lane(surfaceOuter, 1);
}
