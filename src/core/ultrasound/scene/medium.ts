/** @file What a walk through each material does to sound, for one plan: loss, delay, length of a stride, loss at borders. */
import { MATERIAL_NAMES } from '../../anatomy/material.ts';
import { type Media, reflection } from '../media.ts';
import type { FramePlan } from '../plan.ts';
import { SPEED_MM_PER_US } from '../probe/spectrum.ts';

export const MATERIALS = MATERIAL_NAMES.length;

/** Columns of the table of materials. */
export const MEDIUM = {
  /** Two-way amplitude falls as exp(-decay r), r in mm; by what factor per sample of the trace and per stride of the walk. */
  decay: 0,
  perSample: 1,
  perStride: 2,
  /** Steps to a stride of the walk. */
  steps: 3,
  /** How much further out a console draws what lies behind 1 mm of it, and behind a sample of the trace, mm. */
  delay: 4,
  delayPerSample: 5,
  /** 1 where it grades over into its like: no line of its own there. */
  vague: 6,
  columns: 8,
} as const;

/** Step of the walk, mm: below the thinnest layer (intima, 0.05 mm). Outside the vessel nothing is thin. */
export const WALK_STEP_MM = 0.04;
const STEPS_OUTSIDE = 2;
/** Borders up to this grade over; single precision, as the columns are. */
const VAGUE_BORDER = Math.fround(0.3);

const OUTSIDE = MATERIAL_NAMES.map(
  (name) => name === 'fat' || name === 'muscle' || name === 'connective' || name === 'vein',
);

/** One row per material. */
export const mediumRows = ({ settings, trace }: FramePlan, media: Media): Float64Array => {
  const { probe, effects } = settings;
  // two-way amplitude: k = 2 alpha f / 10 (dB per mm) x ln 10 / 20
  const loss = effects.shadow ? ((2 * probe.frequencyMHz) / 10) * (Math.LN10 / 20) : 0;
  const rows = new Float64Array(MATERIALS * MEDIUM.columns);
  for (let id = 0; id < MATERIALS; id++) {
    const row = id * MEDIUM.columns;
    const decay = loss * media.alphaDbCmMHz[id]!;
    const steps = OUTSIDE[id] ? STEPS_OUTSIDE : 1;
    // what is slower than 1540 m/s is drawn too far out
    const delay = effects.soundSpeed ? SPEED_MM_PER_US / media.speedMmUs[id]! - 1 : 0;
    rows[row + MEDIUM.decay] = decay;
    rows[row + MEDIUM.perSample] = Math.exp(-decay * trace.stepMm);
    rows[row + MEDIUM.perStride] = Math.exp(-decay * steps * WALK_STEP_MM);
    rows[row + MEDIUM.steps] = steps;
    rows[row + MEDIUM.delay] = delay;
    rows[row + MEDIUM.delayPerSample] = delay * trace.stepMm;
    rows[row + MEDIUM.vague] = Number(media.border[id]! <= VAGUE_BORDER);
  }
  return rows;
};

/** Share of the amplitude that passes a border both ways, 1 - R^2, at from MATERIALS + to. */
export const passedRows = ({ settings }: FramePlan, media: Media): Float64Array =>
  Float64Array.from({ length: MATERIALS * MATERIALS }, (_, i) => {
    const back = reflection(Math.floor(i / MATERIALS), i % MATERIALS, media);
    return settings.effects.shadow ? 1 - back * back : 1;
  });
