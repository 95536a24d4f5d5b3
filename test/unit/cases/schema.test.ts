/** @file Case files: what is impossible is refused, and the complaint names the field. */
import { describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { type CaseFile, caseFileSchema } from '../../../src/core/cases/schema.ts';

type Loose = Record<string, unknown>;
const flagship = CASE_LIBRARY[0]!;

/** The flagship with one value replaced (or removed, with undefined) at a dotted path. */
const changed = (path: string, value: unknown): unknown => {
  const file = structuredClone(flagship) as unknown as Loose;
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce<Loose>((at, key) => at[key] as Loose, file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return file;
};
const complaints = (value: unknown): string[] => {
  const result = caseFileSchema.safeParse(value);
  return result.success ? [] : result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
};

test('the flagship is fine', () => expect(complaints(flagship)).toEqual([]));

describe('a case is refused for', () => {
  test.each([
    ['id', 'Not An Id'],
    ['id', ''],
    ['id', 'a'.repeat(65)],
    ['title', ''],
    ['title', 'x'.repeat(81)],
    ['briefing', 7],
    ['goals', []],
    ['goals', ['ok', '']],
    ['kind', 'something-else'],
    ['version', 2],
    ['anatomy', undefined],
    ['anatomy.seed', 1.5],
    ['anatomy.seed', -1],
    ['anatomy.side', 'middle'],
    ['anatomy.vessel', 'SFA'],
    ['anatomy.lengthMm', Number.POSITIVE_INFINITY],
    ['anatomy.lengthMm', Number.NaN],
    ['anatomy.lengthMm', '300'],
    ['anatomy.lengthMm', 359],
    ['anatomy.lesion.startMm', -4],
    ['anatomy.lesion.startMm', 70],
    ['anatomy.lesion.endMm', 205],
    ['anatomy.lesion.endMm', 310],
    ['anatomy.occlusion.startMm', 5],
    ['anatomy.occlusion.endMm', 290],
    ['anatomy.occlusion.endMm', 50],
    ['anatomy.occlusion.entry', 'sharp'],
    ['anatomy.wall.eemDiameterMm', 2.4],
    ['anatomy.wall.eemDiameterMm', 2.91],
    ['anatomy.plaque.thicknessMm', 1.2],
    ['anatomy.plaque.lipid', 1.4],
    ['anatomy.plaque.denseFibrous', 0.95],
    ['anatomy.calcium.medialArcDeg', -20],
    ['anatomy.calcium.medialArcDeg', 361],
    ['anatomy.calcium.intimalArcDeg', null],
    ['anatomy.calcium.plates.0.arcDeg', -5],
    ['anatomy.calcium.plates.0.arcDeg', 400],
    ['anatomy.calcium.plates.0.endMm', 190],
    ['anatomy.calcium.plates.0.endMm', 305],
    ['anatomy.calcium.plates.0.depthMm', -0.5],
    ['anatomy.calcium.plates.0.site', 'bone'],
    ['anatomy.calcium.plates.0.facing', 'up'],
    ['anatomy.calcium.windows.0.endMm', 100],
    ['anatomy.cleft.driftDeg', 100],
    ['anatomy.cleft.tailMm', 0],
  ])('%s = %s', (path, value) => {
    const found = complaints(changed(path, value));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((c) => c.startsWith(path))).toBe(true);
  });

  test('a field it does not know', () => {
    expect(complaints(changed('anatomy.calcium.colour', 'white')).join()).toContain('colour');
  });

  test('an occlusion longer than the vessel, in those words', () => {
    const file = structuredClone(flagship) as CaseFile;
    const long = { ...file.anatomy, occlusion: { ...file.anatomy.occlusion, startMm: 12, endMm: 330 } };
    expect(complaints({ ...file, anatomy: long })[0]).toMatch(
      /^anatomy\.occlusion\.endMm: .*longer than the vessel/,
    );
  });

  test('a lumen outside the EEM, in those words', () => {
    expect(complaints(changed('anatomy.wall.eemDiameterMm', 2.4))[0]).toMatch(/outside the EEM/);
  });

  test.each([null, [], 'text', 42, {}])('being %j', (value) => {
    expect(complaints(value).length).toBeGreaterThan(0);
  });
});

describe('the library', () => {
  test('has at least six cases with names of their own, the flagship first', () => {
    expect(CASE_LIBRARY.length).toBeGreaterThanOrEqual(6);
    expect(new Set(CASE_LIBRARY.map((c) => c.id)).size).toBe(CASE_LIBRARY.length);
    expect(new Set(CASE_LIBRARY.map((c) => c.title)).size).toBe(CASE_LIBRARY.length);
    expect(CASE_LIBRARY[0]!.id).toBe('pta-flagship');
  });

  test('spans the three tibial vessels and both legs', () => {
    expect(new Set(CASE_LIBRARY.map((c) => c.anatomy.vessel))).toEqual(new Set(['PTA', 'ATA', 'peroneal']));
    expect(new Set(CASE_LIBRARY.map((c) => c.anatomy.side))).toEqual(new Set(['right', 'left']));
  });
});
