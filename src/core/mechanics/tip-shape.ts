/** @file The pre-shape of a wire's tip: what can be asked for, and what a second bend adds. */
import { DEG, sin } from '../math/trig.ts';
import type { Bend, TipShape } from './device.ts';

interface BendLimits {
  readonly minDeg: number;
  readonly maxDeg: number;
  readonly minMm: number;
  readonly maxMm: number;
}

/** What fingers shape with an introducer needle. ASSUMED. */
export const TIP_SHAPE_LIMITS: BendLimits = { minDeg: 0, maxDeg: 70, minMm: 0.5, maxMm: 5 };
/** The second bend is gentler and lies behind the first. ASSUMED. */
export const SECOND_BEND_LIMITS: BendLimits = { minDeg: 0, maxDeg: 40, minMm: 6, maxMm: 20 };

const within = ({ angleDeg, lengthMm }: Bend, { minDeg, maxDeg, minMm, maxMm }: BendLimits): boolean =>
  angleDeg >= minDeg && angleDeg <= maxDeg && lengthMm >= minMm && lengthMm <= maxMm;

/** Can a tip be given that shape? */
export const isSoundShape = ({ second, ...first }: TipShape): boolean =>
  within(first, TIP_SHAPE_LIMITS) && (!second || within(second, SECOND_BEND_LIMITS));

/** The shape alone, without what else the object may carry; a second bend of nothing is none. */
export const plainShape = ({ angleDeg, lengthMm, second }: TipShape): TipShape =>
  second && second.angleDeg > 0
    ? { angleDeg, lengthMm, second: { angleDeg: second.angleDeg, lengthMm: second.lengthMm } }
    : { angleDeg, lengthMm };

/** How far the end of a free tip lies to the side of its wire, mm. */
export const reachMm = ({ angleDeg, lengthMm, second }: TipShape): number => {
  const first = lengthMm * sin(angleDeg * DEG);
  if (!second) return first;
  const both = lengthMm * sin((angleDeg + second.angleDeg) * DEG);
  return both + (second.lengthMm - lengthMm) * sin(second.angleDeg * DEG);
};

/** Of a second bend that lies in a vessel or in the plane, the tip is turned by this share: walls bend the rest back. ASSUMED. */
const SECOND_SHARE = 0.5;

/** Angle between the tip and the body of its wire, deg. */
export const headingDeg = ({ angleDeg, second }: TipShape): number =>
  second ? angleDeg + SECOND_SHARE * second.angleDeg : angleDeg;
