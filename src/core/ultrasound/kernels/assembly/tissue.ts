/**
 * @file What points of the tissue are made of, two at a time: the look-ups of core/anatomy/create-tissue.ts, with the same
 * operations in the same order wherever a number decides, so that both give the same material at every point.
 */
import { inSurroundings } from './bed.ts';
import { gather } from './lanes.ts';
import { BLOOD, STASIS } from './materials.ts';
import { toIndex } from './numbers.ts';
import { fromX, fromY, pullBack } from './openings.ts';
import { Tissue } from './tissue-layout.ts';
import { inWalls } from './wall.ts';

/** Materials at two points of the tissue as devices have opened it: the first, plus 256 times the second. */
export function materialsAt(t: Tissue, s: v128, x: v128, y: v128): i32 {
  const f = f64x2.mul(f64x2.sub(s, f64x2.splat(t.wallStart)), f64x2.splat(t.wallPerMm));
  const step = stepsOf(t, f);
  const i = toIndex(f64x2.extract_lane(step, 0));
  const j = toIndex(f64x2.extract_lane(step, 1));
  const open = pullBack(t, x, y, f, step, i, j);
  const found = lookUp(t, s, fromX, fromY, f, step, i, j);
  if (!v128.any_true(open)) return found;
  const lanes = i64x2.bitmask(open);
  return inHole(found & 255, lanes & 1) | (inHole(found >> 8, lanes >> 1) << 8);
}

/** Materials at two points of the unopened tissue: the first, plus 256 times the second. */
export function referenceMaterialsAt(t: Tissue, s: v128, x: v128, y: v128): i32 {
  const f = f64x2.mul(f64x2.sub(s, f64x2.splat(t.wallStart)), f64x2.splat(t.wallPerMm));
  const step = stepsOf(t, f);
  const i = toIndex(f64x2.extract_lane(step, 0));
  const j = toIndex(f64x2.extract_lane(step, 1));
  return lookUp(t, s, x, y, f, step, i, j);
}

/** The steps of the wall's grid that hold two stations; its ends stand for all that lies beyond. */
function stepsOf(t: Tissue, f: v128): v128 {
  return f64x2.pmax(i64x2(0, 0), f64x2.pmin(f64x2.splat(t.lastStep), f64x2.floor(f)));
}

/** Blood fills a hole: it flows where the hole joins the lumen, and stands elsewhere. */
function inHole(material: i32, inside: i32): i32 {
  return inside && material !== BLOOD ? STASIS : material;
}

function lookUp(t: Tissue, s: v128, x: v128, y: v128, f: v128, step: v128, i: i32, j: i32): i32 {
  const sq = f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y));
  const outerSq = gather(t.outerSq + ((i as usize) << 3), t.outerSq + ((j as usize) << 3));
  if (!v128.all_true<i64>(f64x2.gt(sq, outerSq))) return inWalls(t, s, x, y, sq, f, step);
  const first = inSurroundings(
    t,
    f64x2.extract_lane(s, 0),
    f64x2.extract_lane(x, 0),
    f64x2.extract_lane(y, 0),
    f64x2.extract_lane(sq, 0),
    f64x2.extract_lane(f, 0),
    i,
  );
  const second = inSurroundings(
    t,
    f64x2.extract_lane(s, 1),
    f64x2.extract_lane(x, 1),
    f64x2.extract_lane(y, 1),
    f64x2.extract_lane(sq, 1),
    f64x2.extract_lane(f, 1),
    j,
  );
  return first | (second << 8);
}

export function materialAt(t: Tissue, s: f64, x: f64, y: f64): i32 {
  return materialsAt(t, f64x2.splat(s), f64x2.splat(x), f64x2.splat(y)) & 255;
}

export function referenceMaterialAt(t: Tissue, s: f64, x: f64, y: f64): i32 {
  return referenceMaterialsAt(t, f64x2.splat(s), f64x2.splat(x), f64x2.splat(y)) & 255;
}
