/** @file Old case files become new ones; files from the future and from nowhere are refused. */
import { expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { CASE_VERSION, caseFileSchema } from '../../../src/core/cases/schema.ts';
import { CASE_UPGRADERS, upgradeCase } from '../../../src/core/cases/upgrade.ts';
import versionZero from '../../fixtures/upgrades/case-v0.json' with { type: 'json' };

test('there is an upgrader from every version before this one', () => {
  expect(Object.keys(CASE_UPGRADERS).map(Number)).toEqual(Array.from({ length: CASE_VERSION }, (_, v) => v));
});

test('a file of version 0 opens: centimetres become millimetres, the summary the briefing', () => {
  const before = structuredClone(versionZero);
  const file = caseFileSchema.parse(upgradeCase(versionZero));
  expect(versionZero).toEqual(before);
  expect(file.version).toBe(CASE_VERSION);
  expect(file.briefing).toBe(versionZero.summary);
  const { lengthMm, lesion, occlusion, cleft, calcium, wall } = file.anatomy;
  expect({ lengthMm, lesion }).toEqual({ lengthMm: 300, lesion: { startMm: 38, endMm: 236 } });
  expect(occlusion).toMatchObject({ startMm: 60, endMm: 210, proximalCapMm: 9, distalCapMm: 4 });
  expect(cleft).toMatchObject({ leadMm: 8, tailMm: 30 });
  expect(calcium.plates[0]).toMatchObject({ startMm: 198, endMm: 214, thicknessMm: 0.75 });
  expect(calcium.windows).toEqual([]);
  expect(wall.lumenDiameterMm).toBe(2.5);
});

test('a file of this version passes through untouched', () => {
  const file = structuredClone(CASE_LIBRARY[1]!);
  expect(upgradeCase(file)).toBe(file);
});

test('a version that does not exist is refused', () => {
  expect(() => upgradeCase({ version: CASE_VERSION + 1 })).toThrow(/newer/);
  expect(() => upgradeCase({ version: -1 })).toThrow(RangeError);
  expect(() => upgradeCase({ version: 0.5 })).toThrow(RangeError);
});

test('rubbish that claims to be old is left to the schema, which names what is wrong', () => {
  for (const anatomy of [undefined, null, 7, [], { calcium: 3 }, { lengthCm: 'long' }]) {
    const upgraded = upgradeCase({ kind: 'truelumen-case', version: 0, anatomy });
    expect(caseFileSchema.safeParse(upgraded).success).toBe(false);
  }
  expect(upgradeCase({ title: 'no version' })).toEqual({ title: 'no version' });
});
