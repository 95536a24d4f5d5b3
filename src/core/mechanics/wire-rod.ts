/** @file A wire of the shelf as a rod: its core's stiffness, its edges, and the shape of its tip. */
import { DEG } from '../math/trig.ts';
import type { Bend, TipShape } from './device.ts';
import { gradedEdges } from './rod/graded.ts';
import { bendAtRest, createRod, type Rod } from './rod/rod.ts';
import { eiAt, type WireClass } from './wires.ts';

/** Effective stretching stiffness, N: a strain of 0.2 % at 1 N, invisible, and far easier to solve than steel's 10 000. */
const WIRE_EA = 400;

/** A straight wire of given edges along z, its proximal end at the origin. */
export const straightWire = (wire: WireClass, edgesMm: readonly number[], ea = WIRE_EA): Rod => {
  const length = edgesMm.reduce((a, b) => a + b, 0);
  const ei = (mm: number): number => eiAt(wire, length - mm);
  return createRod({ edgesMm, ei, gj: (mm) => wire.torsionShare * ei(mm), ea });
};

/** The distal part of a wire, at least so long, mm, with its tip bent. */
export const shapedWire = (wire: WireClass, shape: TipShape, lengthMm: number, finer = 1): Rod => {
  const rod = straightWire(wire, gradedEdges(lengthMm, finer));
  shapeTip(rod, shape);
  return rod;
};

/** A bend is spread over this much either way, mm. */
const BEND_MM = 0.5;
/** The second one, which may lie where the grid is coarser. */
const SECOND_BEND_MM = 1.5;

/** Gives the tip its bends, in the direction of the first director. */
export const shapeTip = (rod: Rod, { second, ...first }: TipShape): void => {
  const angles = new Float64Array(rod.nodes);
  addBend(rod, first, BEND_MM, angles);
  if (second) addBend(rod, second, SECOND_BEND_MM, angles);
  for (let i = 1; i < rod.nodes - 1; i++) bendAtRest(rod, i, angles[i]!);
};

/** Spreads a bend over the nodes near it, rad. */
const addBend = (rod: Rod, { angleDeg, lengthMm }: Bend, spreadMm: number, angles: Float64Array): void => {
  const shares = new Float64Array(rod.nodes);
  let sum = 0;
  let fromTip = 0;
  for (let i = rod.nodes - 2; i > 0; i--) {
    fromTip += rod.restMm[i]!;
    shares[i] = Math.max(0, 1 - Math.abs(fromTip - lengthMm) / spreadMm);
    sum += shares[i]!;
  }
  for (let i = 1; i < rod.nodes - 1; i++) angles[i] = angles[i]! + (angleDeg * DEG * shares[i]!) / sum;
};
