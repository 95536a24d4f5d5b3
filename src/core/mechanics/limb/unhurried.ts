/**
 * @file A step in which nothing snaps further than it can be followed.
 *
 * What a node touches is found as the step begins: one that flew further than that is known for would pass through walls. A wire that
 * snaps round is braked sideways, harder each time, until it goes no further.
 */
import { draggingAcross } from '../rod/loads.ts';
import { assemble, type Load, type StepLimits, type StepResult, solveStep } from '../rod/newton.ts';
import { type Rod, shareMm } from '../rod/rod.ts';
import type { System } from '../rod/system.ts';

/** N s/mm^2, and by how much it grows; and what of a snap happens in one step, mm. ASSUMED: a tip whips round within 0.05 s. */
const BRAKE = 2e-3;
const HARDER = 16;
const MOST_BRAKE = 1;
const SNAP_MM = 0.3;
/** A step that ends further than this from rest has not found any, N. */
const AT_REST_N = 0.02;
/** What is further from rest than this even so is not taken: the wire stays where it was, N. */
const LOST_N = 0.5;

/** Solves a step from where the rod has been fed to. */
export type Unhurried = (limits: StepLimits) => StepResult;

/** @param loads what else acts on the rod */
export const unhurried = (rod: Rod, system: System, loads: readonly Load[], perS: number): Unhurried => {
  const share = shareMm(rod);
  const brake = new Float64Array(rod.nodes);
  const begun = new Float64Array(rod.q.length);
  const all = [...loads, draggingAcross(brake, perS)];
  return (limits) => {
    brake.fill(0);
    begun.set(rod.q);
    let result = solveStep(rod, system, all, limits);
    for (
      let c = BRAKE;
      c <= MOST_BRAKE && (!(result.residualN < AT_REST_N) || furthest(rod, begun) > SNAP_MM);
      c *= HARDER
    ) {
      for (let i = 0; i < brake.length; i++) brake[i] = c * share[i]!;
      rod.q.set(begun);
      result = solveStep(rod, system, all, limits);
    }
    if (!(result.residualN < LOST_N)) {
      rod.q.set(begun);
      // its frames and touches are those of where it is
      assemble(rod, system, all);
    }
    return result;
  };
};

/** The furthest that a node has gone from where the step was begun, mm. */
const furthest = ({ q, from, nodes }: Rod, begun: Float64Array): number => {
  let most = 0;
  for (let a = 4 * from; a < 4 * nodes; a += 4) {
    const dx = q[a]! - begun[a]!;
    const dy = q[a + 1]! - begun[a + 1]!;
    const dz = q[a + 2]! - begun[a + 2]!;
    most = Math.max(most, dx * dx + dy * dy + dz * dz);
  }
  return Math.sqrt(most);
};
