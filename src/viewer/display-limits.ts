/** @file Ranges and steps of the display settings (console-like, ASSUMED), and how inputs change them. */
import { setView } from '../state/store.ts';

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export const GAIN_DB: Limits = { min: -20, max: 40, step: 1 };
export const DYNAMIC_RANGE_DB: Limits = { min: 30, max: 80, step: 1 };
/** Frames reach 5.4 mm; below 1.5 mm nothing but the catheter is left. */
export const DEPTH_MM: Limits = { min: 1.5, max: 5.5, step: 0.25 };

/** Nearest allowed value. */
export const withinLimits = ({ min, max, step }: Limits, value: number): number =>
  Math.min(max, Math.max(min, min + Math.round((value - min) / step) * step));

export const setDepth = (depthMm: number): void => setView({ depthMm: withinLimits(DEPTH_MM, depthMm) });

/** Hours kept to 1/100 and within 0 .. 12. */
export const setCutClock = (hours: number): void => {
  const folded = ((hours % 12) + 12) % 12;
  setView({ cutClock: (Math.round(folded * 100) / 100) % 12 });
};
