/** @file A clamped rod and a force across its tip: small deflections (Euler-Bernoulli) and large ones (elastica). */

import { pointForce } from '../rod/loads.ts';
import { REST, settle } from '../rod/newton.ts';
import { createSystem } from '../rod/system.ts';
import { clampedRod, type UniformRod } from './bench-rod.ts';

/** Deflection of the tip of a clamped rod under a force across it, mm. */
export const cantileverMm = (of: UniformRod, tipForceN: number, loadSteps = 1): number => {
  const rod = clampedRod(of);
  const system = createSystem(rod);
  const tip = rod.nodes - 1;
  const toleranceN = 1e-9 * Math.max(tipForceN, 1e-6);
  for (let i = 1; i <= loadSteps; i++)
    settle(rod, system, [pointForce(tip, (tipForceN * i) / loadSteps, 0, 0)], { ...REST, toleranceN });
  return rod.q[4 * tip]!;
};

/** F L^3 / 3 EI, mm. */
export const eulerBernoulliMm = ({ EI, lengthMm }: UniformRod, tipForceN: number): number =>
  (tipForceN * lengthMm * lengthMm * lengthMm) / (3 * EI);

/** Deflection / length of the tip at alpha = F L^2 / EI. */
export const elasticaDeflection = (of: UniformRod, alpha: number): number =>
  cantileverMm(of, (alpha * of.EI) / (of.lengthMm * of.lengthMm), 20) / of.lengthMm;
