/** @file A tissue made of one formula, for tests that need to know every millimetre of it. */
import { MATERIAL, type MaterialId } from '../../src/core/anatomy/material.ts';
import { createOpenings } from '../../src/core/anatomy/openings.ts';
import type { Anatomy, ReferencePoint, Tissue } from '../../src/core/anatomy/tissue.ts';

export type MaterialFormula = (s: number, x: number, y: number) => MaterialId;

/** Only `seed` of its anatomy exists; image synthesis reads nothing else of it. */
export const fakeTissue = (material: MaterialFormula, seed = 1): Tissue => {
  const openingGrid = { startMm: -50, stepMm: 0.5, count: 201 };
  const openings = createOpenings(openingGrid);
  const at: ReferencePoint = { x: 0, y: 0, hole: null };
  let version = 0;
  return {
    anatomy: { caseId: 'fake', seed } as unknown as Anatomy,
    get version() {
      return version;
    },
    apply: (edits) => {
      for (const edit of edits) {
        openings.apply(edit);
        version++;
      }
    },
    referenceMaterialAt: material,
    materialAt: (s, x, y) => {
      openings.toReference(s, x, y, at);
      return at.hole === null ? material(s, at.x, at.y) : MATERIAL.stasis;
    },
    toReference: openings.toReference,
    toDeformed: openings.toDeformed,
    distances: (_s, _x, _y, out) => out,
    holeAt: openings.holeAt,
    openingGrid,
  };
};

export interface TubeSpec {
  /** Material between the surfaces, from the axis outward: [outer radius mm, material]. */
  readonly layers: readonly (readonly [number, MaterialId])[];
  readonly outside: MaterialId;
  /** One calcium plate: its radii (mm), centre and full arc (rad). */
  readonly plate?: { inner: number; outer: number; angle: number; arc: number };
}

/** A straight tube with concentric layers, the same at every station. */
export const tube =
  ({ layers, outside, plate }: TubeSpec): MaterialFormula =>
  (_s, x, y) => {
    const r = Math.sqrt(x * x + y * y);
    if (plate && r >= plate.inner && r < plate.outer) {
      const off = Math.atan2(y, x) - plate.angle;
      const folded = Math.atan2(Math.sin(off), Math.cos(off));
      if (Math.abs(folded) < plate.arc / 2) return MATERIAL.calcium;
    }
    for (const [outer, material] of layers) if (r < outer) return material;
    return outside;
  };
