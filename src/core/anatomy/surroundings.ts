/** @file What lies beyond the adventitia: companion veins, side branches, fat, septa and muscle; nothing uniform. */
import { cos, sin } from '../math/trig.ts';
import { MATERIAL, type MaterialId } from './material.ts';
import type { CompanionVein, SideBranch, TargetVessel } from './tissue.ts';
import { BRANCH, type TissueTables } from './tissue-tables.ts';

/** A branch leaves sideways and slants distally by this slope. ASSUMED. */
export const BRANCH_SLANT = 0.45;
/** What the slant does to a branch's length along the vessel. */
export const BRANCH_STRETCH = 1 + 0.5 * BRANCH_SLANT * BRANCH_SLANT;
/** Wall of a small branch and of a vein, mm. ASSUMED. */
const BRANCH_WALL_MM = 0.1;
export const VEIN_WALL_MM = 0.07;
/** Reach of a branch from the vessel's axis, mm: the edge of the imaged region. */
const REGION_MM = 6;

const inVein = (vein: CompanionVein, s: number, x: number, y: number): MaterialId | -1 => {
  const f = (s - vein.startMm) / vein.stepMm;
  const i = Math.max(0, Math.min(vein.x.length - 2, Math.floor(f)));
  const u = Math.max(0, Math.min(1, f - i));
  const dx = x - (vein.x[i]! + (vein.x[i + 1]! - vein.x[i]!) * u);
  const dy = y - (vein.y[i]! + (vein.y[i + 1]! - vein.y[i]!) * u);
  const r = vein.radiusMm[i]! + (vein.radiusMm[i + 1]! - vein.radiusMm[i]!) * u;
  const sq = dx * dx + dy * dy;
  if (sq >= r * r) return -1;
  const inner = r - VEIN_WALL_MM;
  return sq < inner * inner ? MATERIAL.vein : MATERIAL.connective;
};

/** How the two fields of the tile make up the bed of the vessel. All ASSUMED. */
export const BED = {
  /** Thickness of the neurovascular sheath, mm, and how it swells with the coarse field: beyond it begins muscle. */
  sheathMm: 0.7,
  sheathSwellMm: 0.9,
  /** Collagen strands of the sheath: where the fine field is this close to 0, and where the coarse one exceeds this. */
  strand: 0.06,
  dense: 0.5,
  /** Septa, where coarse + fineShare fine is this close to 0; fat lobules above, muscle fascicles below. */
  fineShare: 0.15,
  septum: 0.05,
  /** Strands within fat and within muscle, by the fine field. */
  lobule: 0.42,
  fascicle: 0.035,
} as const;

/** Loose fat crossed by collagen strands: the neurovascular sheath. */
const sheath = (coarse: number, fine: number): MaterialId =>
  (fine > -BED.strand && fine < BED.strand) || coarse > BED.dense ? MATERIAL.connective : MATERIAL.fat;

/** Septa where the coarse field changes sign, fat lobules on one side, muscle fascicles on the other. */
const beyond = (coarse: number, fine: number): MaterialId => {
  const field = coarse + BED.fineShare * fine;
  if (field > -BED.septum && field < BED.septum) return MATERIAL.connective;
  if (field > BED.septum) return fine > BED.lobule ? MATERIAL.connective : MATERIAL.fat;
  return fine > -BED.fascicle && fine < BED.fascicle ? MATERIAL.connective : MATERIAL.muscle;
};

export interface Surroundings {
  /** Material at a point outside the adventitia; `outsideMm` is its distance from it. */
  materialAt(s: number, x: number, y: number, outsideMm: number): MaterialId;
  /** Inside a side branch: blood, or its wall; -1 elsewhere. Holds from the lumen outwards. */
  branchAt(s: number, x: number, y: number): MaterialId | -1;
}

