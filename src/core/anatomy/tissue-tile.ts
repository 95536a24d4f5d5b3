/**
 * @file The grain of the tissue around the vessels: two smooth fields in a block that repeats.
 *
 * What a point is made of follows from the fields' values (`surroundings.ts`), so that septa and fascicles have
 * smooth borders at any scale. The block is sheared along the vessel: what repeats comes back somewhere else.
 */
import { createNoise } from '../math/noise.ts';
import type { TissueTile } from './tissue.ts';

const SIDE = 64;
const SLICES = 32;
/** Sample spacing across and along, mm; the block spans 12.8 mm x 12.8 mm x 48 mm. */
const ACROSS_MM = 0.2;
const ALONG_MM = 1.5;
/** Sideways run of septa and fascicles per mm along the vessel. ASSUMED. */
const SHEAR = 0.09;

/** Coarse structure 1.6 mm, fine 0.8 mm across; 6 and 3 mm along. */
const LARGE_CELLS = 8;
const SMALL_CELLS = 16;

/** About 10 ms. */
export const createTissueTile = (seed: number): TissueTile => {
  const large = createNoise(seed, 'surroundings-large', [LARGE_CELLS, LARGE_CELLS, LARGE_CELLS]);
  const small = createNoise(seed, 'surroundings-small', [SMALL_CELLS, SMALL_CELLS, SMALL_CELLS]);
  const fields = new Float32Array(2 * SLICES * SIDE * SIDE);
  const a = LARGE_CELLS / SIDE;
  const b = SMALL_CELLS / SIDE;
  let n = 0;
  for (let k = 0; k < SLICES; k++) {
    const ka = (k * LARGE_CELLS) / SLICES;
    const kb = (k * SMALL_CELLS) / SLICES;
    for (let j = 0; j < SIDE; j++) {
      for (let i = 0; i < SIDE; i++) {
        // half a cell off the lattice's plane: gradient noise vanishes on its lattice points
        fields[n++] = large(i * a + 0.37, j * a + 0.71, ka + 0.43);
        fields[n++] = small(i * b + 0.53, j * b + 0.29, kb + 0.61);
      }
    }
  }
  return { side: SIDE, slices: SLICES, acrossMm: ACROSS_MM, alongMm: ALONG_MM, shear: SHEAR, fields };
};
