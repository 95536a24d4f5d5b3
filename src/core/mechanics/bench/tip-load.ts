/** @file Pushing a wire against something: how much its tip bears before it gives way. */

import { addTouch, commitGrip, createGrip, createTouch, type Grip } from '../rod/contact.ts';
import { dragging, dragOf } from '../rod/loads.ts';
import { type Load, solveStep } from '../rod/newton.ts';
import { bendAtRest, commit, type Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';

/** A plate across the rod's way. */
export interface Plate {
  readonly atMm: number;
  readonly stiffness: number;
  /** 0.3 and more: the tip sticks, and the wire bows. 0: it slides off. */
  readonly friction: number;
  /** About what the wire will bear, N: it sets how gently the bench begins. */
  readonly expectedN: number;
}

/** The hand's steps: the first raises the force by a fiftieth of what the wire bears, later ones are longer, mm. */
const FIRST_SHARE = 0.02;
const LONGER = 1.04;
const LONGEST_MM = 0.02;
const STEPS_PER_S = 200;
const ONSET_MM = 0.005;
/** Slight bend that a real wire has, rad from clamp to tip: it decides where a straight one bows to. */
const IMPERFECTION_RAD = 0.05;
/** N s/mm^2; a hundred times more adds 5 % (field measurement), a hundred times less changes nothing. */
const DRAG = 1e-7;

/** Push force at the clamp by the way it has been pushed. */
export interface PushCurve {
  readonly wayMm: readonly number[];
  readonly forceN: readonly number[];
}

export const peakOf = ({ forceN }: PushCurve): number => forceN.reduce((a, b) => Math.max(a, b), 0);

/** Pushes a rod that is clamped at its proximal edge along z, `wayMm` far, onto a plate that its tip touches. */
export const pushOnto = (rod: Rod, plate: Plate, wayMm: number): PushCurve => {
  const system = createSystem(rod);
  const tip = rod.nodes - 1;
  for (let i = 1; i < tip; i++) bendAtRest(rod, i, IMPERFECTION_RAD / (tip - 1));
  const grip = createGrip(rod.nodes);
  const loads = [
    dragging(
      dragOf(rod, () => DRAG),
      STEPS_PER_S,
    ),
    plateLoad(plate, tip, grip),
  ];
  const out = { wayMm: [0], forceN: [0] };
  let step = (FIRST_SHARE * plate.expectedN) / plate.stiffness;
  for (let way = step; way <= wayMm; way += step) {
    rod.q[2] = rod.q[2]! + step;
    rod.q[6] = rod.q[6]! + step;
    solveStep(rod, system, loads, { iterations: 40, toleranceN: 1e-7, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
    out.wayMm.push(way);
    out.forceN.push(grip.pressed[tip]!);
    step = Math.min(LONGEST_MM, step * LONGER);
  }
  return out;
};

const plateLoad = ({ atMm, stiffness, friction }: Plate, tip: number, grip: Grip): Load => {
  const touch = createTouch();
  Object.assign(touch, { nx: 0, nz: 1, stiffness, friction, onsetMm: ONSET_MM });
  return (rod, system) => {
    touch.depthMm = rod.q[4 * tip + 2]! - atMm;
    addTouch(rod, system, grip, tip, touch, 0);
  };
};
