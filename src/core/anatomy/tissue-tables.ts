/**
 * @file A tissue as flat arrays: all that a look-up reads, for readers that cannot follow objects.
 *
 * Rows of several numbers lie after one another; the names of their columns stand beside them. mm and rad.
 */

/** Columns of `plates`. `kind`: 0 intimal, 1 nodular, 2 medial; `ring`: 1 where the plate goes all the way round. */
export const PLATE = {
  startMm: 0,
  halfMm: 1,
  angleRad: 2,
  arcRad: 3,
  depthMm: 4,
  thicknessMm: 5,
  ring: 6,
  kind: 7,
  columns: 8,
} as const;

/** Columns of `pockets`. Positive `tearRad`: torn beyond `tornFrom`, which counts -1 .. 1 across the arc. */
export const POCKET = {
  startMm: 0,
  halfMm: 1,
  angleRad: 2,
  arcRad: 3,
  depthMm: 4,
  thicknessMm: 5,
  tearRad: 6,
  tornFrom: 7,
  fill: 8,
  columns: 9,
} as const;

/** Columns of `veins`: the samples of a vein are rows of `veinSamples` (x, y, radius), `count` of them from `first`. */
export const VEIN = { startMm: 0, stepMm: 1, first: 2, count: 3, columns: 4 } as const;

/** Columns of `branches`: direction, station of the mouth, squares of the radius without and with the wall. */
export const BRANCH = { cos: 0, sin: 1, stationMm: 2, innerSq: 3, outerSq: 4, columns: 5 } as const;

/** The holes of a channel by index of the opening grid. It changes with every edit. */
export interface OpeningTable {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
  /** Range of indices that were ever opened; empty while from > to. */
  readonly from: number;
  readonly to: number;
}

/** An even grid along the vessel. */
export interface StationGrid {
  readonly startMm: number;
  readonly stepMm: number;
  readonly stations: number;
}

export interface TissueTables {
  /** Openings, plates and branches are found by this grid too. */
  readonly wallGrid: StationGrid & { readonly angles: number };
  /** Radii at (station, angle): lumen, IEL, EEM, adventitia, so that one corner of a cell is one cache line. */
  readonly wall: Float32Array;
  readonly compositionGrid: StationGrid & {
    readonly angles: number;
    readonly radii: number;
    readonly radialStepMm: number;
  };
  readonly composition: Uint8Array;
  readonly tileGrid: {
    readonly side: number;
    readonly slices: number;
    readonly acrossMm: number;
    readonly alongMm: number;
    readonly shear: number;
  };
  readonly tile: Float32Array;
  readonly plates: Float64Array;
  /** Plates that touch step i of the wall's grid: `plateList` from plateFirst[i] up to plateFirst[i + 1]. */
  readonly plateFirst: Int32Array;
  readonly plateList: Int32Array;
  readonly pockets: Float64Array;
  readonly veins: Float64Array;
  readonly veinSamples: Float32Array;
  readonly branches: Float64Array;
  /** The branch that may reach step i of the wall's grid, or -1. */
  readonly branchOf: Int16Array;
  readonly plane: OpeningTable;
  readonly track: OpeningTable;
}
