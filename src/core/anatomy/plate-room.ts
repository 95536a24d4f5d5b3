/** @file Bulky deposits make their own room: the intima is at least as thick as the intimal plate within it. */
import { smoothstep } from '../math/interpolate.ts';
import { DEG, TAU, wrapAngle } from '../math/trig.ts';
import { createCleftAngle } from './cleft-angle.ts';
import { resolvePlate } from './place-calcium.ts';
import type { AnatomySpec } from './spec.ts';
import type { CalciumPlate } from './tissue.ts';

/** Lengths over which the plaque swells up to a plate, along (mm) and around (rad), and tissue behind it, mm. ASSUMED. */
const SHOULDER_MM = 3;
const SHOULDER_RAD = 25 * DEG;
const BACKING_MM = 0.04;

/** Least intimal thickness, mm, at a station and then at an angle; 0 where no placed intimal plate asks for any. */
export const plateRoom = (spec: AnatomySpec): ((s: number) => (angle: number) => number) => {
  const angleAt = createCleftAngle(spec);
  return roomFor(spec.calcium.plates.map((p) => resolvePlate(p, angleAt)));
};

/** The same for plates whose place is known. */
export const roomFor = (all: readonly CalciumPlate[]): ((s: number) => (angle: number) => number) => {
  const plates = all.filter((p) => p.site === 'intimal');
  const none = (): number => 0;
  return (s) => {
    const near = plates.filter((p) => s > p.startMm - SHOULDER_MM && s < p.endMm + SHOULDER_MM);
    if (near.length === 0) return none;
    return (angle) => {
      let least = 0;
      for (const p of near) {
        const along =
          smoothstep(p.startMm - SHOULDER_MM, p.startMm, s) *
          (1 - smoothstep(p.endMm, p.endMm + SHOULDER_MM, s));
        const beyond = Math.abs(wrapAngle(angle - p.angleRad)) - p.arcRad / 2;
        const around = p.arcRad >= TAU ? 1 : 1 - smoothstep(0, SHOULDER_RAD, beyond);
        least = Math.max(least, (p.depthMm + p.thicknessMm + BACKING_MM) * along * around);
      }
      return least;
    };
  };
};
