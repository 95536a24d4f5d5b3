/** @file Rubbing: a rod pulled over a drum (capstan), and a rod turned in a groove that presses on it (torque lag). */
import { cos, DEG, PI, sin, TAU } from '../../math/trig.ts';
import { addFriction, addTouch, commitGrip, createGrip, createTouch } from '../rod/contact.ts';
import { dragging, dragOf, pointForce } from '../rod/loads.ts';
import { type Load, solveStep } from '../rod/newton.ts';
import { tensionN } from '../rod/readings.ts';
import { commit, createRod, evenEdges, holdPlace, type Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { clampedRod, type UniformRod } from './bench-rod.ts';

/** Drum, mm: any; the tension is such that bending counts for EI / R^2 T = 0.001 of it. */
const DRUM_MM = 20;
const BENDING_SHARE = 1e-3;
/** Straight ends, as a share of the wrapped length; mm pulled, and in how many steps. */
const LEAD = 0.1;
const PULLED_MM = 1;
const STEPS = 100;
const DRAG = 1e-6;
const STEPS_PER_S = 240;

/** Tension at the pulled end over that at the held one, once the rod slides over all of the drum. */
export const capstanRatio = (of: UniformRod, wrapDeg: number, friction: number): number => {
  const wrap = wrapDeg * DEG;
  const radius = DRUM_MM + of.radiusMm;
  const heldN = of.EI / (radius * radius * BENDING_SHARE);
  const { rod, edge, last } = wrapped(of, wrap, radius, heldN);
  const system = createSystem(rod);
  const grip = createGrip(rod.nodes);
  const touch = createTouch();
  // it dents the drum by a thousandth of its radius
  Object.assign(touch, { stiffness: (heldN * edge) / radius / (1e-3 * DRUM_MM), onsetMm: 1e-3, friction });
  const drum: Load = (r, s) => {
    for (let i = 0; i < r.nodes; i++) {
      const x = r.q[4 * i]!;
      const z = r.q[4 * i + 2]!;
      const rho = Math.sqrt(x * x + z * z);
      touch.nx = -x / rho;
      touch.nz = -z / rho;
      touch.depthMm = radius - rho;
      addTouch(r, s, grip, i, touch, 0);
    }
  };
  const loads = [
    drum,
    // along the first, straight piece: it lies at the angle 0 and goes up
    pointForce(0, 0, 0, -heldN),
    dragging(
      dragOf(rod, () => DRAG),
      STEPS_PER_S,
    ),
  ];
  for (let s = 0; s < STEPS; s++) {
    const a = 4 * last;
    rod.q[a] = rod.q[a]! - (sin(wrap) * PULLED_MM) / STEPS;
    rod.q[a + 2] = rod.q[a + 2]! + (cos(wrap) * PULLED_MM) / STEPS;
    solveStep(rod, system, loads, { iterations: 40, toleranceN: 1e-6 * heldN, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
  }
  return tensionN(rod, last - 1) / heldN;
};

/** A rod around a drum about the y axis: straight up to angle 0, round it, and straight on. */
const wrapped = (
  of: UniformRod,
  wrap: number,
  radius: number,
  heldN: number,
): { rod: Rod; edge: number; last: number } => {
  const ea = 1e4 * heldN;
  const lead = Math.max(1, Math.round(of.elements * LEAD));
  const edge = (wrap * radius) / (of.elements - 2 * lead);
  const rod = createRod({
    edgesMm: evenEdges(of.elements, edge),
    ei: () => of.EI,
    gj: () => of.GJ,
    ea,
  });
  const last = rod.nodes - 1;
  for (let i = 0; i <= last; i++) {
    const along = (i - lead) * edge;
    const angle = Math.min(wrap, Math.max(0, along / radius));
    const beyond = along - angle * radius;
    rod.q[4 * i] = radius * cos(angle) - beyond * sin(angle);
    rod.q[4 * i + 2] = radius * sin(angle) + beyond * cos(angle);
    rod.held[4 * i + 1] = 1;
    rod.held[4 * i + 3] = 1;
  }
  startHere(rod);
  holdPlace(rod, last);
  return { rod, edge, last };
};

/** Makes the present shape the one that frames are carried on from. */
const startHere = (rod: Rod): void => {
  const { q, frames } = rod;
  for (let e = 0; e < rod.nodes - 1; e++) {
    const dx = q[4 * e + 4]! - q[4 * e]!;
    const dz = q[4 * e + 6]! - q[4 * e + 2]!;
    const length = Math.sqrt(dx * dx + dz * dz);
    frames.tangentBefore.set([dx / length, 0, dz / length], 3 * e);
    frames.directorBefore.set([0, 1, 0], 3 * e);
  }
  rod.before.set(q);
};

/** How far the tip lags behind the hub, rad, after so many turns of it, in a groove that presses on a straight rod. */
export const torqueLagRad = (
  of: UniformRod,
  friction: number,
  normalNPerMm: number,
  hubTurns: number,
): number => {
  const rod = clampedRod(of);
  for (let i = 0; i < rod.nodes; i++) holdPlace(rod, i);
  const system = createSystem(rod);
  const grip = createGrip(rod.nodes);
  const touch = { ...createTouch(), friction };
  const edge = rod.restMm[0]!;
  const groove: Load = (r, s) => {
    for (let i = 1; i < r.nodes - 1; i++) {
      grip.pressed[i] = normalNPerMm * edge;
      addFriction(r, s, grip, i, touch, of.radiusMm, 0);
    }
  };
  const steps = Math.max(40, Math.round((hubTurns * TAU) / (5 * DEG)));
  for (let s = 0; s < steps; s++) {
    rod.q[3] = rod.q[3]! + (hubTurns * TAU) / steps;
    solveStep(rod, system, [groove], { iterations: 60, toleranceN: 1e-9, moveMm: PI });
    commit(rod);
    commitGrip(grip);
  }
  return rod.q[3]! - rod.q[4 * (rod.nodes - 2) + 3]!;
};

/** mu r n L^2 / 2 GJ, rad. */
export const steadyLagRad = (
  { lengthMm, GJ, radiusMm }: UniformRod,
  friction: number,
  normalNPerMm: number,
): number => (friction * radiusMm * normalNPerMm * lengthMm * lengthMm) / (2 * GJ);
