/**
 * @file What a hand at the hub would feel of a device: force and stored twist. The one place that guesses it.
 *
 * The motion laws do not solve for the force along the shaft, so it is built up here from the tip's force by Coulomb
 * friction and the capstan rule. A solver that knows the force along the rod replaces `hubLoad` and nothing else.
 */
import { exp } from '../math/trig.ts';
import type { DeviceLoad, HubInput } from './device.ts';

export interface HubLoadFacts {
  /** Force on the tip, N. */
  readonly tipN: number;
  /** What the label says the tip bears, N; null for a device without one. */
  readonly labelN: number | null;
  readonly hubRollRad: number;
  readonly tipRollRad: number;
  /** Sliding friction of the shaft on what it lies in. */
  readonly friction: number;
  readonly radiusMm: number;
  /** Length in the body, and of that the length which tissue grips, mm. */
  readonly insertedMm: number;
  readonly grippedMm: number;
  /** Bend of the way to the tip, rad. */
  readonly bendRad: number;
  /** What the hand does. */
  readonly hub: HubInput;
}

/** Hub to sheath, mm, and side force of the shaft on its surroundings, N/mm: loose, gripped; as in `torque.ts`. ASSUMED. */
const OUTSIDE_MM = 600;
const LOOSE_N_PER_MM = 0.01;
const GRIPPED_N_PER_MM = 0.1;
const LONGEST_GRIP_MM = 100;

/** Most that friction along the shaft bears, N. */
const frictionN = ({ friction, insertedMm, grippedMm }: HubLoadFacts): number =>
  friction *
  (LOOSE_N_PER_MM * (OUTSIDE_MM + insertedMm) + GRIPPED_N_PER_MM * Math.min(LONGEST_GRIP_MM, grippedMm));

/** Share of the friction that opposes the way along the shaft: turning and sliding share one cone. */
const alongShare = ({ hub, radiusMm }: HubLoadFacts): number => {
  const around = radiusMm * hub.torque;
  const speed = Math.sqrt(hub.advance * hub.advance + around * around);
  return speed > 0 ? Math.abs(hub.advance) / speed : 0;
};

/**
 * Force at the hub: positive presses back against a push, negative holds back a pull, N. A hand that rests feels only
 * what friction does not hold; a hand that turns frees the shaft along its length and feels the tip.
 */
export const hubLoad = (facts: HubLoadFacts): DeviceLoad => {
  const { tipN, labelN, hubRollRad, tipRollRad, friction, bendRad, hub } = facts;
  const held = frictionN(facts);
  const moving = exp(friction * bendRad) * tipN + held * alongShare(facts);
  const resting = hub.torque === 0 ? Math.max(0, tipN - held) : tipN;
  const hubN = hub.advance > 0 ? moving : hub.advance < 0 ? -moving : resting;
  return { tipN, labelN, hubN, twistRad: hubRollRad - tipRollRad };
};
