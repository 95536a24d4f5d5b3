/**
 * @file A rod's node on a surface: pressed off it by a force that sets in smoothly, held along it by friction that truly sticks.
 *
 * One cone for sliding and spinning together: what counts is the way of the rod's surface over the other one, wherever it comes
 * from. So spinning frees a wire along its length, and pushing frees it to turn. Friction is a brush whose bristles
 * bend by up to `BRISTLE_MM` before they slide: below the limit nothing creeps, however long the load lasts.
 */
import { addAt, COLUMN } from './band.ts';
import type { Rod } from './rod.ts';
import type { System } from './system.ts';

/** Way after which a surface slides, mm. At 240 steps/s it smooths what is slower than 0.5 mm/s. */
export const BRISTLE_MM = 0.002;

/** A surface that a node lies on: unit normal from the rod toward it, and what it does to whom it touches. */
export interface Touch {
  /** Distance by which the rod is nearer than where contact sets in, mm. */
  depthMm: number;
  nx: number;
  ny: number;
  nz: number;
  /** Stiffness, N/mm, once contact is made. */
  stiffness: number;
  /** Distance over which it sets in, mm. */
  onsetMm: number;
  friction: number;
  /** Force at which the surface itself gives way, N; whoever owns it moves it then (`yieldedMm`). */
  limitN: number;
}

export const createTouch = (): Touch => ({
  depthMm: 0,
  nx: 1,
  ny: 0,
  nz: 0,
  stiffness: 4,
  onsetMm: 0.05,
  friction: 0,
  limitN: Number.POSITIVE_INFINITY,
});

/** Force of a contact, N: quadratic while it sets in, then linear; continuous with its slope. */
export const pressN = (depthMm: number, stiffness: number, onsetMm: number): number => {
  if (depthMm <= 0) return 0;
  return depthMm < onsetMm
    ? (0.5 * stiffness * depthMm * depthMm) / onsetMm
    : stiffness * (depthMm - 0.5 * onsetMm);
};

/** Its derivative, N/mm. */
export const pressSlope = (depthMm: number, stiffness: number, onsetMm: number): number =>
  depthMm <= 0 ? 0 : depthMm < onsetMm ? (stiffness * depthMm) / onsetMm : stiffness;

/** How far a surface has to move away until it bears no more than its limit, mm. */
export const yieldedMm = ({ depthMm, stiffness, onsetMm, limitN }: Touch): number => {
  if (pressN(depthMm, stiffness, onsetMm) <= limitN) return 0;
  const full = 0.5 * stiffness * onsetMm;
  const borne =
    limitN < full ? Math.sqrt((2 * limitN * onsetMm) / stiffness) : limitN / stiffness + 0.5 * onsetMm;
  return depthMm - borne;
};

/** What the nodes of a rod remember of one kind of surface. */
export interface Grip {
  /** Normal force when the step began and now, N. */
  readonly pressed: Float64Array;
  readonly pressedNow: Float64Array;
  /** Bend of the bristles, mm, three numbers per node; when the step began and now. */
  readonly bristle: Float64Array;
  readonly bristleNow: Float64Array;
}

export const createGrip = (nodes: number): Grip => ({
  pressed: new Float64Array(nodes),
  pressedNow: new Float64Array(nodes),
  bristle: new Float64Array(3 * nodes),
  bristleNow: new Float64Array(3 * nodes),
});

/** Takes the present state as the one that the next step starts from. */
export const commitGrip = (grip: Grip): void => {
  grip.pressed.set(grip.pressedNow);
  grip.bristle.set(grip.bristleNow);
};

/** No contact at a node. */
export const letGo = (grip: Grip, node: number): void => {
  grip.pressedNow[node] = 0;
  grip.bristleNow.fill(0, 3 * node, 3 * node + 3);
};

