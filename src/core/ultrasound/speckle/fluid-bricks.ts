/**
 * @file Fluids: scatterers fixed in the fluid, which flows past. Blood at rest keeps its speckle, flowing blood shows a new
 * one in every frame and, since a turn takes time, slightly finer cells.
 */
import type { Scene } from '../baseband.ts';
import { alongAt, BRICK_LENGTH_MM, BRICK_WIDTH_MM, type BrickStore } from './bricks.ts';
import { FLOWING, RESTING } from './fluids.ts';
import { SLICE, type SplatTables, WORK } from './splat.ts';

/** The fluid repeats after this many bricks along the vessel (25.6 mm): nobody sees that far. */
const PERIOD = 128;
const REPEATS = 4;
export const FLUID_PERIOD_MM = PERIOD * BRICK_LENGTH_MM;

/**
 * Fills `tables.work` with the bricks of some columns.
 * @param columns where the fluid is, from `findFluids`
 * @param shiftMm how far the fluid has flowed when the turn begins, distal positive; its own coordinate is station minus
 *   shift.
 * @param turnMm how far it flows on, against the transducer, during the turn.
 * @returns their number.
 */
export const listFluidBricks = (
  scene: Scene,
  store: BrickStore,
  columns: readonly Column[],
  shiftMm: number,
  turnMm: number,
  tables: SplatTables,
): number => {
  const { pose, basis, plan } = scene;
  const { work, slices } = tables;
  const reach = plan.beam.reachMm.reduce((a, b) => Math.max(a, b), 0);
  const lean = Math.abs(basis.nx) + Math.abs(basis.ny);
  const half = (reach + BRICK_WIDTH_MM * Math.SQRT1_2 * lean) / basis.ns + BRICK_LENGTH_MM;
  const farthest = half + (plan.endMm * lean) / basis.ns;
  const s = pose.s - shiftMm;
  // slice i holds the i-th of the repeats that the slab reaches into
  const firstRepeat = Math.floor((s - farthest - Math.abs(turnMm)) / FLUID_PERIOD_MM) - 1;
  slices.fill(0, 0, REPEATS * SLICE.columns);
  for (let i = 0; i < REPEATS; i++) {
    slices[i * SLICE.columns + SLICE.shiftS] = (firstRepeat + i) * FLUID_PERIOD_MM + shiftMm;
  }
  let bricks = 0;
  const list = ({ ix, iy }: Column, { first, last }: Span): void => {
    for (let along = first; along <= last; along++) {
      const row = bricks * WORK.columns;
      const repeat = Math.floor(along / PERIOD);
      work[row + WORK.at] = store.get(along - repeat * PERIOD, ix, iy);
      work[row + WORK.stride] = store.strideOf(ix, iy);
      work[row + WORK.slice] = repeat - firstRepeat;
      if (++bricks * WORK.columns >= work.length) throw new RangeError('the slab holds too much fluid');
    }
  };
  for (const column of columns) {
    const middle = s + risesTo(column, scene);
    const spans = turnsOf(column, scene).map(([from, to]): Span => {
      const a = middle - turnMm * from;
      const b = middle - turnMm * to;
      return {
        first: alongAt(Math.min(a, b) - half, column.ix, column.iy),
        last: alongAt(Math.max(a, b) + half, column.ix, column.iy),
      };
    });
    for (const span of apart(spans)) list(column, span);
  }
  return bricks;
};

/** Bricks of a column from one address to another. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** No brick twice: a column at the seam is seen when the turn begins and when it ends, often in the same place. */
const apart = (spans: readonly Span[]): readonly Span[] => {
  const [one, other] = spans;
  if (!one || !other || one.last < other.first || other.last < one.first) return spans;
  return [{ first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) }];
};

/** How far along the vessel the tilted image plane meets a column of bricks, from the transducer's station, mm. */
const risesTo = ({ ix, iy }: Column, { pose, basis }: Scene): number => {
  const dx = (ix + 0.5) * BRICK_WIDTH_MM - pose.x;
  const dy = (iy + 0.5) * BRICK_WIDTH_MM - pose.y;
  return -(dx * basis.nx + dy * basis.ny) / basis.ns;
};

/** The parts of the turn, 0 .. 1, in which the element looks at a column of bricks. */
const turnsOf = (column: Column, scene: Scene): (readonly [number, number])[] => {
  const { pose, basis } = scene;
  const dx = (column.ix + 0.5) * BRICK_WIDTH_MM - pose.x;
  const dy = (column.iy + 0.5) * BRICK_WIDTH_MM - pose.y;
  const ds = risesTo(column, scene);
  const distance = Math.sqrt(dx * dx + dy * dy);
  const radius = BRICK_WIDTH_MM * Math.SQRT1_2;
  if (distance <= 1.05 * radius) return [[0, 1]];
  const angle = Math.atan2(
    dx * basis.vx + dy * basis.vy + ds * basis.vs,
    dx * basis.ux + dy * basis.uy + ds * basis.us,
  );
  const middle = (angle < 0 ? angle + 2 * Math.PI : angle) / (2 * Math.PI);
  const half = Math.asin(radius / distance) / (2 * Math.PI) + 0.01;
  const from = middle - half;
  const to = middle + half;
  if (from < 0)
    return [
      [0, to],
      [1 + from, 1],
    ];
  if (to > 1)
    return [
      [from, 1],
      [0, to - 1],
    ];
  return [[from, to]];
};

/** A column of bricks along the vessel, by its place across it. */
export interface Column {
  readonly ix: number;
  readonly iy: number;
}

/** Where the trace found fluids, by what they do. */
export interface Fluids {
  readonly flowing: readonly Column[];
  readonly resting: readonly Column[];
}

/** What a label is: no fluid, one that flows, one at rest. */
const KIND = Uint8Array.from({ length: 256 }, (_, label) => FLOWING[label]! + 2 * RESTING[label]!);

/** The columns of bricks in which some traced sample holds a fluid. */
export const findFluids = ({ pose, basis, plan, trace }: Scene): Fluids => {
  const { lines, samples, stepMm } = plan.trace;
  const { startMm } = plan.settings;
  const found = new Uint8Array(SIDE * SIDE);
  const flowing: Column[] = [];
  const resting: Column[] = [];
  const kinds = KIND;
  const { labels } = trace;
  const perBrick = 1 / BRICK_WIDTH_MM;
  const cos = new Float32Array(lines);
  const sin = new Float32Array(lines);
  for (let c = 0; c < lines; c++) {
    const angle = (2 * Math.PI * c) / lines;
    cos[c] = Math.cos(angle) * basis.ux + Math.sin(angle) * basis.vx;
    sin[c] = Math.cos(angle) * basis.uy + Math.sin(angle) * basis.vy;
  }
  for (let k = 0; k < samples; k++) {
    const r = startMm + (k + 0.5) * stepMm;
    for (let c = 0; c < lines; c++) {
      const kind = kinds[labels[k * lines + c]!]!;
      if (kind === 0) continue;
      const ix = Math.floor((pose.x + r * cos[c]!) * perBrick);
      const iy = Math.floor((pose.y + r * sin[c]!) * perBrick);
      const address = ((ix + SIDE / 2) & (SIDE - 1)) * SIDE + ((iy + SIDE / 2) & (SIDE - 1));
      if (found[address]! & kind) continue;
      found[address] = found[address]! | kind;
      (kind === 1 ? flowing : resting).push({ ix, iy });
    }
  }
  return { flowing, resting };
};

/** Bricks across the field that are told apart; 64 mm. */
const SIDE = 128;
