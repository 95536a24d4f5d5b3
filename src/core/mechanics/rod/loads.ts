/** @file Loads that are the same everywhere or at one node: drag, and a force that someone applies. */
import { COLUMN } from './band.ts';
import type { Load } from './newton.ts';
import { type Rod, shareMm } from './rod.ts';
import { firstUnknown } from './system.ts';

/** A constant force on a node, N. */
export const pointForce =
  (node: number, x: number, y: number, z: number): Load =>
  (_, { gradient }) => {
    const a = 4 * node;
    gradient[a] = gradient[a]! - x;
    gradient[a + 1] = gradient[a + 1]! - y;
    gradient[a + 2] = gradient[a + 2]! - z;
  };

/** A force on one unknown that may change, N. */
export const forceOn =
  (unknown: number, newton: () => number): Load =>
  (_, { gradient }) => {
    gradient[unknown] = gradient[unknown]! - newton();
  };

/** Share of the drag per mm^2 that turning an edge has, mm^2: mean square of a distance from the axis. ASSUMED. */
const TURNING_MM2 = 0.01;

/** Drag coefficient at each unknown, N s/mm (N mm s for angles), of a rod with so much per mm of its length. */
export const dragOf = (rod: Rod, perMm: (node: number) => number): Float64Array => {
  const { nodes, restMm } = rod;
  const drag = new Float64Array(4 * nodes);
  const share = shareMm(rod);
  for (let i = 0; i < nodes; i++) {
    drag.fill(perMm(i) * share[i]!, 4 * i, 4 * i + 3);
    drag[4 * i + 3] = perMm(i) * TURNING_MM2 * (restMm[i] ?? 0);
  }
  return drag;
};

/** Drag against the place where the step began; the only thing that makes a quasi-static rod take time. */
export const dragging =
  (drag: Float64Array, perS: number): Load =>
  (rod, { gradient, band }) => {
    const { q, before } = rod;
    for (let i = firstUnknown(rod); i < q.length; i++) {
      const c = drag[i]! * perS;
      gradient[i] = gradient[i]! + c * (q[i]! - before[i]!);
      band[COLUMN * i] = band[COLUMN * i]! + c;
    }
  };

/** Drag against moving sideways only, N s/mm at each node: it settles a bowed wire without braking its way. */
export const draggingAcross =
  (perNode: Float64Array, perS: number): Load =>
  (rod, { gradient, band }) => {
    const { q, before, frames, nodes } = rod;
    const { tangentBefore: t } = frames;
    for (let i = rod.from; i < nodes; i++) {
      const c = perNode[i]! * perS;
      if (c === 0) continue;
      const a = 4 * i;
      const e = 3 * Math.min(i, nodes - 2);
      const ux = t[e]!;
      const uy = t[e + 1]!;
      const uz = t[e + 2]!;
      const dx = q[a]! - before[a]!;
      const dy = q[a + 1]! - before[a + 1]!;
      const dz = q[a + 2]! - before[a + 2]!;
      const along = dx * ux + dy * uy + dz * uz;
      gradient[a] = gradient[a]! + c * (dx - along * ux);
      gradient[a + 1] = gradient[a + 1]! + c * (dy - along * uy);
      gradient[a + 2] = gradient[a + 2]! + c * (dz - along * uz);
      const o = COLUMN * a;
      band[o] = band[o]! + c * (1 - ux * ux);
      band[o + 1] = band[o + 1]! - c * ux * uy;
      band[o + 2] = band[o + 2]! - c * ux * uz;
      band[o + COLUMN] = band[o + COLUMN]! + c * (1 - uy * uy);
      band[o + COLUMN + 1] = band[o + COLUMN + 1]! - c * uy * uz;
      band[o + 2 * COLUMN] = band[o + 2 * COLUMN]! + c * (1 - uz * uz);
    }
  };
