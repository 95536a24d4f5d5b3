/**
 * @file Finds where a rod comes to rest: Newton's method on the implicit step, with a direct solution of its equations.
 *
 * The same inputs give the same bytes: a fixed most number of iterations, no clock, no randomness.
 */
import { factorBand, solveBand } from './band.ts';
import { assembleElasticity } from './elasticity.ts';
import { updateFrames } from './frames.ts';
import { commit, type Rod } from './rod.ts';
import { firstUnknown, type System } from './system.ts';

/** Adds what acts on a rod besides its own elasticity: force into the gradient (negative), stiffness into the band. */
export type Load = (rod: Rod, system: System) => void;

export interface StepLimits {
  /** Assemblies at most. */
  readonly iterations: number;
  /** Largest net force that counts as rest, N. */
  readonly toleranceN: number;
  /** Largest move of an unknown in one iteration, mm or rad. */
  readonly moveMm: number;
}

export const REST: StepLimits = { iterations: 60, toleranceN: 1e-9, moveMm: 1 };

export interface StepResult {
  readonly iterations: number;
  /** Largest net force left, N. */
  readonly residualN: number;
}

/** After so many iterations something goes to and fro: then steps are shorter. */
const WHOLE_STEPS = 8;
const SHORTER = 0.5;

/** Energy, forces and stiffness at the present unknowns. */
export const assemble = (rod: Rod, system: System, loads: readonly Load[], definite = false): void => {
  updateFrames(rod);
  assembleElasticity(rod, system, definite);
  for (const load of loads) load(rod, system);
};

/**
 * Moves the rod toward rest from where the step began; `commit` makes the result the next step's beginning. Steps are taken
 * whole: on the way a rod that can hardly be stretched has large forces, which the next iteration takes out again, and a
 * search that shies away from them gets nowhere.
 */
export const solveStep = (
  rod: Rod,
  system: System,
  loads: readonly Load[],
  { iterations, toleranceN, moveMm }: StepLimits,
): StepResult => {
  const { q, held } = rod;
  const { step, gradient, band } = system;
  const from = firstUnknown(rod);
  const to = q.length;
  assemble(rod, system, loads);
  let residual = residualOf(rod, system);
  let count = 1;
  while (!(residual <= toleranceN) && count < iterations) {
    if (factorBand(band, held, from, to) > 0) {
      // not downhill everywhere: once more without what makes it so
      assemble(rod, system, loads, true);
      count++;
      factorBand(band, held, from, to);
    }
    let most = 0;
    for (let i = from; i < to; i++) step[i] = held[i] === 1 ? 0 : -gradient[i]!;
    step.fill(0, to);
    solveBand(band, step, from, to);
    for (let i = from; i < to; i++) most = Math.max(most, Math.abs(step[i]!));
    const whole = most > moveMm ? moveMm / most : 1;
    const share = count > WHOLE_STEPS ? whole * SHORTER : whole;
    for (let i = from; i < to; i++) q[i] = q[i]! + share * step[i]!;
    assemble(rod, system, loads);
    count++;
    residual = residualOf(rod, system);
  }
  return { iterations: count, residualN: residual };
};

/** Solves to rest and takes it as the new beginning. */
export const settle = (
  rod: Rod,
  system: System,
  loads: readonly Load[],
  limits: StepLimits = REST,
): StepResult => {
  const result = solveStep(rod, system, loads, limits);
  commit(rod);
  return result;
};

/** Number of ways in which the rod would give way where it is; 0 when it is stable. */
export const instabilities = (rod: Rod, system: System, loads: readonly Load[]): number => {
  assemble(rod, system, loads);
  return factorBand(system.band, rod.held, firstUnknown(rod), rod.q.length);
};

/** A moment counts as the force that makes it over so long a lever, mm: the bent tip of a wire. */
const LEVER_MM = 4;

const residualOf = (rod: Rod, { gradient }: System): number => {
  const { held, q } = rod;
  let most = 0;
  for (let i = firstUnknown(rod); i < q.length; i++) {
    if (held[i] === 1) continue;
    const size = Math.abs(gradient[i]!);
    most = Math.max(most, (i & 3) === 3 ? size / LEVER_MM : size);
  }
  return most;
};
