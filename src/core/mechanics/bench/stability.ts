/** @file Whether a rod is stable where it is, judged by differences of its exact forces and nothing that a solver assumes. */
import { BAND, COLUMN, createBand, factorBand } from '../rod/band.ts';
import { assemble, type Load } from '../rod/newton.ts';
import type { Rod } from '../rod/rod.ts';
import type { System } from '../rod/system.ts';

const STEP = 1e-6;
/** Unknowns this far apart have no force in common. */
const APART = 2 * BAND + 1;

/** Number of ways in which the rod would give way. */
export const instabilitiesByDifferences = (rod: Rod, system: System, loads: readonly Load[]): number => {
  const unknowns = rod.q.length;
  const band = createBand(unknowns);
  const plus = new Float64Array(unknowns);
  for (let first = 0; first < APART; first++) {
    nudge(rod, first, STEP);
    assemble(rod, system, loads);
    plus.set(system.gradient.subarray(0, unknowns));
    nudge(rod, first, -2 * STEP);
    assemble(rod, system, loads);
    nudge(rod, first, STEP);
    for (let c = first; c < unknowns; c += APART)
      for (let k = 0; k <= BAND && c + k < unknowns; k++)
        band[COLUMN * c + k] = (plus[c + k]! - system.gradient[c + k]!) / (2 * STEP);
  }
  return factorBand(band, rod.held, 0, unknowns);
};

const nudge = ({ q }: Rod, first: number, by: number): void => {
  for (let c = first; c < q.length; c += APART) q[c] = q[c]! + by;
};
