/** @file Energy: what a rod gives back of the work done on it, and that it makes none of its own. */
import { PI, sin } from '../../math/trig.ts';
import { dragging, dragOf, forceOn } from '../rod/loads.ts';
import { assemble, type Load, solveStep } from '../rod/newton.ts';
import { commit, type Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { clampedRod } from './bench-rod.ts';

const STEPS_PER_S = 240;
const LIMITS = { iterations: 20, toleranceN: 1e-8, moveMm: 0.5 };
/** A tenth of the drag of a wire's tip, N s/mm^2: what it takes is no work that a rod could return. */
const DRAG = 1e-6;
const LOADED_N = 0.005;

const wire = (): Rod => clampedRod({ lengthMm: 20, elements: 40, EI: 2, GJ: 1.5, radiusMm: 0.178 }, 400);

const dragOn = (rod: Rod): Load =>
  dragging(
    dragOf(rod, () => DRAG),
    STEPS_PER_S,
  );

/** Share of the work that a force across the tip does while it grows and that the rod gives back while it fades. */
export const workReturned = (seconds = 20): number => {
  const rod = wire();
  const system = createSystem(rod);
  const drag = dragOn(rod);
  const tip = 4 * (rod.nodes - 1);
  const steps = seconds * STEPS_PER_S;
  let given = 0;
  let returned = 0;
  for (let s = 1; s <= steps; s++) {
    const force = LOADED_N * sin((PI * s) / steps);
    const before = rod.q[tip]!;
    solveStep(rod, system, [drag, forceOn(tip, () => force)], LIMITS);
    commit(rod);
    const work = force * (rod.q[tip]! - before);
    if (work > 0) given += work;
    else returned -= work;
  }
  return returned / given;
};

/** Largest rise of the elastic energy in one step, as a share of what was stored, after a bent rod is let go. */
export const energyRise = (seconds = 1): number => {
  const rod = wire();
  const system = createSystem(rod);
  const tip = 4 * (rod.nodes - 1);
  solveStep(rod, system, [forceOn(tip, () => LOADED_N)], LIMITS);
  commit(rod);
  const drag = dragOn(rod);
  assemble(rod, system, []);
  const stored = system.energy;
  let last = stored;
  let most = 0;
  for (let s = 0; s < seconds * STEPS_PER_S; s++) {
    solveStep(rod, system, [drag], LIMITS);
    commit(rod);
    most = Math.max(most, system.energy - last);
    last = system.energy;
  }
  return most / stored;
};