/** Adds a contact of a node to a system. @param spinMm distance of the rod's surface from its axis */
export const addTouch = (
  rod: Rod,
  system: System,
  grip: Grip,
  node: number,
  touch: Touch,
  spinMm: number,
): void => {
  const { depthMm, nx, ny, nz, stiffness, onsetMm, limitN } = touch;
  if (depthMm <= 0) {
    letGo(grip, node);
    return;
  }
  const { gradient } = system;
  const pressed = pressN(depthMm, stiffness, onsetMm);
  const force = Math.min(pressed, limitN);
  const slope = pressed > limitN ? 0 : pressSlope(depthMm, stiffness, onsetMm);
  const a = 4 * node;
  gradient[a] = gradient[a]! + force * nx;
  gradient[a + 1] = gradient[a + 1]! + force * ny;
  gradient[a + 2] = gradient[a + 2]! + force * nz;
  grip.pressedNow[node] = force;
  addFriction(rod, system, grip, node, touch, spinMm, slope);
};

/**
 * Friction with the normal force that the step began with (a new contact has none yet), and the normal stiffness:
 * H = slope n n^T + h (P - z z^T), P the projection along the surface.
 */
export const addFriction = (
  rod: Rod,
  { gradient, band }: System,
  grip: Grip,
  node: number,
  { nx, ny, nz, friction }: Touch,
  spinMm: number,
  slope: number,
): void => {
  const { q, before, nodes, frames } = rod;
  const a = 4 * node;
  const b = 3 * node;
  const edge = 3 * Math.min(node, nodes - 2);
  const tx = frames.tangent[edge]!;
  const ty = frames.tangent[edge + 1]!;
  const tz = frames.tangent[edge + 2]!;
  // the way that the surface goes per mm of spin
  const cx = ty * nz - tz * ny;
  const cy = tz * nx - tx * nz;
  const cz = tx * ny - ty * nx;
  // the tip turns with the last edge
  const angle = node < nodes - 1 ? a + 3 : a - 1;
  const spun = spinMm * (q[angle]! - before[angle]!);
  let zx = grip.bristle[b]! + q[a]! - before[a]! + spun * cx;
  let zy = grip.bristle[b + 1]! + q[a + 1]! - before[a + 1]! + spun * cy;
  let zz = grip.bristle[b + 2]! + q[a + 2]! - before[a + 2]! + spun * cz;
  const normal = zx * nx + zy * ny + zz * nz;
  zx -= normal * nx;
  zy -= normal * ny;
  zz -= normal * nz;
  const length = Math.sqrt(zx * zx + zy * zy + zz * zz);
  const limit = friction * grip.pressed[node]!;
  const slides = length > BRISTLE_MM;
  const h = limit / (slides ? length : BRISTLE_MM);
  const fx = h * zx;
  const fy = h * zy;
  const fz = h * zz;
  gradient[a] = gradient[a]! + fx;
  gradient[a + 1] = gradient[a + 1]! + fy;
  gradient[a + 2] = gradient[a + 2]! + fz;
  const keep = slides ? BRISTLE_MM / length : 1;
  grip.bristleNow[b] = keep * zx;
  grip.bristleNow[b + 1] = keep * zy;
  grip.bristleNow[b + 2] = keep * zz;
  // along the direction of sliding the force no longer grows
  const w = slides ? 1 / length : 0;
  const ux = w * zx;
  const uy = w * zy;
  const uz = w * zz;
  const k = slope - h;
  const o = COLUMN * a;
  band[o] = band[o]! + k * nx * nx + h * (1 - ux * ux);
  band[o + 1] = band[o + 1]! + k * nx * ny - h * ux * uy;
  band[o + 2] = band[o + 2]! + k * nx * nz - h * ux * uz;
  band[o + COLUMN] = band[o + COLUMN]! + k * ny * ny + h * (1 - uy * uy);
  band[o + COLUMN + 1] = band[o + COLUMN + 1]! + k * ny * nz - h * uy * uz;
  band[o + 2 * COLUMN] = band[o + 2 * COLUMN]! + k * nz * nz + h * (1 - uz * uz);
  if (spinMm === 0) return;
  const uc = ux * cx + uy * cy + uz * cz;
  const hs = h * spinMm;
  gradient[angle] = gradient[angle]! + spinMm * (fx * cx + fy * cy + fz * cz);
  addAt(band, angle, a, hs * (cx - ux * uc));
  addAt(band, angle, a + 1, hs * (cy - uy * uc));
  addAt(band, angle, a + 2, hs * (cz - uz * uc));
  addAt(band, angle, angle, hs * spinMm * (cx * cx + cy * cy + cz * cz - uc * uc));
};
