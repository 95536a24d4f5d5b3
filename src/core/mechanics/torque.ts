/** @file How much of the hub's turn reaches the tip: friction along the shaft, bends, dead band and whip. */
import type { Curve } from '../math/curve.ts';
import { dot } from '../math/vec3.ts';
import type { ShaftSpec } from './shaft.ts';
import type { WireClass } from './wires.ts';

/** Length from the hub to the sheath's mouth in the popliteal artery, mm: antegrade femoral access. ASSUMED. */
const OUTSIDE_MM = 600;
/** Side force of a shaft on its surroundings, N/mm: loose, and where tissue grips it (0.01 and 0.1, ASSUMED). */
const LOOSE_N_PER_MM = 0.01;
const GRIPPED_N_PER_MM = 0.1;
/** Torsional stiffness, N mm^2: shaft, and distal 100 mm. */
const SHAFT_GJ = 100;
const DISTAL_GJ = 12;
/** Tension or thrust that presses the shaft onto a bend, N. ASSUMED. */
const THRUST_N = 0.3;
const SHAFT_RADIUS_MM = 0.178;

/** Cumulative bend of a route at each sample, rad. */
const bends = new WeakMap<Curve, Float64Array>();

const bendAlong = (curve: Curve): Float64Array => {
  const known = bends.get(curve);
  if (known) return known;
  const sum = new Float64Array(curve.frames.length);
  for (let i = 1; i < sum.length; i++) {
    const c = Math.min(1, dot(curve.frames[i - 1]!.t, curve.frames[i]!.t));
    sum[i] = sum[i - 1]! + Math.sqrt(2 - 2 * c);
  }
  bends.set(curve, sum);
  return sum;
};

/** How much a route has bent from its start to a station, rad. */
export const bendTo = (curve: Curve, s: number): number => {
  const bend = bendAlong(curve);
  return bend[Math.max(0, Math.min(bend.length - 1, Math.round((s - curve.startMm) / curve.stepMm)))]!;
};

/**
 * Steady lag of tip behind hub while turning one way, rad: mu r n L^2 / 2 GJ for the shaft, the same for the length
 * that tissue grips, and mu r T phi L / GJ for bends. The dead band on reversal is twice this.
 */
export const torqueLag = (
  friction: number,
  curve: Curve,
  tipS: number,
  insertedMm: number,
  grippedMm: number,
): number => {
  const length = OUTSIDE_MM + insertedMm;
  const shaft = (LOOSE_N_PER_MM * length * length) / (2 * SHAFT_GJ);
  const grip = (GRIPPED_N_PER_MM * Math.min(100, grippedMm) * Math.min(100, grippedMm)) / (2 * DISTAL_GJ);
  const bent = (THRUST_N * bendTo(curve, tipS) * length) / SHAFT_GJ;
  return friction * SHAFT_RADIUS_MM * (shaft + grip + bent);
};

/** A wire from its hub to the mouth through which its rod is fed, as a shaft that winds up: `led` of it lies inside, to a station. */
export const shaftTo = (
  { friction, shaftEi, torsionShare }: WireClass,
  curve: Curve,
  mouthS: number,
  ledMm: number,
): ShaftSpec => ({
  lengthMm: OUTSIDE_MM + ledMm,
  gj: torsionShare * shaftEi,
  radiusMm: SHAFT_RADIUS_MM,
  friction,
  sideNPerMm: LOOSE_N_PER_MM,
  bendPerMm: (bendTo(curve, mouthS) - bendTo(curve, mouthS - ledMm)) / (OUTSIDE_MM + ledMm),
});

export interface Turnable {
  hubRollRad: number;
  tipRollRad: number;
  turning: boolean;
}

/** A stuck tip lets go when wound up this much beyond the lag: the whip. ASSUMED. */
const WHIP_SHARE = 0.35;
/** A released tip closes on the hub with this time constant, s. ASSUMED. */
const CATCH_UP_S = 0.06;

/** Advances the tip's roll by one step; returns how far it turned, rad. */
export const followHub = (t: Turnable, lagRad: number, dtS: number): number => {
  const behind = t.hubRollRad - t.tipRollRad;
  const size = behind < 0 ? -behind : behind;
  if (size > lagRad * (1 + WHIP_SHARE)) t.turning = true;
  else if (size <= lagRad * 1.02) t.turning = false;
  if (!t.turning) return 0;
  const turn = (size - lagRad) * Math.min(1, dtS / CATCH_UP_S);
  const step = behind < 0 ? -turn : turn;
  t.tipRollRad += step;
  return step;
};
