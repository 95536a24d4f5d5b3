/** @file The image of a tissue in the module's memory: tables that are copied once, and openings that follow its edits. */
import { RIM } from '../../anatomy/calcium.ts';
import { TORN_SHARE } from '../../anatomy/pocket.ts';
import { BED, BRANCH_SLANT, BRANCH_STRETCH, VEIN_WALL_MM } from '../../anatomy/surroundings.ts';
import { type OpeningTable, POCKET, type TissueTables, VEIN } from '../../anatomy/tissue-tables.ts';
import { TAU } from '../../math/trig.ts';
import { createHeader } from './header.ts';
import type { KernelMemory } from './memory.ts';
import { adventitiaBounds, outerSquares, veinBounds } from './tissue-bounds.ts';

export interface TissueImage {
  /** Of the header that assembly/tissue-layout.ts describes. */
  readonly address: number;
  /** Copies the openings as they are now. */
  refresh(): void;
}

export const createTissueImage = (memory: KernelMemory, tables: TissueTables): TissueImage => {
  const { plane, track } = tables;
  const holes = [plane, track].map((channel) => openingImage(memory, channel));
  const numbers = numbersOf(tables);
  const edges = adventitiaBounds(tables);
  const { address, doubles } = createHeader(
    memory,
    [...numbers, 0, 0, 0, 0],
    [
      ...countsOf(tables),
      ...copyTables(memory, tables),
      ...holes.map((hole) => hole.address),
      copyBytes(memory, outerSquares(edges)),
      copyBytes(memory, edges),
      copyBytes(memory, veinBounds(tables)),
    ],
  );
  return {
    address,
    refresh: () => {
      for (const hole of holes) hole.copy();
      doubles.set([...reachOf(plane), ...reachOf(track)], numbers.length);
    },
  };
};

const numbersOf = ({ wallGrid, compositionGrid, tileGrid }: TissueTables): number[] => [
  wallGrid.startMm,
  wallGrid.stepMm,
  1 / wallGrid.stepMm,
  wallGrid.angles / TAU,
  compositionGrid.startMm,
  compositionGrid.stepMm,
  compositionGrid.radialStepMm,
  compositionGrid.angles / wallGrid.angles,
  tileGrid.acrossMm,
  tileGrid.alongMm,
  tileGrid.shear,
  BED.sheathMm,
  BED.sheathSwellMm,
  BED.strand,
  BED.dense,
  BED.fineShare,
  BED.septum,
  BED.lobule,
  BED.fascicle,
  VEIN_WALL_MM,
  BRANCH_SLANT,
  BRANCH_STRETCH,
  1 - RIM,
  1 - TORN_SHARE,
  wallGrid.stations - 2,
];

const countsOf = ({ wallGrid, compositionGrid, tileGrid, pockets, veins }: TissueTables): number[] => [
  wallGrid.stations,
  wallGrid.angles,
  compositionGrid.stations,
  compositionGrid.angles,
  compositionGrid.radii,
  tileGrid.side,
  tileGrid.slices,
  pockets.length / POCKET.columns,
  veins.length / VEIN.columns,
];

/** Copies the arrays and answers where they lie. */
const copyTables = (memory: KernelMemory, tables: TissueTables): number[] => {
  const { wall, composition, tile, plates, plateFirst, plateList } = tables;
  const { pockets, veins, veinSamples, branches, branchOf } = tables;
  return [
    wall,
    composition,
    tile,
    plates,
    plateFirst,
    plateList,
    pockets,
    veins,
    veinSamples,
    branches,
    branchOf,
  ].map((array) => copyBytes(memory, array));
};

const copyBytes = (memory: KernelMemory, { buffer, byteOffset, byteLength }: ArrayBufferView): number => {
  const to = memory.uint8(byteLength);
  to.set(new Uint8Array(buffer, byteOffset, byteLength));
  return to.byteOffset;
};

/** A channel is open after and before these indices. The grid's own ends still belong to it. */
const reachOf = ({ from, to, radius: { length } }: OpeningTable): [after: number, before: number] => [
  Math.max(from - 1, -Number.MIN_VALUE),
  Math.min(to + 1, (length - 1) * (1 + Number.EPSILON)),
];

/** Rows of x, y, radius. */
const openingImage = (memory: KernelMemory, { x, y, radius }: OpeningTable) => {
  const rows = memory.float64(3 * radius.length);
  return {
    address: rows.byteOffset,
    copy: () => {
      for (let i = 0; i < radius.length; i++) {
        rows[3 * i] = x[i]!;
        rows[3 * i + 1] = y[i]!;
        rows[3 * i + 2] = radius[i]!;
      }
    },
  };
};
