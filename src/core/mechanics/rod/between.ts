/**
 * @file Rods that touch each other, and a rod that touches itself. The other one stands still while this one moves; each is
 * moved in turn, and what one feels the other feels in its own step. Only the thinner one feels friction.
 */
import { addAt } from './band.ts';
import { addTouch, type Grip, letGo, pressN, pressSlope, type Touch } from './contact.ts';
import type { Load } from './newton.ts';
import { fromTipMm, type Rod, shareMm } from './rod.ts';
import type { System } from './system.ts';

export interface Meeting {
  /** Both radii together, mm. */
  readonly apartMm: number;
  /** Of the contact under each millimetre of rod, N/mm. */
  readonly stiffness: number;
  readonly onsetMm: number;
  readonly friction: number;
  /** Surface of this rod from its axis, mm. */
  readonly radiusMm: number;
}

/** Places on a rod that are nearer than this along it are neighbours and do not meet, mm: a knuckle is wider. */
const NEIGHBOURS_MM = 3;

/** Two rods that may touch: what acts on each. The nodes of the one meet the edges of the other, so both feel the same pairs. */
export interface Encounter {
  /** Call at the beginning of each step of either: finds who is near whom. */
  find(): void;
  readonly onNodes: Load;
  readonly onEdges: Load;
}

/** Within a step nothing comes nearer by more than this, mm. */
const NEAR_MM = 0.5;

/** @param one the thinner rod or the one with shorter edges, whose nodes count; `grip` remembers its friction */
export const encounter = (one: Rod, other: Rod, meeting: Meeting, grip: Grip): Encounter => {
  const touch = touchOf(meeting);
  const share = shareMm(one);
  /** Edge of the other that is nearest to each node, and which nodes are near. */
  const nearest = new Int32Array(one.nodes).fill(-1);
  const near = new Int32Array(one.nodes);
  let count = 0;
  return {
    find: () => {
      let walk = Math.max(0, other.from - 1);
      const within = meeting.apartMm + meeting.onsetMm + NEAR_MM;
      count = 0;
      for (let i = one.from; i < one.nodes; i++) {
        walk = walkToNearest(one, i, other, nearest[i]! >= 0 ? nearest[i]! : walk);
        nearest[i] = walk;
        if (distance < within) near[count++] = i;
        else letGo(grip, i);
      }
    },
    onNodes: (_, system) => {
      for (let n = 0; n < count; n++) {
        const i = near[n]!;
        toEdge(one, i, other, nearest[i]!);
        if (!touches(touch, meeting)) letGo(grip, i);
        else {
          touch.stiffness = meeting.stiffness * share[i]!;
          addTouch(one, system, grip, i, touch, meeting.radiusMm);
        }
      }
    },
    onEdges: (_, system) => {
      for (let n = 0; n < count; n++) {
        const i = near[n]!;
        toEdge(one, i, other, nearest[i]!);
        if (!touches(touch, meeting)) continue;
        touch.stiffness = meeting.stiffness * share[i]!;
        addToEdge(system, nearest[i]!, touch, onEdge);
      }
    },
  };
};

/** The push of a node on an edge, shared between the edge's ends: away from the node. */
const addToEdge = (
  { gradient, band }: System,
  edge: number,
  { depthMm, nx, ny, nz, stiffness, onsetMm }: Touch,
  u: number,
): void => {
  const force = pressN(depthMm, stiffness, onsetMm);
  const slope = pressSlope(depthMm, stiffness, onsetMm);
  const a = 4 * edge;
  const b = a + 4;
  const v = 1 - u;
  add(gradient, a, -v * force, nx, ny, nz);
  add(gradient, b, -u * force, nx, ny, nz);
  addBlock(band, a, a, slope * v * v, nx, ny, nz);
  addBlock(band, b, b, slope * u * u, nx, ny, nz);
  addBlock(band, b, a, slope * u * v, nx, ny, nz);
};

const add = (g: Float64Array, at: number, force: number, nx: number, ny: number, nz: number): void => {
  g[at] = g[at]! + force * nx;
  g[at + 1] = g[at + 1]! + force * ny;
  g[at + 2] = g[at + 2]! + force * nz;
};