/** @param table the target's branches, from `branchTable` */
export const createSurroundings = (
  target: TargetVessel,
  { branches, branchOf }: BranchTable,
): Surroundings => {
  const { wall, veins, surroundings: tile } = target;
  const { startMm } = wall;
  const perMm = 1 / wall.stepMm;
  const mask = tile.side - 1;
  const sliceMask = tile.slices - 1;

  const { fields } = tile;
  /** Trilinear value of one field from its four rows of samples. */
  const blend = (
    a: number,
    b: number,
    c: number,
    d: number,
    i0: number,
    i1: number,
    u: number,
    v: number,
    w: number,
  ): number => {
    const a0 = fields[a + i0]!;
    const b0 = fields[b + i0]!;
    const c0 = fields[c + i0]!;
    const d0 = fields[d + i0]!;
    const near = a0 + (fields[a + i1]! - a0) * u;
    const nearUp = b0 + (fields[b + i1]! - b0) * u;
    const far = c0 + (fields[c + i1]! - c0) * u;
    const farUp = d0 + (fields[d + i1]! - d0) * u;
    const p = near + (nearUp - near) * v;
    return p + (far + (farUp - far) * v - p) * w;
  };

  return {
    materialAt: (s, x, y, outsideMm) => {
      for (const vein of veins) {
        const m = inVein(vein, s, x, y);
        if (m >= 0) return m as MaterialId;
      }
      const shift = tile.shear * s;
      const fx = (x + shift) / tile.acrossMm;
      const fy = (y - shift) / tile.acrossMm;
      const fz = s / tile.alongMm;
      const i = Math.floor(fx);
      const j = Math.floor(fy);
      const k = Math.floor(fz);
      const u = fx - i;
      const v = fy - j;
      const w = fz - k;
      const side = tile.side;
      const i0 = 2 * (i & mask);
      const i1 = 2 * ((i + 1) & mask);
      const row0 = 2 * side * (j & mask);
      const row1 = 2 * side * ((j + 1) & mask);
      const slice0 = 2 * side * side * (k & sliceMask);
      const slice1 = 2 * side * side * ((k + 1) & sliceMask);
      const coarse = blend(slice0 + row0, slice0 + row1, slice1 + row0, slice1 + row1, i0, i1, u, v, w);
      const fine = blend(slice0 + row0, slice0 + row1, slice1 + row0, slice1 + row1, i0 + 1, i1 + 1, u, v, w);
      return outsideMm < BED.sheathMm + BED.sheathSwellMm * coarse
        ? sheath(coarse, fine)
        : beyond(coarse, fine);
    },
    branchAt: (s, x, y) => {
      const index = branchOf[Math.floor((s - startMm) * perMm)] ?? -1;
      if (index < 0) return -1;
      const row = index * BRANCH.columns;
      const c = branches[row + BRANCH.cos]!;
      const d = branches[row + BRANCH.sin]!;
      const along = x * c + y * d;
      if (along <= 0) return -1;
      const across = x * d - y * c;
      const ds = (s - branches[row + BRANCH.stationMm]! - BRANCH_SLANT * along) / BRANCH_STRETCH;
      const sq = across * across + ds * ds;
      if (sq < branches[row + BRANCH.innerSq]!) return MATERIAL.blood;
      return sq < branches[row + BRANCH.outerSq]! ? MATERIAL.adventitia : -1;
    },
  };
};

type BranchTable = Pick<TissueTables, 'branches' | 'branchOf'>;

/** The branches of a target as rows, and which of them a step of its route may meet. */
export const branchTable = ({ branches, wall }: TargetVessel): BranchTable => ({
  branches: Float64Array.from(
    branches.flatMap(({ angleRad, stationMm, radiusMm }) => {
      const outer = radiusMm + BRANCH_WALL_MM;
      return [cos(angleRad), sin(angleRad), stationMm, radiusMm * radiusMm, outer * outer];
    }),
  ),
  branchOf: indexBranches(branches, wall.startMm, wall.stepMm, wall.stations),
});

/** For each bucket of the route the branch that may reach it, or -1. Branches lie further apart than they reach. */
const indexBranches = (
  branches: readonly SideBranch[],
  startMm: number,
  stepMm: number,
  count: number,
): Int16Array => {
  const bucket = new Int16Array(count).fill(-1);
  branches.forEach((b, index) => {
    const margin = b.radiusMm + BRANCH_WALL_MM + stepMm;
    const from = Math.max(0, Math.floor((b.stationMm - margin - startMm) / stepMm));
    const to = Math.min(
      count - 1,
      Math.floor((b.stationMm + margin + BRANCH_SLANT * REGION_MM - startMm) / stepMm),
    );
    bucket.fill(index, from, to + 1);
  });
  return bucket;
};
