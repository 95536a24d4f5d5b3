/**
 * @file Walks outward along every traced line: which material, where the boundaries are, how much sound is left.
 *
 * Straight rays and one speed of sound; a rotating single element needs no others.
 */
import { MATERIAL_NAMES } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose } from './frame.ts';
import { ATTENUATION, IMPEDANCE } from './media.ts';
import type { FramePlan } from './plan.ts';
import type { SlabBasis } from './slab.ts';

/** Boundaries in the order met, all lines after one another; line c owns firstOf[c] .. firstOf[c + 1]. */
export interface Crossings {
  count: number;
  readonly firstOf: Int32Array;
  readonly rangeMm: Float32Array;
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
  /** Per traced line: two-way amplitude that reaches the metal which ends it. */
  readonly atMetal: Float32Array;
  readonly crossings: Crossings;
}

/** Label of samples inside the catheter or behind metal, where nothing scatters. */
export const VOID_LABEL = 255;
/** Sound weaker than this is lost in noise whatever it meets; the walk stops there. */
const INAUDIBLE = 1e-4;
/** Step of the walk inside the vessel, mm: below the thinnest layer (intima, 0.05 mm). Outside nothing is thin. */
const STEP_MM = 0.04;
const STEP_OUTSIDE_MM = 0.08;
/** Bisections of a step at a boundary: 40 um / 32 = 1.3 um. Fat, septa and muscle grade over: 80 um / 8 will do. */
const BISECTIONS = 5;
const BISECTIONS_VAGUE = 3;
const MAX_CROSSINGS_PER_LINE = 64;

const OUTSIDE = MATERIAL_NAMES.map(
  (name) => name === 'fat' || name === 'muscle' || name === 'connective' || name === 'vein',
);

const VAGUE = MATERIAL_NAMES.map((name) => name === 'fat' || name === 'muscle' || name === 'connective');

const walkStep = (label: number): number => (OUTSIDE[label] ? STEP_OUTSIDE_MM : STEP_MM);

export const createTrace = (plan: FramePlan): Trace => {
  const { lines, samples } = plan.trace;
  const room = lines * MAX_CROSSINGS_PER_LINE;
  return {
    labels: new Uint8Array(lines * samples),
    // one row to spare where their number is odd: they are filtered in pairs
    transmission: new Float32Array(lines * (samples + (samples & 1))),
    atMetal: new Float32Array(lines),
    crossings: {
      count: 0,
      firstOf: new Int32Array(lines + 1),
      rangeMm: new Float32Array(room),
      from: new Uint8Array(room),
      to: new Uint8Array(room),
      transmission: new Float32Array(room),
    },
  };
};

/** Amplitude reflection coefficient between two materials, signed. */
export const reflection = (from: number, to: number): number =>
  (IMPEDANCE[to]! - IMPEDANCE[from]!) / (IMPEDANCE[to]! + IMPEDANCE[from]!);

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
  const { lines, samples, stepMm } = plan.trace;
  const { startMm, probe } = plan.settings;
  const { labels, transmission, crossings } = out;
  // two-way amplitude: exp(-k r), k = 2 alpha f / 10 (dB per mm) x ln 10 / 20
  const decay = ATTENUATION.map((alpha) => ((2 * alpha * probe.frequencyMHz) / 10) * (Math.LN10 / 20));
  const perSample = decay.map((k) => Math.exp(-k * stepMm));
  const perStep = decay.map((k, id) => Math.exp(-k * walkStep(id)));
  labels.fill(VOID_LABEL);
  transmission.fill(0);

  const inside = Math.max(0, Math.ceil((pose.sheathRadiusMm - startMm) / stepMm - 0.5));
  const endMm = startMm + samples * stepMm;
  let found = 0;
  for (let c = 0; c < lines; c++) {
    crossings.firstOf[c] = found;
    const limit = found + MAX_CROSSINGS_PER_LINE;
    const angle = (2 * Math.PI * c) / lines;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const dx = cos * basis.ux + sin * basis.vx;
    const dy = cos * basis.uy + sin * basis.vy;
    const ds = cos * basis.us + sin * basis.vs;
    const at = (r: number): number => tissue.materialAt(pose.s + ds * r, pose.x + dx * r, pose.y + dy * r);

    const end = Math.min(endMm, metalMm[c]!);
    let r = pose.sheathRadiusMm;
    let label = at(r);
    // the piece of one material that the walk is in: where it began, what arrived there, next sample to write
    let pieceMm = r;
    let pieceLeft = 1;
    let k = inside;
    let left = 1;
    const writeUpTo = (toMm: number): void => {
      let value = pieceLeft * Math.exp(-decay[label]! * (startMm + (k + 0.5) * stepMm - pieceMm));
      for (; k < samples && startMm + (k + 0.5) * stepMm < toMm; k++) {
        labels[k * lines + c] = label;
        transmission[k * lines + c] = value;
        value *= perSample[label]!;
      }
    };
    while (r < end && left > INAUDIBLE && found < limit) {
      const next = Math.min(end, r + walkStep(label));
      const nextLabel = at(next);
      if (nextLabel === label) {
        r = next;
        left *= perStep[label]!;
        continue;
      }
      let lo = r;
      let hi = next;
      let hiLabel = nextLabel;
      const bisections = VAGUE[label] && VAGUE[nextLabel] ? BISECTIONS_VAGUE : BISECTIONS;
      for (let i = 0; i < bisections; i++) {
        const mid = 0.5 * (lo + hi);
        const midLabel = at(mid);
        if (midLabel === label) lo = mid;
        else {
          hi = mid;
          hiLabel = midLabel;
        }
      }
      writeUpTo(hi);
      left = pieceLeft * Math.exp(-decay[label]! * (hi - pieceMm));
      const back = reflection(label, hiLabel);
      crossings.rangeMm[found] = hi;
      crossings.from[found] = label;
      crossings.to[found] = hiLabel;
      crossings.transmission[found] = left;
      found++;
      left *= 1 - back * back;
      pieceMm = hi;
      pieceLeft = left;
      label = hiLabel;
      r = hi;
    }
    writeUpTo(r);
    out.atMetal[c] = pieceLeft * Math.exp(-decay[label]! * (r - pieceMm));
  }
  crossings.firstOf[lines] = found;
  crossings.count = found;
};
