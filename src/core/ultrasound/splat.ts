/**
 * @file Finds the bricks of tissue-fixed scatterers that the slab can see and adds their echoes.
 *
 * Each scatterer in the slab contributes once, at its own range and line; beam and pulse spread it afterwards.
 */
import { MATERIAL } from '../anatomy/material.ts';
import type { Hole } from '../anatomy/tissue.ts';
import type { Baseband, SplatScene } from './baseband.ts';
import { BRICK_LENGTH_MM, BRICK_WIDTH_MM, type BrickStore } from './bricks.ts';
import { createOpenings, type Openings, readOpenings } from './opening.ts';
import { type FramePlan, SLAB_SIGMAS } from './plan.ts';
import { splatBrick } from './splat-brick.ts';

/**
 * Tissue: every brick that the slab can see.
 * @returns the number of scatterers inside the slab, or -1 when cancelled.
 */
export const splatTissue = (
  scene: SplatScene,
  store: BrickStore,
  out: Baseband,
  cancelled: () => boolean,
): number => forBricks(scene, scene.plan.endMm, store, out, cancelled, -1);

/** Stagnant blood in opened holes: scatterers fixed in space, heard only where the trace found stasis. */
export const splatStasis = (scene: SplatScene, store: BrickStore, out: Baseband): number => {
  const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
  let reach = 0;
  for (const channel of ['plane', 'track'] as const) {
    if (scene.tissue.holeAt(channel, scene.pose.s, hole)) {
      const dx = hole.x - scene.pose.x;
      const dy = hole.y - scene.pose.y;
      reach = Math.max(reach, Math.sqrt(dx * dx + dy * dy) + hole.radiusMm);
    }
  }
  if (reach === 0) return 0;
  const end = Math.min(scene.plan.endMm, reach + 0.1);
  return forBricks(scene, end, store, out, () => false, MATERIAL.stasis);
};

/** Visits the bricks within `endMm` of the axis; `only` >= 0 keeps scatterers where the trace has that label. */
const forBricks = (
  scene: SplatScene,
  endMm: number,
  store: BrickStore,
  out: Baseband,
  cancelled: () => boolean,
  only: number,
): number => {
  const { pose, basis, plan } = scene;
  const slices = slicesOf(scene, endMm, only < 0);
  const w = BRICK_WIDTH_MM;
  const halfDiagonal = w * Math.SQRT1_2;
  const lean = Math.abs(basis.nx) + Math.abs(basis.ny);
  // opening moves tissue outward by less than the holes' radii
  const span = endMm + halfDiagonal + Math.max(...slices.map((slice) => slice.reach));
  const x1 = Math.floor((pose.x + span) / w);
  const y1 = Math.floor((pose.y + span) / w);
  let total = 0;
  // along the vessel innermost: those bricks write to the same part of the grid
  for (let ix = Math.floor((pose.x - span) / w); ix <= x1; ix++) {
    if (cancelled()) return -1;
    for (let iy = Math.floor((pose.y - span) / w); iy <= y1; iy++) {
      for (const { along, ds, cx, cy, openings } of slices) {
        const { x, y, stretch } = moved(openings, (ix + 0.5) * w, (iy + 0.5) * w, halfDiagonal);
        const bx = x - cx;
        const by = y - cy;
        const d = Math.sqrt(bx * bx + by * by);
        const radius = halfDiagonal * stretch;
        if (d - radius > endMm) continue;
        const off = Math.abs(ds * basis.ns + (x - pose.x) * basis.nx + (y - pose.y) * basis.ny);
        const thickness = 0.5 * BRICK_LENGTH_MM + radius * lean;
        if (off - thickness > SLAB_SIGMAS * widestSlice(plan, d - radius, d + radius)) continue;
        total += splatBrick(scene, store.get(along, ix, iy), openings, out, only);
      }
    }
  }
  return total;
};

/** One brick's length of vessel: its address, offset from the transducer, the catheter axis and the holes there. */
interface Slice {
  readonly along: number;
  readonly ds: number;
  readonly cx: number;
  readonly cy: number;
  readonly openings: Openings;
  /** How far from the pose a reference point may lie beyond the imaged range, mm. */
  readonly reach: number;
}

const slicesOf = ({ tissue, pose, basis, plan }: SplatScene, endMm: number, opened: boolean): Slice[] => {
  const scratch: Hole = { x: 0, y: 0, radiusMm: 0 };
  const thickest = SLAB_SIGMAS * plan.sliceSigmaMm.reduce((a, b) => Math.max(a, b), 0);
  // the tilted plane leaves the transducer's station towards its rim
  const tilt = Math.max(Math.abs(basis.nx), Math.abs(basis.ny)) * endMm * 1.5;
  const half = (thickest + tilt) / basis.ns;
  const slices: Slice[] = [];
  const last = Math.floor((pose.s + half) / BRICK_LENGTH_MM);
  for (let along = Math.floor((pose.s - half) / BRICK_LENGTH_MM); along <= last; along++) {
    const sMid = (along + 0.5) * BRICK_LENGTH_MM;
    const ds = sMid - pose.s;
    const openings = createOpenings();
    if (opened) readOpenings(tissue, sMid, scratch, openings);
    const shiftX = ds * pose.dxds;
    const shiftY = ds * pose.dyds;
    const reach =
      Math.sqrt(openings.planeSq) +
      Math.sqrt(openings.trackSq) +
      Math.max(Math.abs(shiftX), Math.abs(shiftY));
    slices.push({ along, ds, cx: pose.x + shiftX, cy: pose.y + shiftY, openings, reach });
  }
  return slices;
};

const centre = { x: 0, y: 0, stretch: 1 };

/** Where the middle of a brick has gone, and by what factor its half diagonal may have grown on the way. */
const moved = (holes: Openings, x: number, y: number, halfDiagonal: number): typeof centre => {
  centre.x = x;
  centre.y = y;
  centre.stretch = 1;
  push(holes.planeX, holes.planeY, holes.planeSq, halfDiagonal);
  push(holes.trackX, holes.trackY, holes.trackSq, halfDiagonal);
  return centre;
};

const push = (holeX: number, holeY: number, radiusSq: number, halfDiagonal: number): void => {
  if (radiusSq === 0) return;
  const dx = centre.x - holeX;
  const dy = centre.y - holeY;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const nearest = Math.max(0.05, distance - halfDiagonal * centre.stretch);
  // tangential stretch at the nearest point, but no more than the hole's radius on top of the diagonal
  const byDistance = Math.sqrt(1 + radiusSq / (nearest * nearest));
  const byRadius = 1 + (2 * Math.sqrt(radiusSq)) / (halfDiagonal * centre.stretch);
  centre.stretch *= Math.min(byDistance, byRadius);
  const grow = Math.sqrt(1 + radiusSq / (distance * distance + 1e-12));
  centre.x = holeX + dx * grow;
  centre.y = holeY + dy * grow;
};

/** Largest slice width between two ranges; it has one minimum, so the ends decide. */
const widestSlice = (plan: FramePlan, near: number, far: number): number => {
  const { startMm, mmPerSample, samples } = plan.settings;
  const at = (r: number): number => {
    const k = Math.round((r - startMm) / mmPerSample);
    return plan.sliceSigmaMm[Math.min(samples - 1, Math.max(0, k))]!;
  };
  return Math.max(at(near), at(far));
};
