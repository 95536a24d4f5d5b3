/** @file Where points of the opened tissue came from, two at a time (core/anatomy/openings.ts). */
import { Tissue } from './tissue-layout.ts';

/** Where `pullBack` found the points to come from. */
export let fromX: v128 = i64x2(0, 0);
export let fromY: v128 = i64x2(0, 0);

/** The holes that `sample` found. */
let holeX: v128 = i64x2(0, 0);
let holeY: v128 = i64x2(0, 0);
let holeSq: v128 = i64x2(0, 0);

/** Bytes of a station's hole in the image of a channel: x, y, radius. */
const HOLE_ROW: i32 = 24;

/**
 * Undoes the openings at two points: track, then plane. Leaves the answer in `fromX` and `fromY`.
 * @param f stations in steps of the wall's grid
 * @param step the steps that hold them, i and j; the grid's ends stand for all that lies beyond
 * @returns the lanes whose points lie in a hole
 */
export function pullBack(t: Tissue, x: v128, y: v128, f: v128, step: v128, i: i32, j: i32): v128 {
  const inPlane = between(f, t.planeAfter, t.planeBefore);
  const inTrack = between(f, t.trackAfter, t.trackBefore);
  const tracked = v128.any_true(inTrack);
  fromX = x;
  fromY = y;
  if (!tracked && !v128.any_true(inPlane)) return i64x2(0, 0);
  const u = f64x2.sub(f, step);
  const a = (i * HOLE_ROW) as usize;
  const b = (j * HOLE_ROW) as usize;
  const plane = v128.and(inPlane, sample(t.plane + a, t.plane + b, u));
  if (!tracked) return pull(plane, fromX, fromY, holeX, holeY, holeSq);
  const planeX = holeX;
  const planeY = holeY;
  const planeSq = holeSq;
  const track = v128.and(inTrack, sample(t.track + a, t.track + b, u));
  push(plane, planeX, planeY, planeSq);
  const inside = pull(track, fromX, fromY, holeX, holeY, holeSq);
  return v128.or(inside, pull(plane, fromX, fromY, planeX, planeY, planeSq));
}

function between(f: v128, after: f64, before: f64): v128 {
  return v128.and(f64x2.gt(f, f64x2.splat(after)), f64x2.lt(f, f64x2.splat(before)));
}

/**
 * Holes of a channel between stations; a closed neighbour lends no centre.
 * @param a, b where the stations before the points lie
 * @returns the lanes that have one
 */
function sample(a: usize, b: usize, u: v128): v128 {
  const none = i64x2(0, 0);
  let x0 = v128.load64_splat(a);
  let y0 = v128.load64_splat(a, 8);
  let r0 = v128.load64_splat(a, 16);
  let x1 = v128.load64_splat(a, 24);
  let y1 = v128.load64_splat(a, 32);
  let r1 = v128.load64_splat(a, 40);
  if (a !== b) {
    x0 = v128.load64_lane(b, x0, 1);
    y0 = v128.load64_lane(b, y0, 1, 8);
    r0 = v128.load64_lane(b, r0, 1, 16);
    x1 = v128.load64_lane(b, x1, 1, 24);
    y1 = v128.load64_lane(b, y1, 1, 32);
    r1 = v128.load64_lane(b, r1, 1, 40);
  }
  const r = f64x2.add(r0, f64x2.mul(f64x2.sub(r1, r0), u));
  const v = v128.bitselect(f64x2.splat(1.0), v128.andnot(u, f64x2.eq(r1, none)), f64x2.eq(r0, none));
  holeX = f64x2.add(x0, f64x2.mul(f64x2.sub(x1, x0), v));
  holeY = f64x2.add(y0, f64x2.mul(f64x2.sub(y1, y0), v));
  holeSq = f64x2.mul(r, r);
  return f64x2.gt(r, none);
}

/** Pushes the sampled holes' centres out of others. A centre itself has no direction: it goes along +x. */
function push(lanes: v128, x: v128, y: v128, radiusSq: v128): void {
  const dx = f64x2.sub(holeX, x);
  const dy = f64x2.sub(holeY, y);
  const sq = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy));
  const k = f64x2.sqrt(f64x2.div(f64x2.add(sq, radiusSq), sq));
  const middle = f64x2.lt(sq, f64x2.splat(1e-18));
  const outX = v128.bitselect(f64x2.sqrt(radiusSq), f64x2.mul(dx, k), middle);
  const outY = v128.andnot(f64x2.mul(dy, k), middle);
  holeX = v128.bitselect(f64x2.add(x, outX), holeX, lanes);
  holeY = v128.bitselect(f64x2.add(y, outY), holeY, lanes);
}

/** Pulls points back into holes. Points inside come from the centre. Answers the lanes that were inside. */
function pull(lanes: v128, px: v128, py: v128, x: v128, y: v128, radiusSq: v128): v128 {
  const dx = f64x2.sub(px, x);
  const dy = f64x2.sub(py, y);
  const sq = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy));
  const k = f64x2.sqrt(f64x2.div(f64x2.sub(sq, radiusSq), sq));
  const inside = f64x2.le(sq, radiusSq);
  const fx = f64x2.add(x, v128.andnot(f64x2.mul(dx, k), inside));
  const fy = f64x2.add(y, v128.andnot(f64x2.mul(dy, k), inside));
  fromX = v128.bitselect(fx, px, lanes);
  fromY = v128.bitselect(fy, py, lanes);
  return v128.and(inside, lanes);
}
