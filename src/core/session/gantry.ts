/** @file The C-arm and the contrast bolus: the slow machines around the patient. */

import { TICK_S } from './command.ts';
import type { CArmState, ContrastState } from './snapshot.ts';

/** Motorised gantry rotation, deg/s. ASSUMED: fixed systems turn at 15 to 25 deg/s in use. */
export const C_ARM_SPEED_DEG_S = 25;

export type CArm = { -readonly [K in keyof CArmState]: CArmState[K] };

export const createCArm = (): CArm => ({ angleDeg: 0, targetDeg: 0, fluoroOn: false });

/** One tick towards the target angle. */
export const stepCArm = (arm: CArm): void => {
  const step = C_ARM_SPEED_DEG_S * TICK_S;
  const gap = arm.targetDeg - arm.angleDeg;
  arm.angleDeg = Math.abs(gap) <= step ? arm.targetDeg : arm.angleDeg + (gap > 0 ? step : -step);
};

/** Hand injection through the sheath, mL/s. ASSUMED. */
export const INJECTION_ML_S = 2;
/** Time for the column to fill the tibial run-off, s. ASSUMED, sluggish flow in an occluded leg. */
const FILL_S = 0.6;
/** Wash-out of the open vessels, s. ASSUMED. */
const WASH_OUT_S = 1.8;
/** Opacity from which a picture is good enough to keep as a roadmap. ASSUMED. */
const ROADMAP_OPACITY = 0.6;

export interface Contrast {
  opacity: number;
  /** Still in the syringe, mL. */
  pendingMl: number;
  injectedMl: number;
  roadmapAngleDeg: number | null;
  /** Best opacity seen since the present puff began; the roadmap is taken at the best. */
  bestOpacity: number;
}

export const createContrast = (): Contrast => ({
  opacity: 0,
  pendingMl: 0,
  injectedMl: 0,
  roadmapAngleDeg: null,
  bestOpacity: 0,
});

export const inject = (contrast: Contrast, ml: number): void => {
  contrast.pendingMl += ml;
  contrast.bestOpacity = 0;
};

/** Saline pushes what is in the syringe and the vessels through. */
export const washOut = (contrast: Contrast): void => {
  contrast.injectedMl += contrast.pendingMl;
  contrast.pendingMl = 0;
  contrast.opacity = 0;
};

/** One tick of filling and wash-out (first order each way); keeps the roadmap when it is seen under fluoroscopy. */
export const stepContrast = (contrast: Contrast, arm: CArmState): void => {
  if (contrast.pendingMl === 0 && contrast.opacity === 0) return;
  const flowing = Math.min(contrast.pendingMl, INJECTION_ML_S * TICK_S);
  // the last drop would leave a rounding remainder for ever
  contrast.pendingMl = contrast.pendingMl - flowing < 1e-9 ? 0 : contrast.pendingMl - flowing;
  contrast.injectedMl += flowing;
  const [goal, time] = flowing > 0 ? [1, FILL_S] : [0, WASH_OUT_S];
  contrast.opacity += ((goal - contrast.opacity) * TICK_S) / time;
  if (goal === 0 && contrast.opacity < 0.005) contrast.opacity = 0;
  if (arm.fluoroOn && contrast.opacity > Math.max(contrast.bestOpacity, ROADMAP_OPACITY)) {
    contrast.bestOpacity = contrast.opacity;
    contrast.roadmapAngleDeg = arm.angleDeg;
  }
};

export const contrastState = (contrast: Contrast): ContrastState => ({
  opacity: contrast.opacity,
  roadmapAngleDeg: contrast.roadmapAngleDeg,
});
