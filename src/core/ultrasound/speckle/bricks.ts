/**
 * @file Tissue-fixed scatterers in small bricks of vessel, made when first needed and kept while in use.
 *
 * Positions are reference coordinates (s, x, y), so a pullback sees the same speckle drift past, and tissue that a
 * device pushes aside carries its speckle along. A brick depends on the anatomy and its own address only.
 */
import { hash32, streamSeed } from '../../math/rng.ts';
import { SCATTERERS_PER_MM3 } from '../plan.ts';
import { BRICK_LENGTH_MM, BRICK_WIDTH_MM, type FillBrick, fillFluidBrick } from './fill-brick.ts';

export { BRICK_LENGTH_MM, BRICK_WIDTH_MM } from './fill-brick.ts';

/** Room for bricks: their scatterers lie in `arena`, which may be kernel memory. */
export interface BrickStore {
  readonly arena: Float32Array;
  /**
   * Where the brick at an integer address starts in `arena`; it covers x and y [i, i + 1) times its width and s from
   * `startOf`. Its scatterers are four arrays after one another: s, x, y, amplitude (adventitia = 1; negative marks
   * media, whose echo depends on the direction of sound), each `strideOf` long.
   */
  get(along: number, ix: number, iy: number): number;
  /** Length of a brick's arrays, a multiple of four; unused places hold silent scatterers far away. */
  strideOf(ix: number, iy: number): number;
  /** Call once per frame: bricks used since the last call are not forgotten. */
  nextFrame(): void;
}

/** First station of a brick, mm. Columns of bricks are staggered, so that a pullback makes a few at a time. */
export const startOf = (along: number, ix: number, iy: number): number =>
  (along + stagger(ix, iy)) * BRICK_LENGTH_MM;

/** Address of the brick of a column that covers station s. */
export const alongAt = (s: number, ix: number, iy: number): number =>
  Math.floor(s / BRICK_LENGTH_MM - stagger(ix, iy));

const stagger = (ix: number, iy: number): number => ((ix * 5 + iy * 3) & 7) / 8;

/** Bricks to either side of the axis: 32 mm, more than range and offset of any image. */
const SIDE = 64;
const ALONG = 8192;

/** Lengths of a brick's arrays at the usual density: near the vessel, and further out. */
const STRIDES = [192, 56] as const;
/** How many bricks of each size a store can hold. */
export type Room = readonly [near: number, far: number];
/** Several frames' worth, so that sweeping back and forth does not rebuild; 22 MB. */
export const TISSUE_ROOM: Room = [3500, 12_000];
/** Fluids fill a few vessels only; 7 MB. */
export const FLUID_ROOM: Room = [1750, 2000];
/** Length of the arena that a store with so much room needs. */
export const arenaFloats = (room: Room): number =>
  room.reduce((sum, slots, size) => sum + 4 * STRIDES[size]! * slots, 0);

/**
 * Times the unit density, by distance of the brick from the centreline (mm). The resolution cell is smallest where
 * the wall lies, and speckle there needs as many scatterers per cell as further out.
 */
export const densityAt = (rho: number): number => (rho < 3.8 ? 3.6 : 1);
const UNIT_PER_BRICK = SCATTERERS_PER_MM3 * BRICK_LENGTH_MM * BRICK_WIDTH_MM * BRICK_WIDTH_MM;
const densityOf = (ix: number, iy: number): number =>
  densityAt(Math.hypot((ix + 0.5) * BRICK_WIDTH_MM, (iy + 0.5) * BRICK_WIDTH_MM));

/**
 * @param fill makes the scatterers of the tissue
 * @param times the usual number of them; more take the room of other bricks
 */
export const createTissueBricks = (
  seed: number,
  fill: FillBrick,
  arena: Float32Array,
  times = 1,
): BrickStore => createBricks(streamSeed(seed, 'scatterers'), TISSUE_ROOM, arena, fill, times);

/** Scatterers of unit level everywhere: fluids, whose level the trace knows. */
export const createFluidBricks = (seed: number, arena: Float32Array, times = 1): BrickStore =>
  createBricks(streamSeed(seed, 'fluid'), FLUID_ROOM, arena, fillFluidBrick, times);

const createBricks = (
  seed: number,
  room: Room,
  arena: Float32Array,
  fill: FillBrick,
  times: number,
): BrickStore => {
  if (!(times > 0)) throw new RangeError(`density must be positive, but is ${times}`);
  const strides = STRIDES.map((stride) => Math.max(4, 4 * Math.ceil((stride * times) / 4)));
  if (arena.length < arenaFloats(room)) throw new RangeError('arena is too small for the bricks');
  const known = new Map<number, Slot>();
  let first = 0;
  const free = strides.map((stride, size) => {
    const floats = 4 * STRIDES[size]! * room[size]!;
    const slots = Math.floor(floats / (4 * stride));
    const from = first;
    first += floats;
    return Array.from({ length: slots }, (_, i) => from + 4 * stride * (slots - 1 - i));
  });
  let clock = 0;

  /** Frees the half of a size's bricks that were used longest ago, but none of this frame. */
  const forget = (size: number): void => {
    const old = [...known].filter(([, slot]) => slot.size === size && slot.usedAt < clock);
    if (old.length === 0) throw new RangeError('one frame needs more bricks than there is room for');
    old.sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, slot] of old.slice(0, Math.ceil(old.length / 2))) {
      known.delete(key);
      free[size]!.push(slot.at);
    }
  };

  const make = (at: number, stride: number, along: number, ix: number, iy: number): void => {
    const density = times * densityOf(ix, iy);
    fill(
      {
        at,
        stride,
        ix,
        iy,
        startMm: startOf(along, ix, iy),
        count: Math.min(stride, Math.round(UNIT_PER_BRICK * density)),
        weight: 1 / Math.sqrt(density),
        seed: hash32(seed, along, ix, iy),
      },
      arena,
    );
  };

  const sizeOf = (ix: number, iy: number): number => (densityOf(ix, iy) > 1 ? 0 : 1);

  return {
    arena,
    strideOf: (ix, iy) => strides[sizeOf(ix, iy)]!,
    nextFrame: () => {
      clock++;
    },
    get: (along, ix, iy) => {
      const key = ((ix + SIDE) * 2 * SIDE + iy + SIDE) * ALONG + along + ALONG / 4;
      const slot = known.get(key);
      if (slot) {
        slot.usedAt = clock;
        return slot.at;
      }
      const size = sizeOf(ix, iy);
      if (free[size]!.length === 0) forget(size);
      const at = free[size]!.pop()!;
      make(at, strides[size]!, along, ix, iy);
      known.set(key, { at, size, usedAt: clock });
      return at;
    },
  };
};

interface Slot {
  readonly at: number;
  readonly size: number;
  usedAt: number;
}
