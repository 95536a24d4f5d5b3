/**
 * @file What a hand at the hub would feel of a device: force and stored twist.
 *
 * A rod knows the force at the sheath. For a device that follows its way it is built up from the tip's force by Coulomb friction
 * and the capstan rule. The shaft outside adds its friction to either.
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
  /** Thrust with which a rod passes the sheath, N, negative when it is drawn; null for a device that is none. */
  readonly sheathN: number | null;
  /** What the hand does. */
  readonly hub: HubInput;
}

/** Hub to sheath, mm, and side force of the shaft on its surroundings, N/mm: loose, gripped; as in `torque.ts`. ASSUMED. */
const OUTSIDE_MM = 600;
const LOOSE_N_PER_MM = 0.01;
const GRIPPED_N_PER_MM = 0.1;
const LONGEST_GRIP_MM = 100;

/** Most that friction along the shaft bears, N; a rod's force at the sheath has that of the body in it. */
const frictionN = ({ friction, insertedMm, grippedMm, sheathN }: HubLoadFacts): number => {
  const outside = LOOSE_N_PER_MM * OUTSIDE_MM;
  const inside = LOOSE_N_PER_MM * insertedMm + GRIPPED_N_PER_MM * Math.min(LONGEST_GRIP_MM, grippedMm);
  return friction * (sheathN === null ? outside + inside : outside);
};

/** Share of the friction that opposes the way along the shaft: turning and sliding share one cone. */
const alongShare = ({ hub, radiusMm }: HubLoadFacts): number => {
  const around = radiusMm * hub.torque;
  const speed = Math.sqrt(hub.advance * hub.advance + around * around);
  return speed > 0 ? Math.abs(hub.advance) / speed : 0;
};

/** What the shaft outside has to carry, N: what a rod bears at the sheath, or the tip's force round the bends. */
const loadBeforeN = ({ sheathN, tipN, friction, bendRad }: HubLoadFacts, advance: number): number => {
  if (sheathN !== null) return sheathN;
  if (advance === 0) return tipN;
  return (advance > 0 ? 1 : -1) * exp(friction * bendRad) * tipN;
};

/**
 * Force at the hub: positive presses back against a push, negative holds back a pull, N. A hand that rests feels only
 * what friction does not hold; a hand that turns frees the shaft along its length and feels the tip.
 */
export const hubLoad = (facts: HubLoadFacts): DeviceLoad => {
  const { tipN, labelN, hubRollRad, tipRollRad, hub } = facts;
  const held = frictionN(facts);
  const drag = held * alongShare(facts);
  const pushed = loadBeforeN(facts, hub.advance);
  const resting = hub.torque === 0 ? Math.max(0, pushed - held) : pushed;
  const hubN = hub.advance > 0 ? pushed + drag : hub.advance < 0 ? pushed - drag : resting;
  return { tipN, labelN, hubN, twistRad: hubRollRad - tipRollRad };
};
