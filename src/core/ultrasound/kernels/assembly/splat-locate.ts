/** @file Second step of a splat: range, direction and elevation of the queue's scatterers, and where these lie in the
 *  tables. What is out of the slab gets places that exist, too. */
import { add, mul, sub, whole, wrapped } from './lanes.ts';
import { SplatJob } from './splat-job.ts';
import { AUDIBLE, COLUMN, GAIN, INSIDE, N, NODE, RANGE, STEP, U, V } from './splat-queue.ts';

/** Returns how many lie in the slab. */
export function locate(job: SplatJob, filled: usize): i32 {
  const half = f32x4.splat(0.5);
  const start = f32x4.splat(job.start);
  const perMm = f32x4.splat(job.perMm);
  const perRad = f32x4.splat(job.perRad);
  const advance = f32x4.splat(job.advance);
  const tracePerColumn = f32x4.splat(job.tracePerColumn);
  const tracePerSample = f32x4.splat(job.tracePerSample);
  const columns = i32x4.splat(job.columns);
  const traceLines = i32x4.splat(job.traceLines);
  const elevationSteps = i32x4.splat(job.elevationSteps);
  const depths = job.depths;
  let counted: i32 = 0;
  for (let q = job.queue, end = q + filled; q < end; q += 16) {
    const u = v128.load(q, U);
    const v = v128.load(q, V);
    const r = f32x4.sqrt(add(mul(u, u), mul(v, v)));
    const near = whole(mul(sub(r, start), perMm));
    const line = mul(angle(job, u, v), perRad);
    const e = f32x4.abs(sub(v128.load(q, N), mul(line, advance)));
    // four rows of reach, stepsPerMm, gain and audible become four columns
    const row0 = v128.load(depths + 16 * i32x4.extract_lane(near, 0));
    const row1 = v128.load(depths + 16 * i32x4.extract_lane(near, 1));
    const row2 = v128.load(depths + 16 * i32x4.extract_lane(near, 2));
    const row3 = v128.load(depths + 16 * i32x4.extract_lane(near, 3));
    const front01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const front23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const back01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const back23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    const inside = f32x4.lt(e, v128.shuffle<f32>(front01, front23, 0, 1, 4, 5));
    counted += popcnt(i32x4.bitmask(inside));

    const step = v128.and(inside, whole(mul(e, v128.shuffle<f32>(front01, front23, 2, 3, 6, 7))));
    const tl = wrapped(whole(add(mul(line, tracePerColumn), half)), traceLines);
    const traced = whole(mul(f32x4.convert_i32x4_s(near), tracePerSample));
    v128.store(q, r, RANGE);
    v128.store(q, inside, INSIDE);
    v128.store(q, wrapped(whole(add(line, half)), columns), COLUMN);
    v128.store(q, i32x4.add(i32x4.mul(traced, traceLines), tl), NODE);
    v128.store(q, i32x4.add(i32x4.mul(i32x4.shr_s(near, 2), elevationSteps), step), STEP);
    v128.store(q, v128.shuffle<f32>(back01, back23, 0, 1, 4, 5), GAIN);
    v128.store(q, v128.shuffle<f32>(back01, back23, 2, 3, 6, 7), AUDIBLE);
  }
  return counted;
}

/** In [0, 2 pi]; NaN at the origin. */
function angle(job: SplatJob, u: v128, v: v128): v128 {
  const zero = f32x4.splat(0);
  const au = f32x4.abs(u);
  const av = f32x4.abs(v);
  const t = f32x4.div(f32x4.pmin(au, av), f32x4.pmax(au, av));
  const tt = mul(t, t);
  let a = add(f32x4.splat(job.c4), mul(tt, f32x4.splat(job.c5)));
  a = add(f32x4.splat(job.c3), mul(tt, a));
  a = add(f32x4.splat(job.c2), mul(tt, a));
  a = add(f32x4.splat(job.c1), mul(tt, a));
  a = mul(t, add(f32x4.splat(job.c0), mul(tt, a)));
  a = v128.bitselect(sub(f32x4.splat((0.5 * Math.PI) as f32), a), a, f32x4.gt(av, au));
  a = v128.bitselect(sub(f32x4.splat(Math.PI as f32), a), a, f32x4.lt(u, zero));
  return v128.bitselect(sub(f32x4.splat((2.0 * Math.PI) as f32), a), a, f32x4.lt(v, zero));
}
