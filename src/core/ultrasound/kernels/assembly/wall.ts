/** @file Where the wall's surfaces lie, and what is between them (core/anatomy/create-tissue.ts). */
import { polarAngles } from './angle.ts';
import { inBed, inBranch } from './bed.ts';
import { ADVENTITIA, BLOOD, CALCIUM, INTIMA, MEDIA, NONE } from './materials.ts';
import { toIndex } from './numbers.ts';
import { inCalcium, inPocket } from './plates.ts';
import { radiiAt, surfaceInner, surfaceOuter } from './surfaces.ts';
import { Tissue } from './tissue-layout.ts';

/**
 * Materials at two points of the unopened tissue: the first, plus 256 times the second.
 * @param sq squares of their radii
 * @param f their stations in steps of the wall's grid
 * @param step the steps that hold them
 */
export function inWalls(t: Tissue, s: v128, x: v128, y: v128, sq: v128, f: v128, step: v128): i32 {
  const r = f64x2.sqrt(sq);
  const g = f64x2.mul(polarAngles(y, x), f64x2.splat(t.perRadian));
  const column = f64x2.floor(g);
  const v = f64x2.sub(g, column);
  const u = f64x2.pmax(i64x2(0, 0), f64x2.pmin(f64x2.splat(1.0), f64x2.sub(f, step)));
  radiiAt(
    t,
    toIndex(f64x2.extract_lane(step, 0)),
    toIndex(f64x2.extract_lane(column, 0)),
    f64x2.extract_lane(u, 0),
    f64x2.extract_lane(v, 0),
  );
  const first = inWall(
    t,
    f64x2.extract_lane(s, 0),
    f64x2.extract_lane(x, 0),
    f64x2.extract_lane(y, 0),
    f64x2.extract_lane(r, 0),
    f64x2.extract_lane(g, 0),
    f64x2.extract_lane(f, 0),
    toIndex(f64x2.extract_lane(step, 0)),
  );
  radiiAt(
    t,
    toIndex(f64x2.extract_lane(step, 1)),
    toIndex(f64x2.extract_lane(column, 1)),
    f64x2.extract_lane(u, 1),
    f64x2.extract_lane(v, 1),
  );
  const second = inWall(
    t,
    f64x2.extract_lane(s, 1),
    f64x2.extract_lane(x, 1),
    f64x2.extract_lane(y, 1),
    f64x2.extract_lane(r, 1),
    f64x2.extract_lane(g, 1),
    f64x2.extract_lane(f, 1),
    toIndex(f64x2.extract_lane(step, 1)),
  );
  return first | (second << 8);
}

/** Material at radius r and column g, `radiiAt` having found the surfaces there. */
function inWall(t: Tissue, s: f64, x: f64, y: f64, r: f64, g: f64, f: f64, i: i32): i32 {
  const lumen = f64x2.extract_lane(surfaceInner, 0);
  const iel = f64x2.extract_lane(surfaceInner, 1);
  const eem = f64x2.extract_lane(surfaceOuter, 0);
  const adventitia = f64x2.extract_lane(surfaceOuter, 1);
  const inLumen = r < lumen;
  // a branch keeps its mouth open through whatever the wall holds
  const branch = inLumen ? NONE : inBranch(t, s, x, y, f);
  if (branch === BLOOD) return BLOOD;
  if (r < adventitia) {
    const angle = g / t.perRadian;
    if (t.pocketCount > 0) {
      const fill = inPocket(t, s, angle, r, lumen, eem);
      if (fill >= 0) return fill;
    }
    if (inCalcium(t, s, angle, r, lumen, iel, eem)) return CALCIUM;
    if (r < iel) {
      const byte = compositionAt(t, s, g, r);
      if (inLumen) return byte < 0 ? BLOOD : byte & 15;
      return byte < 0 ? INTIMA : byte >> 4;
    }
    return r < eem ? MEDIA : ADVENTITIA;
  }
  if (branch >= 0) return branch;
  return inBed(t, s, x, y, r - adventitia, i);
}

/** Byte of the composition at column `g` of the wall and a radius, or NONE outside the lesion. */
function compositionAt(t: Tissue, s: f64, g: f64, r: f64): i32 {
  const f = (s - t.compositionStart) / t.compositionStep + 0.5;
  if (!(f >= 0.0 && f < (t.compositionStations as f64))) return NONE;
  let j = toIndex(floor(g * t.columnsPerAngle + 0.5));
  if (j >= t.compositionAngles) j -= t.compositionAngles;
  const n = min((t.radii - 1) as u32, toIndex(floor(r / t.radialStep)) as u32) as i32;
  const cell = (toIndex(floor(f)) * t.compositionAngles + j) * t.radii + n;
  return load<u8>(t.composition + (cell as usize)) as i32;
}
