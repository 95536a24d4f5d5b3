/** @file One push on the bench, step by step, to be looked at: where the hand is, what the tip bears, how the wire bows. */
import type { WireClass } from '../wires.ts';
import { ELEMENTS, expectedN, PLATE, PUSH_SHARE, pushRod, supported } from './push.ts';

export interface PushStep {
  /** How far the hand has pushed, mm, and the force on the tip, N. */
  readonly wayMm: number;
  readonly forceN: number;
  /** How far what it is pushed onto has given way, mm. */
  readonly enteredMm: number;
  /** The wire's nodes: to the side and from the support on, mm. */
  readonly x: Float32Array;
  readonly z: Float32Array;
}

/** The hand's steps are far finer than anyone sees. */
const EVERY = 3;

/**
 * Pushes a wire that is held `supportMm` behind its tip.
 * @param punctureN force at which what it is pushed onto gives way, N; Infinity for a plate
 */
export const recordPush = (wire: WireClass, supportMm: number, punctureN: number): PushStep[] => {
  const rod = supported(wire, supportMm, 2 * ELEMENTS);
  const expected = expectedN(wire, supportMm);
  const steps: PushStep[] = [];
  let count = 0;
  const record = (wayMm: number, forceN: number, enteredMm: number): void => {
    const at = (c: number): Float32Array =>
      Float32Array.from({ length: rod.nodes }, (_, i) => rod.q[4 * i + c]!);
    steps.push({ wayMm, forceN, enteredMm, x: at(0), z: at(2) });
  };
  record(0, 0, 0);
  pushRod(
    rod,
    { ...PLATE, yieldN: punctureN, expectedN: Math.min(expected, punctureN) },
    PUSH_SHARE * supportMm,
    (wayMm, forceN, faceMm) => {
      if (count++ % EVERY === 0) record(wayMm, forceN, Math.max(0, faceMm - supportMm));
    },
  );
  return steps;
};
