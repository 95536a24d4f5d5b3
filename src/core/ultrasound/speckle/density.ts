/**
 * @file How many scatterers speckle needs: as many in the resolution cell as make its envelope Rayleigh distributed.
 *
 * Tissue holds far more than can be drawn. Strewn at random, some ten in a cell would do; here each has a column of the
 * brick for itself (fill-brick.ts), which takes most of the chance out of their number, and three do (validation, test 3).
 */
import type { BeamTable } from '../probe/beam-table.ts';
import { BRICK_MM3 } from './fill-brick.ts';

/** Columns of scatterers along either side of a brick: near the vessel, where cells are smallest, and further out. */
export interface Density {
  readonly near: number;
  readonly far: number;
}

/** Distance from the centreline up to which a brick is near the vessel, mm. */
export const NEAR_MM = 3.8;
/** The element's face is nearer than any tissue, mm; the cell is wide there. */
const FIRST_MM = 1;
/** Scatterers in a cell; with as many the envelope's mean / SD is 1.89 or more at 40 MHz, Rayleigh's 1.91. */
export const PER_CELL = 2.2;
/** Fewer than the least may lie in visible rows. The most is reached by focused elements of 60 MHz, whose smallest cells
 *  would ask for 31: beyond it columns are so thin that larger cells see too little chance (mean / SD 2.03). */
const SIDES = { least: 8, most: 28 } as const;

/**
 * Density for a beam that is tabulated from `startMm` in steps of `blockMm`.
 * @param times scatterers per volume, times the usual number
 */
export const densityFor = (beam: BeamTable, startMm: number, blockMm: number, times = 1): Density => {
  const smallest = { near: Number.POSITIVE_INFINITY, far: Number.POSITIVE_INFINITY };
  for (let b = 0; b < beam.blocks; b++) {
    const range = startMm + (b + 0.5) * blockMm;
    if (range < FIRST_MM) continue;
    const cell = beam.widthMm[b]! * beam.elevationPowerMm[b]! * beam.pulseMm[b]!;
    smallest.near = Math.min(smallest.near, cell);
    if (range > NEAR_MM) smallest.far = Math.min(smallest.far, cell);
  }
  const sideFor = (cellMm3: number): number => {
    const side = Math.min(SIDES.most, Math.max(SIDES.least, Math.sqrt((PER_CELL / cellMm3) * BRICK_MM3)));
    return Math.max(1, Math.round(side * Math.sqrt(times)));
  };
  return { near: sideFor(smallest.near), far: sideFor(Math.min(1e3, smallest.far)) };
};
