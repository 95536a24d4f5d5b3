/** @file Loads that are the same everywhere or at one node: drag, and a force that someone applies. */
import { COLUMN } from './band.ts';
import type { Load } from './newton.ts';
import { type Rod, shareMm } from './rod.ts';
import { firstUnknown, type System } from './system.ts';

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

/**
 * Adds what is proportional to a node's offset across a line: into the gradient at unknown `a`, and (I - u u^T) into the band.
 * @param k stiffness, N/mm; d offset from a point of the line, mm; u its unit direction
 * @returns length of the part of the offset that lies across, mm
 */
export const addAcross = (
  { gradient, band }: System,
  a: number,
  k: number,
  dx: number,
  dy: number,
  dz: number,
  ux: number,
  uy: number,
  uz: number,
): number => {
  const along = dx * ux + dy * uy + dz * uz;
  const px = dx - along * ux;
  const py = dy - along * uy;
  const pz = dz - along * uz;
  gradient[a] = gradient[a]! + k * px;
  gradient[a + 1] = gradient[a + 1]! + k * py;
  gradient[a + 2] = gradient[a + 2]! + k * pz;
  const o = COLUMN * a;
  band[o] = band[o]! + k * (1 - ux * ux);
  band[o + 1] = band[o + 1]! - k * ux * uy;
  band[o + 2] = band[o + 2]! - k * ux * uz;
  band[o + COLUMN] = band[o + COLUMN]! + k * (1 - uy * uy);
  band[o + COLUMN + 1] = band[o + COLUMN + 1]! - k * uy * uz;
  band[o + 2 * COLUMN] = band[o + 2 * COLUMN]! + k * (1 - uz * uz);
  return Math.sqrt(px * px + py * py + pz * pz);
};

/** Drag against moving sideways only, N s/mm at each node: it settles a bowed wire without braking its way. */
export const draggingAcross =
  (perNode: Float64Array, perS: number): Load =>
  (rod, system) => {
    const { q, before, frames, nodes } = rod;
    const { tangentBefore: t } = frames;
    for (let i = rod.from; i < nodes; i++) {
      const c = perNode[i]! * perS;
      if (c === 0) continue;
      const a = 4 * i;
      const e = 3 * Math.min(i, nodes - 2);
      const dx = q[a]! - before[a]!;
      const dy = q[a + 1]! - before[a + 1]!;
      const dz = q[a + 2]! - before[a + 2]!;
      addAcross(system, a, c, dx, dy, dz, t[e]!, t[e + 1]!, t[e + 2]!);
    }
  };
