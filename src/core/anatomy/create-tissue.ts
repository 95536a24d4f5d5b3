/** @file The tissue of a case: constant-time, allocation-free lookups into the anatomy and its openings. */
import { polarAngle } from '../math/angle.ts';
import { TAU } from '../math/trig.ts';
import { bucketPlates, type PlateSpan, plateSpanAt, platesNear } from './calcium.ts';
import { createTables } from './create-tables.ts';
import { MATERIAL, type MaterialId } from './material.ts';
import { createOpenings } from './openings.ts';
import { type PocketSpan, pocketSpanAt } from './pocket.ts';
import { createSurroundings } from './surroundings.ts';
import type { Anatomy, ReferencePoint, Tissue } from './tissue.ts';

/** What `locate` finds: radii of the surfaces, then the point's own radius and its angle in map columns. */
const LUMEN = 0;
const IEL = 1;
const EEM = 2;
const ADVENTITIA = 3;
const RADIUS = 4;
const COLUMN = 5;

/** A fresh, unopened tissue over an anatomy. Cheap: the anatomy is shared, not copied. */
export const createTissue = (anatomy: Anatomy): Tissue => {
  const { wall, composition, calcium, pockets = [] } = anatomy.target;
  const { startMm, stepMm, stations, angles } = wall;
  const grid = { startMm, stepMm, count: stations };
  const openings = createOpenings(grid);
  const plates = bucketPlates(calcium, startMm, stepMm, stations);
  const tables = createTables(anatomy.target, plates, openings);
  const surroundings = createSurroundings(anatomy.target, tables);
  const maps = tables.wall;
  const perRadian = angles / TAU;
  const columnsPerAngle = composition.angles / angles;
  let version = 0;

  const perMm = 1 / stepMm;
  const lastRow = stations - 1;
  // scratch of the lookups, which allocate nothing: the located point
  const here = new Float64Array(6);
  // not whole numbers, so that engines keep the fields as doubles from the start
  const span: PlateSpan = { inner: 0.5, outer: 0.5 };
  const gap: PocketSpan = { inner: 0.5, outer: 0.5 };
  const at: ReferencePoint = { x: 0.5, y: 0.5, hole: null };

  /** Fills `here` for a point. Indices go through `| 0`: they are small, and engines then keep them as integers. */
  const locate = (s: number, x: number, y: number): void => {
    const f = (s - startMm) * perMm;
    const i = f > 0 ? (f < lastRow ? f | 0 : lastRow - 1) : 0;
    const u = f > 0 ? (f < lastRow ? f - i : 1) : 0;
    const g = polarAngle(y, x) * perRadian;
    const j = g | 0;
    const v = g - j;
    const left = j < angles ? j : 0;
    const right = left + 1 < angles ? left + 1 : 0;
    const a = 4 * (i * angles + left);
    const b = 4 * (i * angles + right);
    const c = a + 4 * angles;
    const d = b + 4 * angles;
    const ka = (1 - u) * (1 - v);
    const kb = (1 - u) * v;
    const kc = u * (1 - v);
    const kd = u * v;
    here[LUMEN] = ka * maps[a]! + kb * maps[b]! + kc * maps[c]! + kd * maps[d]!;
    here[IEL] = ka * maps[a + 1]! + kb * maps[b + 1]! + kc * maps[c + 1]! + kd * maps[d + 1]!;
    here[EEM] = ka * maps[a + 2]! + kb * maps[b + 2]! + kc * maps[c + 2]! + kd * maps[d + 2]!;
    here[ADVENTITIA] = ka * maps[a + 3]! + kb * maps[b + 3]! + kc * maps[c + 3]! + kd * maps[d + 3]!;
    here[RADIUS] = Math.sqrt(x * x + y * y);
    here[COLUMN] = g;
  };

  /** Byte of the composition volume at the located point, or -1 outside the lesion. */
  const compositionAt = (s: number): number => {
    let j = (here[COLUMN]! * columnsPerAngle + 0.5) | 0;
    if (j >= composition.angles) j -= composition.angles;
    const n = Math.min(composition.radii - 1, (here[RADIUS]! / composition.radialStepMm) | 0);
    const f = (s - composition.startMm) / composition.stepMm + 0.5;
    if (!(f >= 0 && f < composition.stations)) return -1;
    return composition.data[((f | 0) * composition.angles + j) * composition.radii + n]!;
  };

  const inCalcium = (s: number): boolean => {
    const near = platesNear(plates, s);
    if (near.length === 0) return false;
    const angle = here[COLUMN]! / perRadian;
    const r = here[RADIUS]!;
    for (let p = 0; p < near.length; p++) {
      const there = plateSpanAt(near[p]!, s, angle, here[LUMEN]!, here[IEL]!, here[EEM]!, span);
      if (there && r >= span.inner && r < span.outer) return true;
    }
    return false;
  };

  /** What fills the pocket at the located point, or -1 outside all of them. */
  const pocketAt = (s: number): MaterialId | -1 => {
    const angle = here[COLUMN]! / perRadian;
    const r = here[RADIUS]!;
    for (let p = 0; p < pockets.length; p++) {
      const pocket = pockets[p]!;
      if (!pocketSpanAt(pocket, s, angle, here[LUMEN]!, here[EEM]!, gap)) continue;
      if (r >= gap.inner && r < gap.outer) return MATERIAL[pocket.fill];
    }
    return -1;
  };

  const referenceMaterialAt = (s: number, x: number, y: number): MaterialId => {
    locate(s, x, y);
    const r = here[RADIUS]!;
    const inLumen = r < here[LUMEN]!;
    // a branch keeps its mouth open through whatever the wall holds
    const branch = inLumen ? -1 : surroundings.branchAt(s, x, y);
    if (branch === MATERIAL.blood) return branch;
    if (r < here[ADVENTITIA]!) {
      if (pockets.length > 0) {
        const fill = pocketAt(s);
        if (fill >= 0) return fill as MaterialId;
      }
      if (inCalcium(s)) return MATERIAL.calcium;
      if (r < here[IEL]!) {
        const byte = compositionAt(s);
        if (inLumen) return byte < 0 ? MATERIAL.blood : ((byte & 15) as MaterialId);
        return byte < 0 ? MATERIAL.intima : ((byte >> 4) as MaterialId);
      }
      return r < here[EEM]! ? MATERIAL.media : MATERIAL.adventitia;
    }
    if (branch >= 0) return branch as MaterialId;
    return surroundings.materialAt(s, x, y, r - here[ADVENTITIA]!);
  };

  return {
    anatomy,
    get version() {
      return version;
    },
    openingGrid: grid,
    apply: (edits) => {
      for (const edit of edits) {
        openings.apply(edit);
        version++;
      }
    },
    referenceMaterialAt,
    materialAt: (s, x, y) => {
      openings.toReference(s, x, y, at);
      const material = referenceMaterialAt(s, at.x, at.y);
      if (at.hole === null) return material;
      return material === MATERIAL.blood ? MATERIAL.blood : MATERIAL.stasis;
    },
    toReference: openings.toReference,
    toDeformed: openings.toDeformed,
    distances: (s, x, y, out) => {
      openings.toReference(s, x, y, at);
      locate(s, at.x, at.y);
      const r = here[RADIUS]!;
      out.lumen = r - here[LUMEN]!;
      out.iel = r - here[IEL]!;
      out.eem = r - here[EEM]!;
      out.adventitia = r - here[ADVENTITIA]!;
      return out;
    },
    holeAt: openings.holeAt,
    tables,
  };
};
