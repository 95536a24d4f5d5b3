/** @file Which bricks of scatterers the imaging slab can see, written down as work for the splat. */
import type { Hole } from '../../anatomy/tissue.ts';
import type { Scene } from '../baseband.ts';
import type { FramePlan } from '../plan.ts';
import { createOpenings, type Openings, readOpenings } from '../scene/opening.ts';
import { alongAt, BRICK_LENGTH_MM, BRICK_WIDTH_MM, type BrickStore, startOf } from './bricks.ts';
import { SLICE, type SplatTables, WORK } from './splat.ts';

/**
 * Fills `tables.work` and `tables.slices` with the bricks of `store` that may hold a scatterer of the picture.
 * @returns their number, or -1 when cancelled.
 */
export const listTissueBricks = (
  scene: Scene,
  store: BrickStore,
  tables: SplatTables,
  cancelled: () => boolean,
): number => {
  const { pose, basis, plan } = scene;
  const { work } = tables;
  const { endMm } = plan;
  const slices = slicesOf(scene, tables.slices);
  const w = BRICK_WIDTH_MM;
  const halfDiagonal = w * Math.SQRT1_2;
  const lean = Math.abs(basis.nx) + Math.abs(basis.ny);
  const advance = Math.abs(pose.advanceMm ?? 0);
  // opening moves tissue outward by less than the holes' radii
  const span = endMm + halfDiagonal + slices.reach;
  const x1 = Math.floor((pose.x + span) / w);
  const y1 = Math.floor((pose.y + span) / w);
  let bricks = 0;
  for (let ix = Math.floor((pose.x - span) / w); ix <= x1; ix++) {
    if (cancelled()) return -1;
    for (let iy = Math.floor((pose.y - span) / w); iy <= y1; iy++) {
      const openings = slices.openings[slices.openings.length >> 1]!;
      const { x, y, stretch } = moved(openings, (ix + 0.5) * w, (iy + 0.5) * w, halfDiagonal);
      const dx = x - pose.x;
      const dy = y - pose.y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const radius = halfDiagonal * stretch + slices.play;
      if (distance - radius > endMm) continue;
      // where the tilted plane meets this column of bricks, and how far to both sides it is heard
      const stride = store.strideOf(ix, iy);
      const s = pose.s - (dx * basis.nx + dy * basis.ny) / basis.ns;
      const heard = deepestReach(plan, distance - radius, distance + radius) + advance;
      const half = (heard + radius * lean) / basis.ns + BRICK_LENGTH_MM / 2;
      const last = alongAt(s + half, ix, iy);
      for (let along = alongAt(s - half, ix, iy); along <= last; along++) {
        const middle = startOf(along, ix, iy) + BRICK_LENGTH_MM / 2;
        const slice = Math.min(
          slices.openings.length - 1,
          Math.max(0, Math.floor((middle - slices.fromS) / BRICK_LENGTH_MM + 1e-6)),
        );
        const row = bricks * WORK.columns;
        work[row + WORK.at] = store.get(along, ix, iy);
        work[row + WORK.stride] = stride;
        work[row + WORK.slice] = slice;
        if (++bricks * WORK.columns >= work.length) throw new RangeError('the slab holds too many bricks');
      }
    }
  }
  return bricks;
};

/** The stations that the slab may touch, and the holes of each brick's length among them. */
interface Slices {
  readonly fromS: number;
  readonly openings: readonly Openings[];
  /** How far from the pose a reference point may lie beyond the imaged range, mm. */
  readonly reach: number;
  /** How much further a hole may push at one station of the slab than in its middle, mm. */
  readonly play: number;
}

const slicesOf = ({ tissue, pose, basis, plan }: Scene, out: Float32Array): Slices => {
  const scratch: Hole = { x: 0, y: 0, radiusMm: 0 };
  const thickest = plan.beam.reachMm.reduce((a, b) => Math.max(a, b), 0) + Math.abs(pose.advanceMm ?? 0);
  // the tilted plane leaves the transducer's station towards its rim
  const tilt = Math.max(Math.abs(basis.nx), Math.abs(basis.ny)) * plan.endMm * 1.5;
  const half = (thickest + tilt) / basis.ns + BRICK_LENGTH_MM / 2;
  // the same slices whatever the pose, so that a scatterer does not jump from frame to frame
  const fromS = Math.floor((pose.s - half) / BRICK_LENGTH_MM) * BRICK_LENGTH_MM;
  const count = Math.min(
    Math.floor(out.length / SLICE.columns),
    Math.ceil((pose.s + half - fromS) / BRICK_LENGTH_MM),
  );
  const openings: Openings[] = [];
  let reach = 0;
  for (let i = 0; i < count; i++) {
    const s = fromS + (i + 0.5) * BRICK_LENGTH_MM;
    const here = readOpenings(tissue, s, scratch, createOpenings());
    openings.push(here);
    const row = i * SLICE.columns;
    out[row + SLICE.planeX] = here.planeX;
    out[row + SLICE.planeY] = here.planeY;
    out[row + SLICE.planeSq] = here.planeSq;
    out[row + SLICE.trackX] = here.trackX;
    out[row + SLICE.trackY] = here.trackY;
    out[row + SLICE.trackSq] = here.trackSq;
    out[row + SLICE.shiftS] = 0;
    const shift = Math.abs(s - pose.s) * Math.max(Math.abs(pose.dxds), Math.abs(pose.dyds));
    reach = Math.max(reach, Math.sqrt(here.planeSq) + Math.sqrt(here.trackSq) + shift);
  }
  return { fromS, openings, reach, play: playOf(openings) };
};

/** Largest difference of holes along the slab from those in its middle: radius and place, both channels. */
const playOf = (openings: readonly Openings[]): number => {
  const middle = openings[openings.length >> 1]!;
  let play = 0;
  for (const here of openings) {
    const plane =
      here.planeSq === 0 || middle.planeSq === 0
        ? Math.sqrt(Math.max(here.planeSq, middle.planeSq))
        : Math.abs(Math.sqrt(here.planeSq) - Math.sqrt(middle.planeSq)) +
          Math.hypot(here.planeX - middle.planeX, here.planeY - middle.planeY);
    const track =
      here.trackSq === 0 || middle.trackSq === 0
        ? Math.sqrt(Math.max(here.trackSq, middle.trackSq))
        : Math.abs(Math.sqrt(here.trackSq) - Math.sqrt(middle.trackSq)) +
          Math.hypot(here.trackX - middle.trackX, here.trackY - middle.trackY);
    play = Math.max(play, plane + track);
  }
  return play;
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

/** Largest elevation heard between two ranges; the beam has one waist, so the ends decide. */
const deepestReach = (plan: FramePlan, near: number, far: number): number => {
  const { startMm, mmPerSample } = plan.settings;
  const { reachMm } = plan.beam;
  const at = (r: number): number => {
    const b = Math.round((r - startMm) / mmPerSample / 4);
    return reachMm[Math.min(reachMm.length - 1, Math.max(0, b))]!;
  };
  return Math.max(at(near), at(far));
};
