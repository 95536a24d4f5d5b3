/**
 * @file When is a step done? Each rule looks at the world only, so that a user may go out of order; a step that
 * was done once stays done.
 */
import type { WorldFacts } from './facts.ts';
import { isRead } from './marks.ts';
import { type MarkKind, STEP_IDS, type StepId } from './procedure.ts';

/** Wire 1 must lie this far past the distal cap, so that the catheter can look beyond it, mm. ASSUMED. */
export const WIRE1_PAST_CAP_MM = 15;
/** Shortest pullback worth reading, mm. ASSUMED. */
export const PULLBACK_MM = 20;
/** Opacification that makes an angiogram. ASSUMED. */
const ANGIOGRAM_OPACITY = 0.5;
/** The view is good enough this near to the best, deg: sin 70 deg still shows 94 % of the gap. */
export const VIEW_TOLERANCE_DEG = 20;
/** Wire 2 is safely in when this much of it lies in the open true lumen, mm. ASSUMED. */
export const LUMEN_LENGTH_MM = 10;

interface StepRule {
  readonly done: (facts: WorldFacts) => boolean;
  /** 0 .. 1; 0 where nothing can be measured. */
  readonly progress: (facts: WorldFacts) => number;
}

const share = (value: number, whole: number): number => Math.min(1, Math.max(0, value / whole));
const unmeasured = (): number => 0;
const read = (facts: WorldFacts, kind: MarkKind): boolean =>
  facts.marks.some((mark) => mark.kind === kind && isRead(mark));
const imageWasRead = (facts: WorldFacts): boolean => read(facts, 'true-lumen') && read(facts, 'plane');

/** From the start of the occlusion to `pastMm` beyond its end. */
const along = (facts: WorldFacts, s: number, pastMm: number): number =>
  share(s - facts.occlusionStartMm, facts.occlusionEndMm + pastMm - facts.occlusionStartMm);

export const STEP_RULES: Readonly<Record<StepId, StepRule>> = {
  angiogram: {
    done: (f) => f.seenOpacity >= ANGIOGRAM_OPACITY,
    progress: (f) => share(f.seenOpacity, ANGIOGRAM_OPACITY),
  },
  'wire1-subintimal': {
    done: (f) => f.wire1.phase === 'plane' && f.wire1.tipS >= f.occlusionEndMm + WIRE1_PAST_CAP_MM,
    progress: (f) => along(f, f.wire1.tipS, WIRE1_PAST_CAP_MM),
  },
  'ivus-in': {
    done: (f) => f.transducerS !== null && f.transducerS >= f.occlusionEndMm,
    progress: (f) => (f.transducerS === null ? 0 : along(f, f.transducerS, 0)),
  },
  pullback: {
    done: (f) => f.recordedMm >= PULLBACK_MM,
    progress: (f) => share(f.recordedMm, PULLBACK_MM),
  },
  'read-image': {
    done: imageWasRead,
    progress: (f) => (read(f, 'true-lumen') ? 0.5 : 0) + (read(f, 'plane') ? 0.5 : 0),
  },
  orient: {
    // the target must have been found on the image before the C-arm can be turned towards it
    done: (f) => imageWasRead(f) && f.viewErrorDeg !== null && f.viewErrorDeg <= VIEW_TOLERANCE_DEG,
    progress: (f) => (f.viewErrorDeg === null ? 0 : share(90 - f.viewErrorDeg, 90 - VIEW_TOLERANCE_DEG)),
  },
  'deliver-wire2': {
    done: (f) => f.wire2.loaded && f.wire2.phase !== 'in-catheter' && f.wire2.tipS >= f.occlusionStartMm,
    progress: (f) => (f.wire2.loaded && f.transducerS !== null ? share(f.wire2.tipS, f.transducerS) : 0),
  },
  'steer-wire2': {
    done: (f) =>
      f.wire2.lumenLengthMm > 0 || (f.wire2.phase === 'plaque' && f.wire2.tipS >= f.occlusionStartMm),
    progress: unmeasured,
  },
  'advance-wire2': {
    done: (f) => f.wire2.lumenLengthMm >= LUMEN_LENGTH_MM,
    progress: (f) => share(f.wire2.lumenLengthMm, LUMEN_LENGTH_MM),
  },
  confirm: { done: (f) => f.confirmedTick !== null, progress: unmeasured },
  finish: { done: (f) => f.finishedTick !== null, progress: unmeasured },
};

/** Notes the steps that are done now; `doneTicks` is in the order of STEP_IDS and is changed in place. */
export const noteDoneSteps = (doneTicks: (number | null)[], facts: WorldFacts): void => {
  STEP_IDS.forEach((id, i) => {
    if (doneTicks[i] == null && STEP_RULES[id].done(facts)) doneTicks[i] = facts.tick;
  });
};

/** The first step that is not done; `finish` once all are. */
export const currentStep = (doneTicks: readonly (number | null)[]): StepId =>
  STEP_IDS.find((_, i) => doneTicks[i] == null) ?? 'finish';
