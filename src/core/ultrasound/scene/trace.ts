/**
 * @file Walks outward along every traced line: which material, where the boundaries are, how much sound is left, and
 * how much too near or too far a console draws what lies there.
 *
 * Straight rays; a rotating single element needs no others.
 */
import type { Tissue } from '../../anatomy/tissue.ts';
import { quickExp } from '../../math/quick-exp.ts';
import type { ImagingPose } from '../frame.ts';
import { MEDIA, type Media } from '../media.ts';
import type { FramePlan } from '../plan.ts';
import { MATERIALS, MEDIUM, mediumRows, passedRows, WALK_STEP_MM } from './medium.ts';
import { aimRays, RAY } from './rays.ts';
import type { SlabBasis } from './slab.ts';

/** Boundaries in the order met, all lines after one another; line c owns firstOf[c] .. firstOf[c + 1]. */
export interface Crossings {
  count: number;
  readonly firstOf: Int32Array;
  /** True range from the axis, mm, and how much further out it is drawn (negative: nearer). */
  readonly rangeMm: Float32Array;
  readonly lateMm: Float32Array;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** Two-way amplitude that reaches the boundary and comes back, 0 .. 1. */
  readonly transmission: Float32Array;
}

/** One row per range on the plan's trace grid, lines contiguous: sample k of line c at k lines + c. */
export interface Trace {
  readonly labels: Uint8Array;
  /** Two-way amplitude transmission, 0 .. 1. */
  readonly transmission: Float32Array;
  /** How much further out than it is a point is drawn, mm: the time of flight is read at 1540 m/s. */
  readonly lateMm: Float32Array;
  /** Per traced line: two-way amplitude that reaches the metal which ends it, and `lateMm` there. */
  readonly atMetal: Float32Array;
  readonly lateAtMetal: Float32Array;
  readonly crossings: Crossings;
  /** What the walk reads: the rays of the frame, and the materials at the plan's frequency. */
  readonly rays: Float64Array;
  readonly media: Float64Array;
  readonly passed: Float64Array;
}

/** Label of samples inside the catheter or behind metal, where nothing scatters. */
export const VOID_LABEL = 255;
/** Sound weaker than this is lost in noise whatever it meets; the walk stops there. */
export const INAUDIBLE = 1e-4;
/** How often a stride is cut in three to find the border in it, the middle of what is left then being taken: to 2 um in the
 *  vessel where it has a line of its own, to 7 um where it grades over and only the speckle changes; outside to twice that. */
export const CUTS = 2;
export const CUTS_VAGUE = 1;
/** Crossings kept per line, at most; further ones are lost. */
export const MAX_CROSSINGS_PER_LINE = 64;

/** Where storage for a trace comes from: kernel memory, or plain arrays. */
export interface TraceRoom {
  float64(length: number): Float64Array;
  float32(length: number): Float32Array;
  int32(length: number): Int32Array;
  uint8(length: number): Uint8Array;
}

export const createTrace = (plan: FramePlan, room: TraceRoom, of: Media = MEDIA): Trace => {
  const { lines, samples } = plan.trace;
  const most = lines * MAX_CROSSINGS_PER_LINE;
  const copy = (numbers: Float64Array): Float64Array => {
    const to = room.float64(numbers.length);
    to.set(numbers);
    return to;
  };
  return {
    labels: room.uint8(lines * samples),
    // one row to spare where their number is odd: they are filtered in pairs
    transmission: room.float32(lines * (samples + (samples & 1))),
    lateMm: room.float32(lines * samples),
    atMetal: room.float32(lines),
    lateAtMetal: room.float32(lines),
    crossings: {
      count: 0,
      firstOf: room.int32(lines + 1),
      rangeMm: room.float32(most),
      lateMm: room.float32(most),
      from: room.uint8(most),
      to: room.uint8(most),
      transmission: room.float32(most),
    },
    rays: room.float64(lines * RAY.columns),
    media: copy(mediumRows(plan, of)),
    passed: copy(passedRows(plan, of)),
  };
};

/**
 * Fills `out` for a pose.
 * @param metalMm per traced line: range at which metal ends the line (Infinity where there is none).
 */
export const traceTissue = (
  tissue: Tissue,
  pose: ImagingPose,
  basis: SlabBasis,
  plan: FramePlan,
  metalMm: Float32Array,
  out: Trace,
): void => {
  aimRays(pose, basis, plan, metalMm, out.rays);
  walkRays(tissue, plan, pose.sheathRadiusMm, out);
};

