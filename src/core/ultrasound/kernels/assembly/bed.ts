/** @file What lies around the wall: veins, fat, septa and muscle, side branches (core/anatomy/surroundings.ts). */
import { ADVENTITIA, BLOOD, CONNECTIVE, FAT, MUSCLE, NONE, VEIN } from './materials.ts';
import { clamped, least, most, toIndex } from './numbers.ts';
import { adventitiaAt } from './surfaces.ts';
import { tileAt } from './tile.ts';
import { Tissue } from './tissue-layout.ts';

/** Bytes of a row: VEIN, a vein's sample and BRANCH of core/anatomy/tissue-tables.ts; bounds of ../tissue-bounds.ts. */
const VEIN_ROW: usize = 32;
const SAMPLE_ROW: usize = 12;
const BRANCH_ROW: usize = 40;
const VEIN_BOUND: usize = 24;
const EDGE_ROW: usize = 16;

/** Inside a side branch: blood, or its wall; NONE elsewhere. `step`: station in steps of the wall's grid. */
export function inBranch(t: Tissue, s: f64, x: f64, y: f64, step: f64): i32 {
  const f = floor(step);
  if (!(f >= 0.0 && f < (t.stations as f64))) return NONE;
  const index = load<i16>(t.branchOf + ((toIndex(f) as usize) << 1)) as i32;
  if (index < 0) return NONE;
  const row = t.branches + (index as usize) * BRANCH_ROW;
  const c = load<f64>(row);
  const d = load<f64>(row, 8);
  const along = x * c + y * d;
  if (along <= 0.0) return NONE;
  const across = x * d - y * c;
  const ds = (s - load<f64>(row, 16) - t.branchSlant * along) / t.branchStretch;
  const sq = across * across + ds * ds;
  if (sq < load<f64>(row, 24)) return BLOOD;
  return sq < load<f64>(row, 32) ? ADVENTITIA : NONE;
}

/**
 * Material of a point outside the adventitia, whichever way it lies.
 * @param sq square of its radius
 * @param f its station in steps of the wall's grid
 * @param i the step that holds it
 */
export function inSurroundings(t: Tissue, s: f64, x: f64, y: f64, sq: f64, f: f64, i: i32): i32 {
  const branch = inBranch(t, s, x, y, f);
  if (branch >= 0) return branch;
  const vein = inVeins(t, s, x, y, i);
  if (vein >= 0) return vein;
  const fields = tileAt(t, s, x, y);
  const coarse = f64x2.extract_lane(fields, 0);
  const fine = f64x2.extract_lane(fields, 1);
  const limit = t.sheath + t.sheathSwell * coarse;
  // least and greatest distance from the adventitia; only where they do not decide is it looked up
  const r = sqrt(sq);
  const edge = t.edges + (i as usize) * EDGE_ROW;
  if (r - load<f64>(edge, 8) > limit) return beyond(t, coarse, fine);
  if (r - load<f64>(edge) < limit) return inSheath(t, coarse, fine);
  const outside = r - adventitiaAt(t, f, i, x, y);
  return outside < limit ? inSheath(t, coarse, fine) : beyond(t, coarse, fine);
}

/**
 * Material of a point in the bed.
 * @param outside its distance from the adventitia, mm
 * @param i step of the wall's grid
 */
export function inBed(t: Tissue, s: f64, x: f64, y: f64, outside: f64, i: i32): i32 {
  const vein = inVeins(t, s, x, y, i);
  if (vein >= 0) return vein;
  const fields = tileAt(t, s, x, y);
  const coarse = f64x2.extract_lane(fields, 0);
  const fine = f64x2.extract_lane(fields, 1);
  return outside < t.sheath + t.sheathSwell * coarse ? inSheath(t, coarse, fine) : beyond(t, coarse, fine);
}

function inVeins(t: Tissue, s: f64, x: f64, y: f64, i: i32): i32 {
  const bounds = t.veinBounds + ((i * t.veinCount) as usize) * VEIN_BOUND;
  for (let v: usize = 0; v < (t.veinCount as usize); v++) {
    const bound = bounds + v * VEIN_BOUND;
    const dx = x - load<f64>(bound);
    const dy = y - load<f64>(bound, 8);
    if (dx * dx + dy * dy > load<f64>(bound, 16)) continue;
    const m = inVein(t, t.veins + v * VEIN_ROW, s, x, y);
    if (m >= 0) return m;
  }
  return NONE;
}

function inVein(t: Tissue, row: usize, s: f64, x: f64, y: f64): i32 {
  const f = (s - load<f64>(row)) / load<f64>(row, 8);
  const last = load<f64>(row, 24) - 2.0;
  const i = least(most(floor(f), 0.0), last);
  const u = clamped(f - i);
  const at = t.veinSamples + (toIndex(load<f64>(row, 16) + i) as usize) * SAMPLE_ROW;
  const x0 = load<f32>(at) as f64;
  const dx = x - (x0 + ((load<f32>(at, 12) as f64) - x0) * u);
  const y0 = load<f32>(at, 4) as f64;
  const dy = y - (y0 + ((load<f32>(at, 16) as f64) - y0) * u);
  const r0 = load<f32>(at, 8) as f64;
  const r = r0 + ((load<f32>(at, 20) as f64) - r0) * u;
  const sq = dx * dx + dy * dy;
  if (sq >= r * r) return NONE;
  const inner = r - t.veinWall;
  return sq < inner * inner ? VEIN : CONNECTIVE;
}

/** Loose fat crossed by strands. */
function inSheath(t: Tissue, coarse: f64, fine: f64): i32 {
  return select(CONNECTIVE, FAT, abs(fine) < t.strand || coarse > t.dense);
}

/** Septa, fat lobules, muscle fascicles. */
function beyond(t: Tissue, coarse: f64, fine: f64): i32 {
  const field = coarse + t.fineShare * fine;
  const fat = field > t.septum;
  const strand = fat ? fine > t.lobule : abs(fine) < t.fascicle;
  return select(CONNECTIVE, select(FAT, MUSCLE, fat), abs(field) < t.septum || strand);
}
