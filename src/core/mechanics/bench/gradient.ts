/** @file Whether forces are the derivative of the energy: a bent, twisted, stretched rod against central differences. */
import { createStream } from '../../math/rng.ts';
import { assemble } from '../rod/newton.ts';
import { commit, createRod, evenEdges } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';

const NODES = 14;
const STEP = 1e-6;

/** Largest error of a force, as a share of it (of 1 N where it is smaller). */
export const gradientError = (seed: number): number => {
  const stream = createStream(seed, 'gradient');
  const around = (size: number): number => stream.range(-size, size);
  const rod = createRod({
    edgesMm: evenEdges(NODES - 1, 1).map((mm) => mm + around(0.3)),
    ei: () => 47,
    gj: () => 36,
    ea: 400,
  });
  for (let i = 0; i < rod.q.length; i++) rod.q[i] = rod.q[i]! + around(0.15);
  for (let i = 0; i < rod.curl.length; i++) rod.curl[i] = around(0.1);
  const system = createSystem(rod);
  assemble(rod, system, []);
  // frames are carried on from where a step began: exact there, and to second order in how far it turns
  commit(rod);
  assemble(rod, system, []);
  const forces = system.gradient.slice();
  let worst = 0;
  for (let i = 0; i < rod.q.length - 1; i++) {
    const energyAt = (offset: number): number => {
      const here = rod.q[i]!;
      rod.q[i] = here + offset;
      assemble(rod, system, []);
      rod.q[i] = here;
      return system.energy;
    };
    const slope = (energyAt(STEP) - energyAt(-STEP)) / (2 * STEP);
    worst = Math.max(worst, Math.abs(slope - forces[i]!) / Math.max(1, Math.abs(forces[i]!)));
  }
  return worst;
};
