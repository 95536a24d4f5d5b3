/** @file Pushing a wire from a support: onto a plate (tip load), into a block that gives way, along a plane that opens. */

import { addTouch, commitGrip, createGrip, createTouch, type Grip, yieldedMm } from '../rod/contact.ts';
import { dragging, dragOf } from '../rod/loads.ts';
import { type Load, solveStep } from '../rod/newton.ts';
import { tensionN } from '../rod/readings.ts';
import { bendAtRest, clampEdge, commit, createRod, evenEdges, type Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { straightWire } from '../wire-rod.ts';
import { NEWTON_PER_GF, TIP_LOAD_COEFFICIENT, type WireClass } from '../wires.ts';
import { shift } from './bench-rod.ts';
import { columnN } from './buckling.ts';

/** A face across the wire's way that its tip touches. */
export interface Face {
  /** N/mm */
  readonly stiffness: number;
  /** 0.3 and more: the tip sticks, and the wire bows. 0: it slides off. */
  readonly friction: number;
  /** Force at which the face gives way, N. */
  readonly yieldN: number;
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

/** Force on the tip by the way that the hand has pushed. */
export interface PushCurve {
  readonly wayMm: readonly number[];
  readonly forceN: readonly number[];
}

export const peakOf = ({ forceN }: PushCurve): number => forceN.reduce((a, b) => Math.max(a, b), 0);

/** Pushes a rod, clamped at its proximal edge and lying along z, so far, mm. @param onStep told where the face is, mm along z */
export const pushRod = (
  rod: Rod,
  face: Face,
  wayMm: number,
  onStep: (wayMm: number, forceN: number, faceMm: number) => void = () => {},
): PushCurve => {
  const system = createSystem(rod);
  const tip = rod.nodes - 1;
  for (let i = 1; i < tip; i++) bendAtRest(rod, i, IMPERFECTION_RAD / (tip - 1));
  const grip = createGrip(rod.nodes);
  const touch = createTouch();
  Object.assign(touch, { ...face, nx: 0, nz: 1, limitN: face.yieldN, onsetMm: ONSET_MM });
  let faceMm = rod.q[4 * tip + 2]!;
  const loads = [
    dragging(
      dragOf(rod, () => DRAG),
      STEPS_PER_S,
    ),
    faceLoad(touch, tip, grip, () => faceMm),
  ];
  const out = { wayMm: [0], forceN: [0] };
  let step = (FIRST_SHARE * face.expectedN) / face.stiffness;
  for (let way = step; way <= wayMm; way += step) {
    rod.q[2] = rod.q[2]! + step;
    rod.q[6] = rod.q[6]! + step;
    solveStep(rod, system, loads, { iterations: 40, toleranceN: 1e-7, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
    faceMm += yieldedMm(touch);
    out.wayMm.push(way);
    out.forceN.push(grip.pressed[tip]!);
    onStep(way, grip.pressed[tip]!, faceMm);
    step = Math.min(LONGEST_MM, step * LONGER);
  }
  return out;
};

const faceLoad =
  (touch: ReturnType<typeof createTouch>, tip: number, grip: Grip, faceAt: () => number): Load =>
  (rod, system) => {
    touch.depthMm = rod.q[4 * tip + 2]! - faceAt();
    addTouch(rod, system, grip, tip, touch, 0);
  };

/** What the tip is held against, and how. ASSUMED: steel, dry. */
export const PLATE = { stiffness: 20, friction: 0.3 } as const;
/** The hand pushes this share of the free length: well past the point where a wire bows. */
export const PUSH_SHARE = 0.1;
export const ELEMENTS = 21;

/** A wire that a support holds so far behind its tip; its tip is at z = `supportMm`, the support ends at 0. */
export const supported = (wire: WireClass, supportMm: number, elements: number): Rod => {
  const edge = supportMm / (elements - 0.5);
  const rod = straightWire(wire, evenEdges(elements, edge), 2000 * wire.tipEi);
  shift(rod, -edge / 2);
  clampEdge(rod, 0);
  return rod;
};

/** Force that a wire bears on the plate, gram-force. */
export const tipLoadGf = (wire: WireClass, supportMm: number, elements = ELEMENTS): number =>
  peakOf(tipLoadCurve(wire, supportMm, elements)) / NEWTON_PER_GF;

/** How a wire on the plate bears more and more, and then no more. */
const tipLoadCurve = (wire: WireClass, supportMm: number, elements = ELEMENTS): PushCurve =>
  pushRod(
    supported(wire, supportMm, elements),
    { ...PLATE, yieldN: Number.POSITIVE_INFINITY, expectedN: expectedN(wire, supportMm) },
    PUSH_SHARE * supportMm,
  );

/** Peak force with which a wire that is pushed into a block presses on it, N. */
export const pushBlockN = (wire: WireClass, supportMm: number, punctureN: number): number =>
  peakOf(
    pushRod(
      supported(wire, supportMm, ELEMENTS),
      { ...PLATE, yieldN: punctureN, expectedN: Math.min(punctureN, expectedN(wire, supportMm)) },
      PUSH_SHARE * supportMm,
    ),
  );

/** Channel and pusher of the peeling bench, mm; the pusher is stiff and cannot bow. */
const PEEL = { lengthMm: 5, elements: 10, wayMm: 1 } as const;

/** Force at the hub, N, that opens a plane ahead of what is pushed along it, once it opens. */
export const peelingN = (energyJPerM2: number, widthMm: number): number => {
  const frontN = MM_PER_M * energyJPerM2 * widthMm;
  const rod = createRod({
    edgesMm: evenEdges(PEEL.elements, PEEL.lengthMm / PEEL.elements),
    ei: () => 1,
    gj: () => 1,
    ea: 2000,
  });
  clampEdge(rod, 0);
  for (let i = 0; i < rod.nodes; i++) rod.held.fill(1, 4 * i, 4 * i + 2);
  pushRod(rod, { stiffness: 20, friction: 0, yieldN: frontN, expectedN: frontN }, PEEL.wayMm);
  return -tensionN(rod, 1);
};

/** 1 J/m^2 = 1e-3 N/mm. */
const MM_PER_M = 1e-3;

/** Thrust at which a wire that sticks at its tip bows, N; by stability, not by pushing. */
export const bucklingN = (wire: WireClass, supportMm: number, elements = 81, halvings = 44): number =>
  columnN(() => supported(wire, supportMm, elements), 4 * expectedN(wire, supportMm), true, halvings);

/** About what a wire bears that is held so far behind its tip, N. */
export const expectedN = (wire: WireClass, supportMm: number): number =>
  (TIP_LOAD_COEFFICIENT * wire.tipEi) / (supportMm * supportMm);
