/** @file The generator: any sensible request becomes a valid case that is what was asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { type CaseParameters, generateCase, longestOcclusion } from '../../../src/core/cases/generate.ts';
import { jbtk } from '../../../src/core/cases/jbtk.ts';
import { anatomyOf } from '../../../src/core/cases/library.ts';
import { caseFileSchema } from '../../../src/core/cases/schema.ts';

const parameters: fc.Arbitrary<CaseParameters> = fc
  .record({
    vessel: fc.constantFrom('PTA' as const, 'ATA' as const, 'peroneal' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    rvdMm: fc.double({ min: 1.5, max: 3.8, noNaN: true }),
    entry: fc.constantFrom('blunt' as const, 'tapered' as const),
    entryCalcium: fc.boolean(),
    outflow: fc.constantFrom('good' as const, 'poor' as const, 'none' as const),
    calciumPattern: fc.constantFrom(
      'medial' as const,
      'intimal' as const,
      'mixed' as const,
      'nodular' as const,
    ),
    severity: fc.constantFrom('none' as const, 'mild' as const, 'moderate' as const, 'severe' as const),
    seed: fc.integer({ min: 0, max: 4294967295 }),
    side: fc.constantFrom('right' as const, 'left' as const),
  })
  .map(({ share, ...rest }) => ({ ...rest, occlusionMm: 20 + share * (longestOcclusion(rest.vessel) - 20) }));

test('every request gives a file that the schema accepts and that says what was asked', () => {
  fc.assert(
    fc.property(parameters, (p) => {
      const file = generateCase(p);
      expect(caseFileSchema.safeParse(JSON.parse(JSON.stringify(file))).success).toBe(true);
      const { items } = jbtk(file);
      expect(items.bluntEntry).toBe(p.entry === 'blunt');
      expect(items.calcifiedEntry).toBe(p.entryCalcium);
      expect(items.noOutflow).toBe(p.outflow === 'none');
      expect(items.smallVessel).toBe(p.rvdMm < 2);
      const { startMm, endMm } = file.anatomy.occlusion;
      expect(Math.abs(endMm - startMm - p.occlusionMm)).toBeLessThan(0.11);
      expect(generateCase(p)).toEqual(file);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('every request gives an anatomy that holds together', () => {
  fc.assert(
    fc.property(parameters, (p) => {
      const anatomy = anatomyOf(generateCase(p));
      const { wall, cleft, occlusion } = anatomy.target;
      for (let k = 0; k < wall.lumen.length; k++) {
        if (!(wall.lumen[k]! > 0.4 && wall.lumen[k]! < wall.iel[k]! && wall.iel[k]! < wall.eem[k]!)) {
          throw new Error(`layers cross at ${k}`);
        }
      }
      expect(cleft.x.every(Number.isFinite) && cleft.y.every(Number.isFinite)).toBe(true);
      const tissue = createTissue(anatomy);
      // beyond the distal cap there is a lumen to go for
      expect(tissue.materialAt(occlusion.endMm + 6, 0, 0)).toBe(MATERIAL.blood);
      expect(tissue.materialAt(occlusion.startMm + 2, 0.1, 0.1)).not.toBe(MATERIAL.blood);
    }),
    { seed: 1, numRuns: 12 },
  );
});

describe('a request that cannot be met is refused', () => {
  const p: CaseParameters = {
    vessel: 'peroneal',
    occlusionMm: 100,
    rvdMm: 2.4,
    entry: 'blunt',
    entryCalcium: false,
    outflow: 'good',
    calciumPattern: 'medial',
    severity: 'mild',
    seed: 1,
    side: 'right',
  };

  test.each([
    [{ occlusionMm: 260 }, /occlusionMm/],
    [{ occlusionMm: 5 }, /occlusionMm/],
    [{ occlusionMm: Number.NaN }, /occlusionMm/],
    [{ rvdMm: 0.4 }, /rvdMm/],
  ])('%o', (change, message) => {
    expect(() => generateCase({ ...p, ...change })).toThrow(message);
  });

  test('more severity is more calcium', () => {
    const plates = (severity: CaseParameters['severity']) =>
      anatomyOf(generateCase({ ...p, severity })).target.calcium.reduce(
        (sum, c) => sum + (c.endMm - c.startMm) * c.arcRad,
        0,
      );
    const [none, mild, moderate, severe] = (['none', 'mild', 'moderate', 'severe'] as const).map(plates);
    expect(none).toBe(0);
    expect(mild!).toBeGreaterThan(0);
    expect(moderate!).toBeGreaterThan(mild!);
    expect(severe!).toBeGreaterThan(moderate!);
  });
});
