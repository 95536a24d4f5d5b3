/**
 * @file Tissue-fixed scatterers in small bricks of vessel, made when first needed and kept while in use.
 *
 * Positions are reference coordinates (s, x, y), so a pullback sees the same speckle drift past, and tissue that a
 * device pushes aside carries its speckle along. A brick depends on the anatomy and its own address only.
 */
import { hash32, streamSeed } from '../../math/rng.ts';
import { type Density, NEAR_MM } from './density.ts';
import { BRICK_LENGTH_MM, BRICK_MM3, BRICK_WIDTH_MM, type FillBrick, fillFluidBrick } from './fill-brick.ts';

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

/** Room for bricks, numbers: several frames' worth, so that sweeping back and forth does not rebuild. Half of it is for
 *  bricks near the vessel. Fluids fill a few vessels only. */
export const TISSUE_FLOATS = 7_000_000;
export const FLUID_FLOATS = 3_000_000;

/** Index in `Density` of a brick: whether the wall may lie in it. */
const zoneOf = (ix: number, iy: number): 0 | 1 =>
  Math.hypot((ix + 0.5) * BRICK_WIDTH_MM, (iy + 0.5) * BRICK_WIDTH_MM) < NEAR_MM ? 0 : 1;

export const createTissueBricks = (
  seed: number,
  fill: FillBrick,
  arena: Float32Array,
  density: Density,
): BrickStore => createBricks(streamSeed(seed, 'scatterers'), arena, fill, density);

/** Scatterers of unit level everywhere: fluids, whose level the trace knows. */
export const createFluidBricks = (seed: number, arena: Float32Array, density: Density): BrickStore =>
  createBricks(streamSeed(seed, 'fluid'), arena, fillFluidBrick, density);

/** A size of bricks: columns of scatterers along a side, length of the arrays, and where there is room for one. */
interface Size {
  readonly side: number;
  readonly stride: number;
  readonly free: number[];
}

/** Cuts the floats of an arena between two places into bricks. */
const sizeOf = (side: number, from: number, to: number): Size => {
  const stride = 4 * Math.ceil((side * side) / 4);
  const slots = Math.floor((to - from) / (4 * stride));
  return { side, stride, free: Array.from({ length: slots }, (_, i) => from + 4 * stride * (slots - 1 - i)) };
};

const createBricks = (
  seed: number,
  arena: Float32Array,
  fill: FillBrick,
  { near, far }: Density,
): BrickStore => {
  const middle = 4 * Math.floor(arena.length / 8);
  const sizes = [sizeOf(near, 0, middle), sizeOf(far, middle, arena.length)] as const;
  const known = new Map<number, Slot>();
  let clock = 0;

  /** Frees the half of a size's bricks that were used longest ago, but none of this frame. */
  const forget = (size: Size): void => {
    const old = [...known].filter(([, slot]) => slot.size === size && slot.usedAt < clock);
    if (old.length === 0) throw new RangeError('one frame needs more bricks than there is room for');
    old.sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, slot] of old.slice(0, Math.ceil(old.length / 2))) {
      known.delete(key);
      size.free.push(slot.at);
    }
  };

  const make = (at: number, { side, stride }: Size, along: number, ix: number, iy: number): void =>
    fill(
      {
        at,
        stride,
        ix,
        iy,
        startMm: startOf(along, ix, iy),
        side,
        weight: Math.sqrt(BRICK_MM3) / side,
        seed: hash32(seed, along, ix, iy),
      },
      arena,
    );

  return {
    arena,
    strideOf: (ix, iy) => sizes[zoneOf(ix, iy)].stride,
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
      const size = sizes[zoneOf(ix, iy)];
      if (size.free.length === 0) forget(size);
      const at = size.free.pop()!;
      make(at, size, along, ix, iy);
      known.set(key, { at, size, usedAt: clock });
      return at;
    },
  };
};

interface Slot {
  readonly at: number;
  readonly size: Size;
  usedAt: number;
}
