/**
 * @file A rod that is fed into the body through the mouth of a sheath: what is still outside lies straight and is held, what has
 * passed the mouth is free. Nodes belong to the material; the boundary wanders over them.
 */

import { fromTipMm, holdPlace, type Rod } from './rod.ts';
import { firstUnknown } from './system.ts';

/** Mouth of the sheath, mm, and the unit direction in which it points. */
export interface Mouth {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
}

/**
 * Moves the rod's hub and guesses where that takes the rest: each node along the edge behind it.
 * @param insideMm length that is past the mouth, after the move
 * @param advanceMm, turnRad how far the hub has moved since the step began
 */
export const feed = (rod: Rod, mouth: Mouth, insideMm: number, advanceMm: number, turnRad: number): void => {
  const { q, held, nodes, restMm, curl, frames } = rod;
  const { tangentBefore } = frames;
  let fromTip = 0;
  let first = nodes;
  for (let i = nodes - 1; i >= 0; i--) {
    if (fromTip < insideMm) first = i;
    else layInside(q, i, mouth, insideMm - fromTip);
    if (i > 0) fromTip += restMm[i - 1]!;
  }
  // what lies beyond a bend that the wire has of itself moves as the wire behind it does
  let edge = Math.max(0, first - 1);
  for (let i = first; i < nodes; i++) {
    if (i > 1 && curl[2 * i - 2] === 0 && curl[2 * i - 1] === 0 && edge === Math.max(0, i - 2)) edge = i - 1;
    const e = 3 * edge;
    const a = 4 * i;
    q[a] = q[a]! + advanceMm * tangentBefore[e]!;
    q[a + 1] = q[a + 1]! + advanceMm * tangentBefore[e + 1]!;
    q[a + 2] = q[a + 2]! + advanceMm * tangentBefore[e + 2]!;
  }
  for (let e = 0; e < nodes - 1; e++) q[4 * e + 3] = q[4 * e + 3]! + turnRad;
  if (rod.from !== first) {
    rod.from = first;
    held.fill(0, firstUnknown(rod));
    held[4 * nodes - 1] = 1;
    if (first > 0) holdPlace(rod, first - 1);
  }
};

/**
 * Lays the whole rod straight along the mouth's direction, so much of it past the mouth, mm, untwisted.
 * @param across where its first director points, as far as that is across; any direction without it
 */
export const layStraight = (
  rod: Rod,
  mouth: Mouth,
  insideMm: number,
  across: Pick<Mouth, 'x' | 'y' | 'z'> = Math.abs(mouth.dx) < 0.6 ? X : Y,
): void => {
  const { dx, dy, dz } = mouth;
  const { frames, nodes } = rod;
  const fromTip = fromTipMm(rod);
  const along = across.x * dx + across.y * dy + across.z * dz;
  const ux = across.x - along * dx;
  const uy = across.y - along * dy;
  const uz = across.z - along * dz;
  const length = Math.sqrt(ux * ux + uy * uy + uz * uz);
  for (let i = 0; i < nodes; i++) {
    layInside(rod.q, i, mouth, insideMm - fromTip[i]!);
    rod.q[4 * i + 3] = 0;
    frames.tangentBefore.set([dx, dy, dz], 3 * i);
    frames.directorBefore.set([ux / length, uy / length, uz / length], 3 * i);
  }
  frames.turnBefore.fill(0);
  rod.before.set(rod.q);
};

const X = { x: 1, y: 0, z: 0 } as const;
const Y = { x: 0, y: 1, z: 0 } as const;

/** Lays a node on the straight line through the mouth. */
const layInside = (q: Float64Array, i: number, mouth: Mouth, beyondMm: number): void => {
  q[4 * i] = mouth.x + beyondMm * mouth.dx;
  q[4 * i + 1] = mouth.y + beyondMm * mouth.dy;
  q[4 * i + 2] = mouth.z + beyondMm * mouth.dz;
};
