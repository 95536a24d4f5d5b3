/** @file Lays a target vessel out as the flat arrays of `tissue-tables.ts`. */
import { isRing, type PlateBuckets } from './calcium.ts';
import { MATERIAL } from './material.ts';
import { tornFrom } from './pocket.ts';
import { branchTable } from './surroundings.ts';
import type { CalciumPlate, CompanionVein, TargetVessel, WallMaps, WallPocket } from './tissue.ts';
import type { OpeningTable, TissueTables } from './tissue-tables.ts';

/** About 2 ms and 2 MB for a whole leg; composition and tile are shared with the target, not copied. */
export const createTables = (
  target: TargetVessel,
  plates: PlateBuckets,
  openings: { readonly plane: OpeningTable; readonly track: OpeningTable },
): TissueTables => {
  const { wall, composition, surroundings: tile, calcium, pockets = [], veins } = target;
  const { plane, track } = openings;
  return {
    wallGrid: wall,
    wall: weave(wall),
    compositionGrid: composition,
    composition: composition.data,
    tileGrid: tile,
    tile: tile.fields,
    plates: Float64Array.from(calcium.flatMap(plateRow)),
    ...plateLists(calcium, plates),
    pockets: Float64Array.from(pockets.flatMap(pocketRow)),
    ...veinTable(veins),
    ...branchTable(target),
    plane,
    track,
  };
};

const weave = (wall: WallMaps): Float32Array => {
  const out = new Float32Array(4 * wall.lumen.length);
  for (let k = 0; k < wall.lumen.length; k++) {
    out[4 * k] = wall.lumen[k]!;
    out[4 * k + 1] = wall.iel[k]!;
    out[4 * k + 2] = wall.eem[k]!;
    out[4 * k + 3] = wall.adventitia[k]!;
  }
  return out;
};

const KINDS = ['intimal', 'nodular', 'medial'] as const;

const plateRow = (plate: CalciumPlate): number[] => [
  plate.startMm,
  (plate.endMm - plate.startMm) / 2,
  plate.angleRad,
  plate.arcRad,
  plate.depthMm,
  plate.thicknessMm,
  Number(isRing(plate)),
  KINDS.indexOf(plate.site),
];

const plateLists = (
  plates: readonly CalciumPlate[],
  { buckets }: PlateBuckets,
): Pick<TissueTables, 'plateFirst' | 'plateList'> => {
  const index = new Map(plates.map((plate, i) => [plate, i]));
  const plateFirst = new Int32Array(buckets.length + 1);
  buckets.forEach((bucket, i) => {
    plateFirst[i + 1] = plateFirst[i]! + bucket.length;
  });
  return { plateFirst, plateList: Int32Array.from(buckets.flat(), (plate) => index.get(plate)!) };
};

const pocketRow = (pocket: WallPocket): number[] => [
  pocket.startMm,
  (pocket.endMm - pocket.startMm) / 2,
  pocket.angleRad,
  pocket.arcRad,
  pocket.depthMm,
  pocket.thicknessMm,
  pocket.tearRad,
  tornFrom(pocket),
  MATERIAL[pocket.fill],
];

const veinTable = (veins: readonly CompanionVein[]): Pick<TissueTables, 'veins' | 'veinSamples'> => {
  const rows: number[] = [];
  const samples: number[] = [];
  for (const { startMm, stepMm, x, y, radiusMm } of veins) {
    rows.push(startMm, stepMm, samples.length / 3, x.length);
    for (let i = 0; i < x.length; i++) samples.push(x[i]!, y[i]!, radiusMm[i]!);
  }
  return { veins: Float64Array.from(rows), veinSamples: Float32Array.from(samples) };
};
