/** @file The walk outward along every ray of a frame, operation for operation that of ../../scene/trace.ts. */
import { quickExp } from './angle.ts';
import { least } from './numbers.ts';
import { materialsAt } from './tissue.ts';
import { Tissue } from './tissue-layout.ts';
import { TraceJob } from './trace-job.ts';

/** Bytes of a row: RAY of ../../scene/rays.ts, MEDIUM of ../../scene/medium.ts. */
const RAY_ROW: usize = 64;
const MEDIUM_ROW: usize = 64;

/** Fills what the job names. Returns the number of crossings. */
export function trace(t: Tissue, job: TraceJob): i32 {
  const lines = job.lines as usize;
  let found: i32 = 0;
  for (let c: usize = 0; c < lines; c++) {
    store<i32>(job.firstOf + (c << 2), found);
    found = walk(t, job, c, found);
  }
  store<i32>(job.firstOf + (lines << 2), found);
  return found;
}

/** Walks along a ray. `found` crossings lie before it; answers how many do after it. */
function walk(t: Tissue, job: TraceJob, c: usize, found: i32): i32 {
  const ray = job.rays + c * RAY_ROW;
  const end = load<f64>(ray, 48);
  const limit = found + job.mostCrossings;
  const windowMm = job.windowMm;
  const stepMm = job.walkStepMm;
  let r = windowMm;
  let label = at(t, ray, r, r) & 255;
  let medium = job.media + (label as usize) * MEDIUM_ROW;
  let pieceMm = r;
  let pieceLeft = load<f64>(ray, 56);
  let pieceLate: f64 = 0.0;
  let k = max(0, ceil((r - job.startMm) / job.stepMm - 0.5) as i32);
  let left = pieceLeft;
  let i: f64 = 0.0;
  // strides are looked up two at a time: which one is known already, and its material
  let known: f64 = 0.0;
  let knownLabel: i32 = 0;
  while (r < end && left > job.inaudible && found < limit) {
    const steps = load<f64>(medium, 24);
    i += steps;
    const next = least(windowMm + i * stepMm, end);
    let nextLabel = knownLabel;
    if (i !== known) {
      known = i + steps;
      const two = at(t, ray, next, least(windowMm + known * stepMm, end));
      nextLabel = two & 255;
      knownLabel = two >> 8;
    }
    left *= load<f64>(medium, 16);
    while (label !== nextLabel && found < limit) {
      let lo = r;
      let hi = next;
      let hiLabel = nextLabel;
      const vague =
        load<f64>(medium, 48) > 0.0 && load<f64>(job.media + (nextLabel as usize) * MEDIUM_ROW, 48) > 0.0;
      for (let cuts = vague ? job.cutsVague : job.cuts; cuts > 0; cuts--) {
        const third = (hi - lo) * (1.0 / 3.0);
        const two = at(t, ray, lo + third, lo + third * 2.0);
        // which of the two is the first of another material
        const part = ctz((two ^ (label * 0x101)) | 0x10000) >> 3;
        const from = lo;
        lo = from + third * (part as f64);
        hi = select(from + third * ((part + 1) as f64), hi, part < 2);
        hiLabel = select((two >> (part << 3)) & 255, hiLabel, part < 2);
      }
      const border = 0.5 * (lo + hi);
      k = writeUpTo(job, c, k, border, label, medium, pieceMm, pieceLeft, pieceLate);
      left = pieceLeft * quickExp(-load<f64>(medium) * (border - pieceMm));
      pieceLate += load<f64>(medium, 32) * (border - pieceMm);
      store<f32>(job.rangeMm + ((found as usize) << 2), border as f32);
      store<f32>(job.lateAt + ((found as usize) << 2), pieceLate as f32);
      store<u8>(job.from + (found as usize), label);
      store<u8>(job.to + (found as usize), hiLabel);
      store<f32>(job.arriving + ((found as usize) << 2), left as f32);
      found++;
      left *= load<f64>(job.passed + (((label * job.materials + hiLabel) as usize) << 3));
      pieceMm = border;
      pieceLeft = left;
      label = hiLabel;
      medium = job.media + (label as usize) * MEDIUM_ROW;
      r = hi;
    }
    if (label === nextLabel) r = next;
  }
  writeUpTo(job, c, k, r, label, medium, pieceMm, pieceLeft, pieceLate);
  const last = r - pieceMm;
  store<f32>(job.atMetal + (c << 2), (pieceLeft * quickExp(-load<f64>(medium) * last)) as f32);
  store<f32>(job.lateAtMetal + (c << 2), (pieceLate + load<f64>(medium, 32) * last) as f32);
  return found;
}

/** Materials at two ranges along a ray: the first, plus 256 times the second. */
function at(t: Tissue, ray: usize, a: f64, b: f64): i32 {
  const r = f64x2.replace_lane(f64x2.splat(a), 1, b);
  return materialsAt(t, along(ray, r), along(ray + 8, r), along(ray + 16, r));
}

/** A coordinate of two points of a ray. */
function along(ray: usize, r: v128): v128 {
  return f64x2.add(v128.load64_splat(ray), f64x2.mul(v128.load64_splat(ray, 24), r));
}

/** Writes the samples of a piece of one material, from sample `k` up to a range. Answers the next sample. */
function writeUpTo(
  job: TraceJob,
  c: usize,
  k: i32,
  toMm: f64,
  label: i32,
  medium: usize,
  pieceMm: f64,
  pieceLeft: f64,
  pieceLate: f64,
): i32 {
  const startMm = job.startMm;
  const stepMm = job.stepMm;
  const first = startMm + ((k as f64) + 0.5) * stepMm - pieceMm;
  let value = pieceLeft * quickExp(-load<f64>(medium) * first);
  let late = pieceLate + load<f64>(medium, 32) * first;
  const perSample = load<f64>(medium, 8);
  const delay = load<f64>(medium, 40);
  const lines = job.lines as usize;
  for (; k < job.samples && startMm + ((k as f64) + 0.5) * stepMm < toMm; k++) {
    const node = (k as usize) * lines + c;
    store<u8>(job.labels + node, label);
    store<f32>(job.transmission + (node << 2), value as f32);
    store<f32>(job.lateMm + (node << 2), late as f32);
    value *= perSample;
    late += delay;
  }
  return k;
}
