/**
 * @file The arc of wall that the case's windows keep free of disease: there the intima between cleft and lumen is thin.
 *
 * Plaque is eccentric: along part of an artery an arc of the wall stays nearly free of it, and where that arc faces the
 * wire in the media, re-entry is possible. A window of the case says where the two meet.
 */
import { mix, smoothstep } from '../math/interpolate.ts';
import { DEG, wrapAngle } from '../math/trig.ts';
import { createCleftAngle } from './cleft-angle.ts';
import type { AnatomySpec } from './spec.ts';

/** Half of the arc that plaque leaves free, and its shoulders, rad. ASSUMED. */
const FREE_HALF_ARC = 35 * DEG;
const SHOULDER_RAD = 20 * DEG;
/** Length over which plaque comes back beyond a window's ends, mm. ASSUMED. */
const SHOULDER_MM = 4;
/** Intima on the free arc, mm: the reference wall's (0.15) or less; plain intima, no plaque. ASSUMED. */
const FREE_INTIMA_MM = 0.14;

/** Intimal thickness after the windows, mm, at a station and then at an angle (rad) for what disease would make it. */
export const windowArc = (
  spec: AnatomySpec,
): ((s: number) => (angle: number, intimaMm: number) => number) => {
  const angleAt = createCleftAngle(spec);
  const { windows } = spec.calcium;
  const untouched = (_: number, intimaMm: number): number => intimaMm;
  return (s) => {
    let along = 0;
    for (const w of windows) {
      const rises = smoothstep(w.startMm - SHOULDER_MM, w.startMm, s);
      along = Math.max(along, rises * (1 - smoothstep(w.endMm, w.endMm + SHOULDER_MM, s)));
    }
    if (along === 0) return untouched;
    const middle = angleAt(s);
    return (angle, intimaMm) => {
      if (intimaMm <= FREE_INTIMA_MM) return intimaMm;
      const off = Math.abs(wrapAngle(angle - middle));
      const around = 1 - smoothstep(FREE_HALF_ARC, FREE_HALF_ARC + SHOULDER_RAD, off);
      return mix(intimaMm, FREE_INTIMA_MM, along * around);
    };
  };
};
