/** @file A straight rod in a groove that presses on it: whether it sticks, and how spinning frees it. */
import { addFriction, commitGrip, createGrip, createTouch } from '../rod/contact.ts';
import { pointForce } from '../rod/loads.ts';
import { type Load, solveStep } from '../rod/newton.ts';
import { tensionN } from '../rod/readings.ts';
import { commit, createRod, evenEdges } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';

const STEPS_PER_S = 240;
const GROOVE = { lengthMm: 50, elements: 25, radiusMm: 0.178, normalNPerMm: 0.01, friction: 0.1 } as const;
const LIMIT_N = GROOVE.lengthMm * GROOVE.normalNPerMm * GROOVE.friction;

/** A rod that can only slide and turn, and the load of its groove. */
const grooved = () => {
  const edge = GROOVE.lengthMm / GROOVE.elements;
  const rod = createRod({
    edgesMm: evenEdges(GROOVE.elements, edge),
    ei: () => 1,
    gj: () => 100,
    ea: 400,
  });
  for (let i = 0; i < rod.nodes; i++) rod.held.fill(1, 4 * i, 4 * i + 2);
  const grip = createGrip(rod.nodes);
  const touch = { ...createTouch(), friction: GROOVE.friction };
  const groove: Load = (r, system) => {
    for (let i = 0; i < r.nodes; i++) {
      const ends = i === 0 || i === r.nodes - 1;
      grip.pressed[i] = GROOVE.normalNPerMm * edge * (ends ? 0.5 : 1);
      addFriction(r, system, grip, i, touch, GROOVE.radiusMm, 0);
    }
  };
  return { rod, system: createSystem(rod), grip, groove };
};

/** Way that a rod creeps, mm, after the first second, under a share of the force at which it slides. */
export const creepMm = (share: number, seconds: number): number => {
  const { rod, system, grip, groove } = grooved();
  const loads = [groove, pointForce(0, 0, 0, share * LIMIT_N)];
  let start = 0;
  for (let s = 1; s <= seconds * STEPS_PER_S; s++) {
    solveStep(rod, system, loads, { iterations: 8, toleranceN: 1e-6, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
    if (s === STEPS_PER_S) start = rod.q[2]!;
  }
  return Math.abs(rod.q[2]! - start);
};

/** Force that pulls the rod along while its surface spins so many times as fast, as a share of what it takes without. */
export const dragWhileSpinning = (ratio: number): number => {
  const { rod, system, grip, groove } = grooved();
  rod.held[2] = 1;
  rod.held[3] = 1;
  const step = 0.02;
  for (let s = 0; s < 120; s++) {
    for (let i = 0; i < rod.nodes; i++) {
      rod.q[4 * i + 2] = rod.q[4 * i + 2]! + (i === 0 ? -step : 0);
      rod.q[4 * i + 3] = rod.q[4 * i + 3]! + (ratio * step) / GROOVE.radiusMm;
    }
    solveStep(rod, system, [groove], { iterations: 40, toleranceN: 1e-7, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
  }
  // the held node's own share of the groove is not in the edge
  const own = (0.5 / GROOVE.elements) * LIMIT_N;
  return tensionN(rod, 0) / (LIMIT_N - own);
};
