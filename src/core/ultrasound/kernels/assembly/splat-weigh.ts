/** @file Third step of a splat: how strong the queue's scatterers are once sound has gone there and back, with which
 *  phase, and on which sample. */
import { add, mul, sub, whole } from './lanes.ts';
import { SplatJob } from './splat-job.ts';
import {
  AMPLITUDE,
  AUDIBLE,
  COLUMN,
  GAIN,
  INSIDE,
  NODE,
  PLACE,
  packed,
  RANGE,
  STEP,
  STRENGTH,
  TURN,
} from './splat-queue.ts';

/** Returns the bytes of each array of the queue that hold what is heard. */
export function weigh(job: SplatJob, filled: usize): usize {
  const half = f32x4.splat(0.5);
  const start = f32x4.splat(job.start);
  const perMm = f32x4.splat(job.perMm);
  const phaseScale = f32x4.splat(job.phaseScale);
  const phaseMask = i32x4.splat(job.phaseMask);
  const columns = i32x4.splat(job.columns);
  const samples = i32x4.splat(job.samples);
  const labelled = job.labelled !== 0;
  const elevation = job.elevation;
  const transmission = job.transmission;
  const lateMm = job.lateMm;
  const labels = job.labels;
  const levels = job.levels;
  const patterns = job.patterns;
  let to = job.queue;
  for (let q = to, end = q + filled; q < end; q += 16) {
    const inside = v128.load(q, INSIDE);
    if (!v128.any_true(inside)) continue;

    const left = gather(transmission, q + NODE);
    let heard = v128.andnot(inside, f32x4.lt(left, v128.load(q, AUDIBLE)));
    let a = v128.load(q, AMPLITUDE);
    if (labelled) {
      a = mul(a, gatherByLabel(levels, labels, q + NODE));
      heard = v128.and(heard, f32x4.ne(a, f32x4.splat(0)));
    }
    const path = add(v128.load(q, RANGE), gather(lateMm, q + NODE));
    const k = whole(add(mul(sub(path, start), perMm), half));
    heard = v128.and(heard, v128.and(i32x4.ge_s(k, i32x4.splat(0)), i32x4.lt_s(k, samples)));
    const mask = i32x4.bitmask(heard);
    if (mask === 0) continue;

    // four pairs of amplitude and phase become two columns
    const pair0 = v128.load64_zero(elevation + 8 * load<u32>(q, STEP));
    const pair1 = v128.load64_zero(elevation + 8 * load<u32>(q, STEP + 4));
    const pair2 = v128.load64_zero(elevation + 8 * load<u32>(q, STEP + 8));
    const pair3 = v128.load64_zero(elevation + 8 * load<u32>(q, STEP + 12));
    const pairs01 = v128.shuffle<f32>(pair0, pair1, 0, 4, 1, 5);
    const pairs23 = v128.shuffle<f32>(pair2, pair3, 0, 4, 1, 5);
    a = mul(mul(a, left), mul(v128.load(q, GAIN), v128.shuffle<f32>(pairs01, pairs23, 0, 1, 4, 5)));
    const lag = whole(v128.shuffle<f32>(pairs01, pairs23, 2, 3, 6, 7));
    const turn = v128.and(i32x4.sub(whole(mul(path, phaseScale)), lag), phaseMask);
    const column = i32x4.add(i32x4.mul(i32x4.shr_s(k, 2), columns), v128.load(q, COLUMN));
    const place = i32x4.add(i32x4.shl(column, 5), i32x4.shl(v128.and(k, i32x4.splat(3)), 2));
    const pattern = v128.load(patterns + 16 * mask);
    v128.store(to, packed(place, pattern), PLACE);
    v128.store(to, packed(a, pattern), STRENGTH);
    v128.store(to, packed(turn, pattern), TURN);
    to += 4 * popcnt(mask);
  }
  return to - job.queue;
}

/** Four numbers of a table, by the indices at an address. */
function gather(table: usize, at: usize): v128 {
  let a = v128.load32_zero(table + 4 * load<u32>(at));
  a = v128.load_lane<f32>(table + 4 * load<u32>(at, 4), a, 1);
  a = v128.load_lane<f32>(table + 4 * load<u32>(at, 8), a, 2);
  return v128.load_lane<f32>(table + 4 * load<u32>(at, 12), a, 3);
}

function gatherByLabel(levels: usize, labels: usize, at: usize): v128 {
  let a = v128.load32_zero(levels + 4 * load<u8>(labels + load<u32>(at)));
  a = v128.load_lane<f32>(levels + 4 * load<u8>(labels + load<u32>(at, 4)), a, 1);
  a = v128.load_lane<f32>(levels + 4 * load<u8>(labels + load<u32>(at, 8)), a, 2);
  return v128.load_lane<f32>(levels + 4 * load<u8>(labels + load<u32>(at, 12)), a, 3);
}
