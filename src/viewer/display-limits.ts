/** @file Ranges and steps of the display settings (console-like, ASSUMED), and how inputs change them. */
import type { CatheterPreset } from '../core/ultrasound/presets.ts';
import { catheterOf } from '../state/selectors.ts';
import { appStore, setView } from '../state/store.ts';

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export const GAIN_DB: Limits = { min: -20, max: 40, step: 1 };
export const DYNAMIC_RANGE_DB: Limits = { min: 30, max: 80, step: 1 };
/** As far as the frames of a catheter reach; below 1.5 mm nothing but the catheter is left. */
export const depthLimits = ({ maxDisplayRadiusMm }: CatheterPreset): Limits => ({
  min: 1.5,
  max: maxDisplayRadiusMm,
  step: DEPTH_STEP_MM,
});
export const DEPTH_STEP_MM = 0.25;

/** Nearest allowed value. */
export const withinLimits = ({ min, max, step }: Limits, value: number): number =>
  Math.min(max, Math.max(min, min + Math.round((value - min) / step) * step));

export const setDepth = (depthMm: number): void =>
  setView({ depthMm: withinLimits(depthLimits(catheterOf(appStore.getState())), depthMm) });

/** Hours kept to 1/100 and within 0 .. 12. */
export const setCutClock = (hours: number): void => {
  const folded = ((hours % 12) + 12) % 12;
  setView({ cutClock: (Math.round(folded * 100) / 100) % 12 });
};
