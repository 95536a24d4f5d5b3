/** @file The grain of the tissue around the wall (core/anatomy/tissue-tile.ts): both fields of the tile at a point. */
import { toIndex } from './numbers.ts';
import { Tissue } from './tissue-layout.ts';

/** Trilinear: coarse and fine. */
export function tileAt(t: Tissue, s: f64, x: f64, y: f64): v128 {
  const shift = t.shear * s;
  const at = f64x2.replace_lane(f64x2.splat(x + shift), 1, y - shift);
  const f = f64x2.div(at, f64x2.splat(t.across));
  const corner = f64x2.floor(f);
  const uv = f64x2.sub(f, corner);
  const fz = s / t.along;
  const iz = floor(fz);
  const u = f64x2.splat(f64x2.extract_lane(uv, 0));
  const v = f64x2.splat(f64x2.extract_lane(uv, 1));
  const w = f64x2.splat(fz - iz);
  // byte offsets: eight bytes to a sample hold both fields; sides are powers of two
  const columns = ((t.side - 1) as usize) << 3;
  const rowBytes = (t.side as usize) << 3;
  const sliceBytes = rowBytes * (t.side as usize);
  const rows = sliceBytes - rowBytes;
  const slices = sliceBytes * ((t.slices - 1) as usize);
  const i0 = ((toIndex(f64x2.extract_lane(corner, 0)) as usize) << 3) & columns;
  const i1 = (i0 + 8) & columns;
  const row0 = ((toIndex(f64x2.extract_lane(corner, 1)) as usize) * rowBytes) & rows;
  const row1 = (row0 + rowBytes) & rows;
  const slice0 = ((toIndex(iz) as usize) * sliceBytes) & slices;
  const slice1 = (slice0 + sliceBytes) & slices;
  const a = t.tile + slice0 + row0;
  const b = t.tile + slice0 + row1;
  const c = t.tile + slice1 + row0;
  const d = t.tile + slice1 + row1;
  const near = between(a + i0, a + i1, u);
  const nearUp = between(b + i0, b + i1, u);
  const far = between(c + i0, c + i1, u);
  const farUp = between(d + i0, d + i1, u);
  const p = f64x2.add(near, f64x2.mul(f64x2.sub(nearUp, near), v));
  const q = f64x2.sub(f64x2.add(far, f64x2.mul(f64x2.sub(farUp, far), v)), p);
  return f64x2.add(p, f64x2.mul(q, w));
}

/** Both fields between two samples. */
function between(from: usize, to: usize, share: v128): v128 {
  const a = f64x2.promote_low_f32x4(v128.load64_zero(from));
  const b = f64x2.promote_low_f32x4(v128.load64_zero(to));
  return f64x2.add(a, f64x2.mul(f64x2.sub(b, a), share));
}
