/** @file Scatterers of bricks onto the complex picture, operation for operation as ../../speckle/splat.ts, four at a time.
 *
 * Its one long loop is four short ones here, because a processor looks ahead over a few hundred instructions only: long
 * chains of divisions and look-ups take turns when their vectors lie close together. Scatterers wait in a queue between
 * the steps and stay in order, so that sums round as they do there.
 */
import { collect } from './splat-collect.ts';
import { SplatJob } from './splat-job.ts';
import { locate } from './splat-locate.ts';
import { CAPACITY, N, PLACE, STRENGTH, TURN, U, V } from './splat-queue.ts';
import { weigh } from './splat-weigh.ts';

/** Bytes of a row: WORK of ../../speckle/splat.ts. */
const WORK_ROW: usize = 16;

/** Longer bricks are taken in pieces of so many bytes per array. */
const PIECE: usize = 512;

/** Returns how many scatterers lay in the slab. */
export function splat(job: SplatJob): i32 {
  let filled: usize = 0;
  let counted: i32 = 0;
  const end = job.work + job.bricks * WORK_ROW;
  for (let work = job.work; work < end; work += WORK_ROW) {
    const stride: usize = 4 * load<u32>(work, 4);
    for (let from: usize = 0; from < stride; from += PIECE) {
      if (filled > CAPACITY - PIECE) {
        counted += finish(job, filled);
        filled = 0;
      }
      filled = collect(job, work, from, min(from + PIECE, stride), filled);
    }
  }
  return counted + finish(job, filled);
}

/** Brings the queue onto the picture. Returns how many of it lay in the slab. */
function finish(job: SplatJob, filled: usize): i32 {
  const queue = job.queue;
  if (filled === 0) return 0;
  // the last vector is filled up with scatterers out of the slab
  v128.store(queue + filled, v128.load32_splat(queue, U), U);
  v128.store(queue + filled, v128.load32_splat(queue, V), V);
  v128.store(queue + filled, f32x4.splat(1e30), N);
  const counted = locate(job, filled);
  addUp(job, weigh(job, filled));
  return counted;
}

function addUp(job: SplatJob, filled: usize): void {
  const out = job.out;
  const phase = job.phase;
  for (let q = job.queue, end = q + filled; q < end; q += 4) {
    const at = out + load<u32>(q, PLACE);
    const turn = phase + 8 * load<u32>(q, TURN);
    const a = load<f32>(q, STRENGTH);
    store<f32>(at, load<f32>(at) + a * load<f32>(turn));
    store<f32>(at, load<f32>(at, 16) + a * load<f32>(turn, 4), 16);
  }
}