/** Nothing anywhere. */
export const clearTrace = ({ labels, transmission, lateMm }: Trace): void => {
  labels.fill(VOID_LABEL);
  transmission.fill(0);
  lateMm.fill(0);
};

/** Walks along the rays of `out` from the window's surface on. */
const walkRays = (tissue: Tissue, plan: FramePlan, windowMm: number, out: Trace): void => {
  const { lines, samples, stepMm } = plan.trace;
  const { startMm } = plan.settings;
  const { labels, transmission, lateMm, crossings, rays, media, passed } = out;
  clearTrace(out);
  const inside = Math.max(0, Math.ceil((windowMm - startMm) / stepMm - 0.5));
  let found = 0;
  for (let c = 0; c < lines; c++) {
    crossings.firstOf[c] = found;
    const limit = found + MAX_CROSSINGS_PER_LINE;
    const ray = c * RAY.columns;
    const at = (r: number): number =>
      tissue.materialAt(
        rays[ray + RAY.s]! + rays[ray + RAY.ds]! * r,
        rays[ray + RAY.x]! + rays[ray + RAY.dx]! * r,
        rays[ray + RAY.y]! + rays[ray + RAY.dy]! * r,
      );
    const end = rays[ray + RAY.endMm]!;
    let r = windowMm;
    let label = at(r);
    let medium = label * MEDIUM.columns;
    // the piece of one material that the walk is in: where it began, what arrived there and how late, next sample
    let pieceMm = r;
    let pieceLeft = rays[ray + RAY.left]!;
    let pieceLate = 0;
    let k = inside;
    let left = pieceLeft;
    const writeUpTo = (toMm: number): void => {
      const first = startMm + (k + 0.5) * stepMm - pieceMm;
      let value = pieceLeft * quickExp(-media[medium + MEDIUM.decay]! * first);
      let late = pieceLate + media[medium + MEDIUM.delay]! * first;
      for (; k < samples && startMm + (k + 0.5) * stepMm < toMm; k++) {
        labels[k * lines + c] = label;
        transmission[k * lines + c] = value;
        lateMm[k * lines + c] = late;
        value *= media[medium + MEDIUM.perSample]!;
        late += media[medium + MEDIUM.delayPerSample]!;
      }
    };
    // steps from the window's surface
    let i = 0;
    while (r < end && left > INAUDIBLE && found < limit) {
      i += media[medium + MEDIUM.steps]!;
      const next = Math.min(end, windowMm + i * WALK_STEP_MM);
      const nextLabel = at(next);
      left *= media[medium + MEDIUM.perStride]!;
      // a stride may hold several boundaries
      while (label !== nextLabel && found < limit) {
        let lo = r;
        let hi = next;
        let hiLabel = nextLabel;
        const vague =
          media[medium + MEDIUM.vague]! > 0 && media[nextLabel * MEDIUM.columns + MEDIUM.vague]! > 0;
        for (let cuts = vague ? CUTS_VAGUE : CUTS; cuts > 0; cuts--) {
          const from = lo;
          const third = (hi - lo) * (1 / 3);
          for (let part = 1; part < 3; part++) {
            const here = from + third * part;
            const hereLabel = at(here);
            if (hereLabel !== label) {
              hi = here;
              hiLabel = hereLabel;
              break;
            }
            lo = here;
          }
        }
        const border = 0.5 * (lo + hi);
        writeUpTo(border);
        left = pieceLeft * quickExp(-media[medium + MEDIUM.decay]! * (border - pieceMm));
        pieceLate += media[medium + MEDIUM.delay]! * (border - pieceMm);
        crossings.rangeMm[found] = border;
        crossings.lateMm[found] = pieceLate;
        crossings.from[found] = label;
        crossings.to[found] = hiLabel;
        crossings.transmission[found] = left;
        found++;
        left *= passed[label * MATERIALS + hiLabel]!;
        pieceMm = border;
        pieceLeft = left;
        label = hiLabel;
        medium = label * MEDIUM.columns;
        r = hi;
      }
      if (label === nextLabel) r = next;
    }
    writeUpTo(r);
    out.atMetal[c] = pieceLeft * quickExp(-media[medium + MEDIUM.decay]! * (r - pieceMm));
    out.lateAtMetal[c] = pieceLate + media[medium + MEDIUM.delay]! * (r - pieceMm);
  }
  crossings.firstOf[lines] = found;
  crossings.count = found;
};
