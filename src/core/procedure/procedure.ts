/** @file The procedure as the trainee meets it: ordered steps, marks, outcome (types; rules in `rules.ts`). */

import type { Perforation } from '../mechanics/wounds/wounds.ts';

/** In order. What each asks and why is in the strings table under the same id. */
export const STEP_IDS = [
  'angiogram',
  'wire1-subintimal',
  'ivus-in',
  'pullback',
  'read-image',
  'orient',
  'deliver-wire2',
  'steer-wire2',
  'advance-wire2',
  'confirm',
  'finish',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export type MarkKind = 'true-lumen' | 'plane' | 'wire2-tip' | 'wire2-in-lumen';

/** A reading the user placed on the image, graded against the truth when it was placed. */
export interface Mark {
  readonly kind: MarkKind;
  readonly tick: number;
  /** Transducer station, mm. */
  readonly stationMm: number;
  readonly clock: number;
  readonly rangeMm: number;
  /** Angle between the mark and the truth, deg, 0 .. 180. */
  readonly errorDeg: number;
}

export type OutcomeReason = 're-entry' | 'unconfirmed' | 'not-in-lumen' | 'perforation' | 'stopped';

/** What the devices did to the vessel. */
export interface Harm {
  /** The worst hole; null without one that reached the adventitia. */
  readonly worst: Pick<Perforation, 'layer' | 'severity' | 'bledMl' | 'depthMm' | 'wireId'> | null;
  /** Blood in the plane beside the devices, mm^3. */
  readonly haematomaMm3: number;
  readonly mostSticksAtOneSite: number;
}

export interface Outcome {
  readonly success: boolean;
  readonly reason: OutcomeReason;
  readonly timeS: number;
  readonly fluoroS: number;
  readonly contrastMl: number;
  readonly perforations: number;
  readonly harm: Harm;
  /** Distance from the distal cap to the point where wire 2 entered the true lumen, mm; null if it did not. */
  readonly reentryFromCapMm: number | null;
  /** Wire 2 length inside the true lumen, mm. */
  readonly lumenLengthMm: number;
  readonly calciumStrikes: number;
  /** Mean angular error of the user's marks, deg; null without marks. */
  readonly meanMarkErrorDeg: number | null;
}

export interface ProcedureState {
  /** Tick at which each step was done, or null; same order as STEP_IDS. */
  readonly doneTicks: readonly (number | null)[];
  /** First step that is not done. */
  readonly current: StepId;
  /** 0 .. 1 within the current step where that can be measured (mm advanced, deg turned), else 0. */
  readonly progress: number;
  readonly marks: readonly Mark[];
  readonly outcome: Outcome | null;
}
