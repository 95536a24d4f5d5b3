/** @file Rods that meet: nothing passes through anything, and what one feels the other feels. */
import { describe, expect, test } from 'vitest';
import { createThreeDevices, STEPS_PER_S } from '../../../src/core/mechanics/bench/three-devices.ts';
import { againstItself, encounter } from '../../../src/core/mechanics/rod/between.ts';
import { commitGrip, createGrip } from '../../../src/core/mechanics/rod/contact.ts';
import { dragging, dragOf, forceOn } from '../../../src/core/mechanics/rod/loads.ts';
import { solveStep } from '../../../src/core/mechanics/rod/newton.ts';
import {
  bendAtRest,
  clampEdge,
  commit,
  createRod,
  evenEdges,
  type Rod,
} from '../../../src/core/mechanics/rod/rod.ts';
import { createSystem } from '../../../src/core/mechanics/rod/system.ts';

const LIMITS = { iterations: 40, toleranceN: 1e-7, moveMm: 0.5 };
const MEETING = { apartMm: 0.4, stiffness: 20, onsetMm: 0.02, friction: 0, radiusMm: 0.2 };

/** Distance of a node from the nearest edge of another rod, mm. */
const distanceTo = (
  rod: Rod,
  node: number,
  other: Rod,
  skip: (edge: number) => boolean = () => false,
): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let e = 0; e < other.nodes - 1; e++) {
    if (skip(e)) continue;
    const d = [0, 1, 2].map((c) => other.q[4 * e + 4 + c]! - other.q[4 * e + c]!);
    const p = [0, 1, 2].map((c) => rod.q[4 * node + c]! - other.q[4 * e + c]!);
    const u = Math.max(0, Math.min(1, dot(p, d) / dot(d, d)));
    least = Math.min(least, Math.hypot(...p.map((v, c) => v - u * d[c]!)));
  }
  return least;
};
const dot = (a: number[], b: number[]): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

const straight = (x: number): Rod => {
  const rod = createRod({ edgesMm: evenEdges(40, 0.5), ei: () => 2, gj: () => 1.5, ea: 400 });
  for (let i = 0; i < rod.nodes; i++) rod.q[4 * i] = x;
  rod.before.set(rod.q);
  clampEdge(rod, 0);
  return rod;
};

test('one rod pushed against another bends both as if they were one twice as stiff', () => {
  const a = straight(0);
  const b = straight(MEETING.apartMm);
  const tip = a.nodes - 1;
  const force = 0.002;
  // it grows little by little: in one leap a rod would be past the other before it met it
  let share = 0;
  const grip = createGrip(a.nodes);
  const { find, onNodes, onEdges } = encounter(a, b, MEETING, grip);
  const dragOn = (rod: Rod) =>
    dragging(
      dragOf(rod, () => 1e-5),
      STEPS_PER_S,
    );
  const push = forceOn(4 * tip, () => share * force);
  const both = [
    { rod: a, system: createSystem(a), loads: [dragOn(a), onNodes, push] },
    { rod: b, system: createSystem(b), loads: [dragOn(b), onEdges] },
  ];
  for (let s = 0; s < 2000; s++) {
    share = Math.min(1, s / 800);
    for (const { rod, system, loads } of both) {
      find();
      solveStep(rod, system, loads, LIMITS);
      commit(rod);
    }
    commitGrip(grip);
  }
  const length = 20 - 0.25;
  const alone = (force * length ** 3) / (3 * 2);
  expect(a.q[4 * tip]! / alone).toBeCloseTo(0.5, 1);
  // what the pushed one does not bear the other does
  const borne = (rod: Rod, x: number): number => (3 * 2 * (rod.q[4 * tip]! - x)) / length ** 3;
  expect(Math.abs((borne(a, 0) + borne(b, MEETING.apartMm)) / force - 1)).toBeLessThan(0.05);
  expect(distanceTo(a, tip, b)).toBeGreaterThan(MEETING.apartMm - 0.02);
});

test('a loop that is closed by its own shape rests on its stem', () => {
  const rod = createRod({ edgesMm: evenEdges(60, 0.5), ei: () => 0.2, gj: () => 0.15, ea: 100 });
  clampEdge(rod, 0);
  const grip = createGrip(rod.nodes);
  const meeting = { ...MEETING, friction: 0.05 };
  const loads = [
    dragging(
      dragOf(rod, () => 1e-5),
      STEPS_PER_S,
    ),
    againstItself(rod, meeting, 29, grip),
  ];
  const system = createSystem(rod);
  // curls up little by little into a ring tighter than its length: without contact it would pass through itself
  for (let s = 1; s <= 600; s++) {
    for (let i = 20; i < rod.nodes - 1; i++) bendAtRest(rod, i, (0.19 * s) / 600, 0.004);
    solveStep(rod, system, loads, { ...LIMITS, toleranceN: 1e-5 });
    commit(rod);
    commitGrip(grip);
  }
  let touched = 0;
  for (let i = 20; i < rod.nodes; i++) {
    const d = distanceTo(rod, i, rod, (e) => Math.abs(e - i) < 8);
    expect(d).toBeGreaterThan(MEETING.apartMm - 0.05);
    if (d < MEETING.apartMm + MEETING.onsetMm) touched++;
  }
  expect(touched).toBeGreaterThan(0);
});

describe('two wires and a catheter in one tube, for four seconds', () => {
  const devices = createThreeDevices();
  let missed = 0;
  let nearest = Number.POSITIVE_INFINITY;
  const [wire1, wire2, catheter] = devices.rods as [Rod, Rod, Rod];
  for (let s = 0; s < 4 * STEPS_PER_S; s++) {
    const { residualsN } = devices.step();
    missed += residualsN.filter((n) => n > 1e-3).length;
    if (s % 24 > 0 || s < 120) continue;
    for (let i = 2; i < wire1.nodes; i++) {
      nearest = Math.min(nearest, distanceTo(wire1, i, catheter), distanceTo(wire2, i, catheter));
    }
  }

  test('wires stay outside the catheter', () => expect(nearest).toBeGreaterThan(0.178 + 0.45 - 0.1));

  test('hardly a step is left above 1 mN', () => expect(missed / (3 * 4 * STEPS_PER_S)).toBeLessThan(0.005));
});