/** Adds k n n^T to the rows of one node and the columns of another, or the lower half of it to its own. */
const addBlock = (
  band: Float64Array,
  row: number,
  column: number,
  k: number,
  nx: number,
  ny: number,
  nz: number,
): void => {
  addAt(band, row, column, k * nx * nx);
  addAt(band, row + 1, column, k * ny * nx);
  addAt(band, row + 2, column, k * nz * nx);
  addAt(band, row + 1, column + 1, k * ny * ny);
  addAt(band, row + 2, column + 1, k * nz * ny);
  addAt(band, row + 2, column + 2, k * nz * nz);
  if (row === column) return;
  addAt(band, row, column + 1, k * nx * ny);
  addAt(band, row, column + 2, k * nx * nz);
  addAt(band, row + 1, column + 2, k * ny * nz);
};

/** Contact of a rod with itself over its last `reachMm`: what keeps a loop from passing through its own stem. */
export const againstItself = (rod: Rod, meeting: Meeting, reachMm: number, grip: Grip): Load => {
  const touch = touchOf(meeting);
  const share = shareMm(rod);
  const fromTip = fromTipMm(rod);
  let first = 0;
  while (fromTip[first]! > reachMm) first++;
  return (_, system) => {
    for (let i = Math.max(first, rod.from); i < rod.nodes; i++) {
      let least = Number.POSITIVE_INFINITY;
      for (let e = Math.max(first, rod.from - 1); e < rod.nodes - 1; e++) {
        const apart = Math.min(Math.abs(fromTip[e]! - fromTip[i]!), Math.abs(fromTip[e + 1]! - fromTip[i]!));
        if (apart < NEIGHBOURS_MM) continue;
        const d = toEdge(rod, i, rod, e);
        if (d >= least) continue;
        least = d;
        keep();
      }
      restore();
      distance = least;
      if (least === Number.POSITIVE_INFINITY || !touches(touch, meeting)) letGo(grip, i);
      else {
        touch.stiffness = meeting.stiffness * share[i]!;
        addTouch(rod, system, grip, i, touch, meeting.radiusMm);
      }
    }
  };
};

const touchOf = ({ stiffness, onsetMm, friction }: Meeting): Touch => ({
  depthMm: 0,
  nx: 1,
  ny: 0,
  nz: 0,
  stiffness,
  onsetMm,
  friction,
  limitN: Number.POSITIVE_INFINITY,
});

// the last closest point: distance, and vector from the node to it
let distance = 0;
let dx = 0;
let dy = 0;
let dz = 0;
let kx = 0;
let ky = 0;
let kz = 0;
/** Where on its edge the closest point is, 0 .. 1. */
let onEdge = 0;
let keptOnEdge = 0;

const keep = (): void => {
  kx = dx;
  ky = dy;
  kz = dz;
  keptOnEdge = onEdge;
};

const restore = (): void => {
  dx = kx;
  dy = ky;
  dz = kz;
  onEdge = keptOnEdge;
};

/** Distance of a node from the nearest point of an edge, mm; writes the vector between them. */
const toEdge = (rod: Rod, node: number, other: Rod, edge: number): number => {
  const a = 4 * node;
  const b = 4 * edge;
  const { q } = rod;
  const o = other.q;
  const ex = o[b + 4]! - o[b]!;
  const ey = o[b + 5]! - o[b + 1]!;
  const ez = o[b + 6]! - o[b + 2]!;
  const px = o[b]! - q[a]!;
  const py = o[b + 1]! - q[a + 1]!;
  const pz = o[b + 2]! - q[a + 2]!;
  const along = -(px * ex + py * ey + pz * ez) / (ex * ex + ey * ey + ez * ez);
  const u = Math.max(0, Math.min(1, along));
  onEdge = u;
  dx = px + u * ex;
  dy = py + u * ey;
  dz = pz + u * ez;
  distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  return distance;
};

const walkToNearest = (rod: Rod, node: number, other: Rod, start: number): number => {
  let edge = start;
  let least = toEdge(rod, node, other, edge);
  keep();
  for (const direction of [1, -1]) {
    for (let e = edge + direction; e >= 0 && e < other.nodes - 1; e += direction) {
      const d = toEdge(rod, node, other, e);
      if (d >= least) break;
      least = d;
      edge = e;
      keep();
    }
  }
  restore();
  distance = least;
  return edge;
};

/** Whether the last closest point is near enough; sets the touch's direction and depth. */
const touches = (touch: Touch, { apartMm, onsetMm }: Meeting): boolean => {
  const depth = apartMm + onsetMm - distance;
  if (depth <= 0 || distance < 1e-9) return false;
  touch.depthMm = depth;
  touch.nx = dx / distance;
  touch.ny = dy / distance;
  touch.nz = dz / distance;
  return true;
};
