/**
 * @file Tissue-fixed scatterers in small bricks of vessel, made when first needed and kept while in use.
 *
 * Positions are reference coordinates (s, x, y), so a pullback sees the same speckle drift past, and tissue that a
 * device pushes aside carries its speckle along. A brick depends on the anatomy and its own address only.
 */
import { MATERIAL, MATERIAL_NAMES } from '../anatomy/material.ts';
import { hash32, mix32, streamSeed } from '../math/rng.ts';
import { dbToAmplitude, FLOWS, LEVEL_DB, SHAPE } from './media.ts';
import { SCATTERERS_PER_MM3 } from './plan.ts';
import { type Grain, textureAmplitude } from './texture.ts';

/** Length of a brick along the vessel and its width across it, mm. */
export const BRICK_LENGTH_MM = 0.1;
export const BRICK_WIDTH_MM = 0.5;

/** Scatterers of one brick, four numbers each: s, x, y (mm, reference) and amplitude (adventitia = 1).
 *  A negative amplitude marks media, whose echo depends on the direction of sound. */
export interface Brick {
  readonly count: number;
  readonly data: Float32Array;
  /** Where the brick starts in tables of random numbers. */
  readonly phase: number;
  usedAt: number;
}

export interface BrickStore {
  /** Brick at integer address (along, x, y): it covers [i, i + 1) times the brick's size. */
  get(along: number, ix: number, iy: number): Brick;
  /** Forgets the bricks used longest ago once there are too many; call between frames. */
  trim(): void;
}

const STRIDE = 4;
/** Bricks across a slice: 64 mm, more than range and offset of any image. */
const SIDE = 128;
/** About 25 MB: several frames' worth, so that sweeping back and forth does not rebuild. */
const MAX_BRICKS = 20_000;

/**
 * Times the unit density, by distance of the brick from the centreline (mm). The resolution cell is smallest where
 * the wall lies, and speckle there needs as many scatterers per cell as further out.
 */
const densityAt = (rho: number): number => (rho < 3.1 ? 3.6 : rho < 3.8 ? 2.4 : 1);
const UNIT_PER_BRICK = SCATTERERS_PER_MM3 * BRICK_LENGTH_MM * BRICK_WIDTH_MM * BRICK_WIDTH_MM;

const AMPLITUDE = LEVEL_DB.map((db, id) => (FLOWS[id] ? 0 : dbToAmplitude(db)));
const WALL_GRAIN: Grain = { along: 0.6, around: 0.3, outward: 0.09 };
const SOFT_GRAIN: Grain = { along: 0.5, around: 0.3, outward: 0.25 };
const OUTSIDE_GRAIN: Grain = { along: 1.2, around: 0.55, outward: 0.22 };

const grainOf = (material: number): Grain => {
  if (material === MATERIAL.adventitia || material === MATERIAL.intima || material === MATERIAL.media) {
    return WALL_GRAIN;
  }
  const outside =
    material === MATERIAL.fat || material === MATERIAL.muscle || material === MATERIAL.connective;
  return outside ? OUTSIDE_GRAIN : SOFT_GRAIN;
};

const GRAIN = MATERIAL_NAMES.map((_, id) => grainOf(id));

/** What fills a store: material ids by reference position. */
export type MaterialOf = (s: number, x: number, y: number) => number;

/** A store whose scatterers follow from `seed` and `name`; materials that flow get none. */
export const createBrickStore = (seed: number, name: string, materialOf: MaterialOf): BrickStore => {
  const positions = streamSeed(seed, name);
  const texture = streamSeed(seed, 'texture');
  /** By position along the vessel, then by address across it. */
  const slices = new Map<number, (Brick | undefined)[]>();
  let count = 0;
  let clock = 0;

  const build = (along: number, ix: number, iy: number): Brick => {
    const density = densityAt(Math.hypot((ix + 0.5) * BRICK_WIDTH_MM, (iy + 0.5) * BRICK_WIDTH_MM));
    const perBrick = Math.round(UNIT_PER_BRICK * density);
    const weight = 1 / Math.sqrt(density);
    const data = new Float32Array(perBrick * STRIDE);
    let state = hash32(positions, along, ix, iy);
    let n = 0;
    for (let i = 0; i < perBrick; i++) {
      state = (state + 0x9e3779b9) | 0;
      const h1 = mix32(state);
      const h2 = mix32(h1 ^ 0x5bd1e995);
      const s = (along + (h1 & 0xffff) / 65536) * BRICK_LENGTH_MM;
      const x = (ix + h2 / 4294967296) * BRICK_WIDTH_MM;
      const y = (iy + mix32(h2 + i) / 4294967296) * BRICK_WIDTH_MM;
      const material = materialOf(s, x, y);
      const level = AMPLITUDE[material]!;
      if (level === 0) continue;
      const rho = Math.sqrt(x * x + y * y);
      const around = Math.atan2(y, x) * 1.5; // arc length at a typical wall radius of 1.5 mm
      const patch = textureAmplitude(texture + material, SHAPE[material]!, GRAIN[material]!, s, around, rho);
      const o = n * STRIDE;
      data[o] = s;
      data[o + 1] = x;
      data[o + 2] = y;
      data[o + 3] = (material === MATERIAL.media ? -1 : 1) * level * patch * weight;
      n++;
    }
    return {
      count: n,
      data: n === perBrick ? data : data.slice(0, n * STRIDE),
      phase: state & 0xffff,
      usedAt: clock,
    };
  };

  return {
    get: (along, ix, iy) => {
      let slice = slices.get(along);
      if (!slice) {
        slice = new Array<Brick | undefined>(SIDE * SIDE).fill(undefined);
        slices.set(along, slice);
      }
      const address = (ix + SIDE / 2) * SIDE + iy + SIDE / 2;
      const known = slice[address];
      if (known) {
        known.usedAt = clock;
        return known;
      }
      const made = build(along, ix, iy);
      slice[address] = made;
      count++;
      return made;
    },
    trim: () => {
      clock++;
      if (count <= MAX_BRICKS) return;
      const newest = [...slices].map(([along, slice]) => {
        let usedAt = 0;
        for (const brick of slice) if (brick && brick.usedAt > usedAt) usedAt = brick.usedAt;
        return { along, usedAt };
      });
      newest.sort((a, b) => a.usedAt - b.usedAt);
      for (const { along } of newest.slice(0, Math.ceil(newest.length / 2))) {
        for (const brick of slices.get(along)!) if (brick) count--;
        slices.delete(along);
      }
    },
  };
};
