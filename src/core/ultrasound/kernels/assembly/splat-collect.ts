/** @file First step of a splat: a brick's scatterers move to where devices have pushed them and into the slab's basis;
 *  those within the picture's ranges join the queue. */
import { add, mul, sub } from './lanes.ts';
import { SplatJob } from './splat-job.ts';
import { AMPLITUDE, N, packed, U, V } from './splat-queue.ts';

/** Bytes of a row: SLICE of ../../speckle/splat.ts. */
const SLICE_ROW: usize = 32;

/**
 * @param from, to which part of the brick's arrays, in bytes
 * @param filled bytes of each array of the queue that are taken
 * @returns the same afterwards
 */
export function collect(job: SplatJob, work: usize, from: usize, to: usize, filled: usize): usize {
  const brick: usize = job.arena + 4 * load<u32>(work);
  const stride: usize = 4 * load<u32>(work, 4);
  const slice: usize = job.slices + SLICE_ROW * load<u32>(work, 8);
  const planeX = v128.load32_splat(slice);
  const planeY = v128.load32_splat(slice, 4);
  const planeSq = v128.load32_splat(slice, 8);
  const trackX = v128.load32_splat(slice, 12);
  const trackY = v128.load32_splat(slice, 16);
  const trackSq = v128.load32_splat(slice, 20);
  const inPlane = load<f32>(slice, 8) > 0;
  const onTrack = load<f32>(slice, 20) > 0;
  const originS = f32x4.splat(job.s - load<f32>(slice, 24));
  const poseX = f32x4.splat(job.x);
  const poseY = f32x4.splat(job.y);
  const ux = f32x4.splat(job.ux);
  const uy = f32x4.splat(job.uy);
  const us = f32x4.splat(job.us);
  const vx = f32x4.splat(job.vx);
  const vy = f32x4.splat(job.vy);
  const vs = f32x4.splat(job.vs);
  const nx = f32x4.splat(job.nx);
  const ny = f32x4.splat(job.ny);
  const ns = f32x4.splat(job.ns);
  const innerSq = f32x4.splat(job.innerSq);
  const endSq = f32x4.splat(job.endSq);
  const labelled = job.labelled !== 0;
  const patterns = job.patterns;
  let q = job.queue + filled;
  for (let at = brick + from, end = brick + to; at < end; at += 16) {
    const fromX = v128.load(at + stride);
    const fromY = v128.load(at + 2 * stride);
    let x = fromX;
    let y = fromY;
    if (inPlane) {
      const hx = sub(x, planeX);
      const hy = sub(y, planeY);
      const grow = growth(hx, hy, planeSq);
      x = add(planeX, mul(hx, grow));
      y = add(planeY, mul(hy, grow));
    }
    if (onTrack) {
      const hx = sub(x, trackX);
      const hy = sub(y, trackY);
      const grow = growth(hx, hy, trackSq);
      x = add(trackX, mul(hx, grow));
      y = add(trackY, mul(hy, grow));
    }
    const qs = sub(v128.load(at), originS);
    const qx = sub(x, poseX);
    const qy = sub(y, poseY);
    const u = add(add(mul(qx, ux), mul(qy, uy)), mul(qs, us));
    const v = add(add(mul(qx, vx), mul(qy, vy)), mul(qs, vs));
    const rr = add(mul(u, u), mul(v, v));
    const within = i32x4.bitmask(v128.and(f32x4.ge(rr, innerSq), f32x4.le(rr, endSq)));
    if (within === 0) continue;

    const n = add(add(mul(qx, nx), mul(qy, ny)), mul(qs, ns));
    let a = v128.load(at + 3 * stride);
    const media = f32x4.lt(a, f32x4.splat(0));
    if (!labelled && v128.any_true(media)) {
      a = v128.bitselect(mul(f32x4.neg(a), mediaLevel(job, qx, qy, fromX, fromY)), a, media);
    }
    const pattern = v128.load(patterns + 16 * within);
    v128.store(q, packed(u, pattern), U);
    v128.store(q, packed(v, pattern), V);
    v128.store(q, packed(n, pattern), N);
    v128.store(q, packed(a, pattern), AMPLITUDE);
    q += 4 * popcnt(within);
  }
  return q - job.queue;
}

/** How much further from a hole's middle what lay at (hx, hy) from it is now. */
function growth(hx: v128, hy: v128, radiusSq: v128): v128 {
  const distanceSq = add(add(mul(hx, hx), mul(hy, hy)), f32x4.splat(1e-12));
  return f32x4.sqrt(add(f32x4.splat(1), f32x4.div(radiusSq, distanceSq)));
}

function mediaLevel(job: SplatJob, qx: v128, qy: v128, fromX: v128, fromY: v128): v128 {
  const dot = add(mul(qx, fromX), mul(qy, fromY));
  const squares = mul(add(mul(qx, qx), mul(qy, qy)), add(mul(fromX, fromX), mul(fromY, fromY)));
  const cos2 = f32x4.div(mul(dot, dot), add(squares, f32x4.splat(1e-9)));
  return add(f32x4.splat(job.along), mul(f32x4.splat(job.across), mul(cos2, cos2)));
}
