/** @file Calcium and pockets in the wall (core/anatomy/calcium.ts, pocket.ts). */
import { fold, wrapAngle } from './angle.ts';
import { NONE } from './materials.ts';
import { least, toIndex } from './numbers.ts';
import { Tissue } from './tissue-layout.ts';

/** Bytes of a row: PLATE and POCKET of core/anatomy/tissue-tables.ts. */
const PLATE_ROW: usize = 64;
const POCKET_ROW: usize = 72;

/** Kinds of plate. */
const NODULAR: f64 = 1.0;
const MEDIAL: f64 = 2.0;

/** Whether calcium lies at a radius, given those of the wall's surfaces there. */
export function inCalcium(t: Tissue, s: f64, angle: f64, r: f64, lumen: f64, iel: f64, eem: f64): boolean {
  const f = floor((s - t.wallStart) / t.wallStep);
  if (!(f >= 0.0 && f < (t.stations as f64))) return false;
  const bucket = t.plateFirst + ((toIndex(f) as usize) << 2);
  let at = t.plateList + ((load<i32>(bucket) as usize) << 2);
  const end = t.plateList + ((load<i32>(bucket, 4) as usize) << 2);
  for (; at < end; at += 4) {
    const plate = t.plates + (load<i32>(at) as usize) * PLATE_ROW;
    if (inPlate(t, plate, s, angle, r, lumen, iel, eem)) return true;
  }
  return false;
}

function inPlate(
  t: Tissue,
  plate: usize,
  s: f64,
  angle: f64,
  r: f64,
  lumen: f64,
  iel: f64,
  eem: f64,
): boolean {
  const half = load<f64>(plate, 8);
  const u = (s - load<f64>(plate) - half) / half;
  if (u <= -1.0 || u >= 1.0) return false;
  let v: f64 = 0.0;
  if (load<f64>(plate, 48) === 0.0) v = (2.0 * fold(angle - load<f64>(plate, 16))) / load<f64>(plate, 24);
  if (v <= -1.0 || v >= 1.0) return false;
  const u2 = u * u;
  const v2 = v * v;
  const kind = load<f64>(plate, 56);
  const round = kind === NODULAR;
  const w = round ? u2 + v2 : u2 * u2 + v2 * v2;
  if (w >= 1.0) return false;
  const depth = load<f64>(plate, 32);
  const thick = load<f64>(plate, 40) * (1.0 - t.rimLoss * w);
  if (kind === MEDIAL) {
    const inner = eem - depth;
    return r >= inner && r < inner + thick;
  }
  const inner = lumen + (round && depth < 0.0 ? depth * (1.0 - w) : depth);
  const outer = inner + thick;
  return r >= inner && r < outer && r < iel;
}

/** What fills the pocket at a radius, or NONE outside all of them. */
export function inPocket(t: Tissue, s: f64, angle: f64, r: f64, lumen: f64, eem: f64): i32 {
  let row = t.pockets;
  const end = row + (t.pocketCount as usize) * POCKET_ROW;
  for (; row < end; row += POCKET_ROW) {
    const half = load<f64>(row, 8);
    const u = (s - load<f64>(row) - half) / half;
    const v = (2.0 * wrapAngle(angle - load<f64>(row, 16))) / load<f64>(row, 24);
    if (u <= -1.0 || u >= 1.0 || v <= -1.0 || v >= 1.0) continue;
    const u2 = u * u;
    const torn = load<f64>(row, 48) > 0.0;
    const lens = torn && v > 0.0 ? 1.0 - t.tornLoss * v * v : 1.0 - v * v;
    const thickness = load<f64>(row, 40) * (1.0 - u2 * u2) * lens;
    if (!(thickness > 0.0)) continue;
    const outer = eem - load<f64>(row, 32);
    const inner = torn && v > load<f64>(row, 56) ? least(lumen, outer) : outer - thickness;
    if (r >= inner && r < outer) return load<f64>(row, 64) as i32;
  }
  return NONE;
}
