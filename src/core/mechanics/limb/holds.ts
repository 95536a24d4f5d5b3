/**
 * @file What a rod's nodes touch during one step, found once at its beginning: walls as planes, ways through tissue and lumens as
 * lines. Within a step nothing moves by more than a tenth of a millimetre; finding them anew each iteration changes little.
 */
import { addFriction, addTouch, createGrip, createTouch, type Grip, letGo } from '../rod/contact.ts';
import { addAcross } from '../rod/loads.ts';
import type { Load } from '../rod/newton.ts';
import type { Rod } from '../rod/rod.ts';

/** What holds a node: nothing, a wall beside it, or a line that it runs along. */
export const HOLD = { none: 0, wall: 1, line: 2 } as const;

/** Numbers per node: a point (3), a direction (3; a wall's normal, or the line's), then those named below. */
export const COLUMNS = {
  point: 0,
  direction: 3,
  gap: 6,
  stiffness: 7,
  onset: 8,
  friction: 9,
  grip: 10,
  limit: 11,
} as const;
export const PER_NODE = 12;

export interface Holds {
  readonly kind: Uint8Array;
  readonly data: Float64Array;
  readonly grip: Grip;
  /** Force across its line that each node bore, N. */
  readonly across: Float64Array;
}

export const createHolds = (nodes: number): Holds => ({
  kind: new Uint8Array(nodes),
  data: new Float64Array(PER_NODE * nodes),
  grip: createGrip(nodes),
  across: new Float64Array(nodes),
});

/** Everything that holds a rod, as one load. @param radiusMm its surface's distance from its axis */
export const holding = (holds: Holds, radiusMm: (node: number) => number): Load => {
  const touch = createTouch();
  return (rod, system) => {
    const { data, kind, grip, across } = holds;
    const { q } = rod;
    for (let i = rod.from; i < rod.nodes; i++) {
      if (kind[i] === HOLD.none) {
        letGo(grip, i);
        across[i] = 0;
        continue;
      }
      const o = PER_NODE * i;
      const a = 4 * i;
      const dx = q[a]! - data[o]!;
      const dy = q[a + 1]! - data[o + 1]!;
      const dz = q[a + 2]! - data[o + 2]!;
      const ux = data[o + 3]!;
      const uy = data[o + 4]!;
      const uz = data[o + 5]!;
      touch.friction = data[o + COLUMNS.friction]!;
      if (kind[i] === HOLD.wall) {
        touch.nx = ux;
        touch.ny = uy;
        touch.nz = uz;
        touch.stiffness = data[o + COLUMNS.stiffness]!;
        touch.onsetMm = data[o + COLUMNS.onset]!;
        touch.depthMm = dx * ux + dy * uy + dz * uz - data[o + COLUMNS.gap]!;
        addTouch(rod, system, grip, i, touch, radiusMm(i));
        across[i] = grip.pressedNow[i]!;
        continue;
      }
      // a line: a spring across it, and what it grips rubs along it; what the way cannot bear it yields after the step: a limit
      // within it would not be found in a few iterations
      const stiffness = data[o + COLUMNS.stiffness]!;
      across[i] = stiffness * addAcross(system, a, stiffness, dx, dy, dz, ux, uy, uz);
      // any direction across will do for what rubs: the one it is pressed to, or none
      touch.nx = 0;
      touch.ny = 0;
      touch.nz = 0;
      if (touch.friction > 0) rub(rod, system, grip, i, touch, radiusMm(i), ux, uy, uz);
      grip.pressedNow[i] = data[o + COLUMNS.grip]! + across[i]!;
    }
  };
};

/** Friction along a line: across it the spring decides. */
const rub = (
  rod: Rod,
  system: Parameters<Load>[1],
  grip: Grip,
  node: number,
  touch: ReturnType<typeof createTouch>,
  spinMm: number,
  ux: number,
  uy: number,
  uz: number,
): void => {
  // any unit vector across the line
  const alongX = ux < 0.6 && ux > -0.6;
  const nx = alongX ? 1 - ux * ux : -uy * ux;
  const ny = alongX ? -ux * uy : 1 - uy * uy;
  const nz = alongX ? -ux * uz : -uy * uz;
  const l = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  touch.nx = nx * l;
  touch.ny = ny * l;
  touch.nz = nz * l;
  addFriction(rod, system, grip, node, touch, spinMm, 0);
};
