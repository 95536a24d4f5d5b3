/** @file The J-BTK score: five items, published cuts, a switchable double item, grades A to D in the library. */
import { describe, expect, test } from 'vitest';
import { gradeOfScore, JBTK_ITEMS, JBTK_WIRE_SUCCESS, jbtk } from '../../../src/core/cases/jbtk.ts';
import { CASE_LIBRARY, caseById } from '../../../src/core/cases/library.ts';
import type { CaseFile } from '../../../src/core/cases/schema.ts';

const flagship = CASE_LIBRARY[0]!;
const withAnatomy = (change: (a: CaseFile['anatomy']) => Partial<CaseFile['anatomy']>): CaseFile => ({
  ...flagship,
  anatomy: { ...flagship.anatomy, ...change(flagship.anatomy) },
});

test('grades: A 0-1, B 2-3, C 4-5, D 6', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(gradeOfScore).join('')).toBe('AABBCCD');
});

test('the published success of conventional wiring falls from grade to grade', () => {
  expect(JBTK_WIRE_SUCCESS).toEqual({ A: 97.3, B: 76.8, C: 19.3, D: 0 });
});

test('the flagship is B: blunt and calcified at the entry', () => {
  expect(jbtk(flagship)).toEqual({
    score: 2,
    grade: 'B',
    items: {
      noOutflow: false,
      longOcclusion: false,
      smallVessel: false,
      calcifiedEntry: true,
      bluntEntry: true,
    },
  });
});

test('the limits themselves do not count: 200 mm is not longer than 200, 2.0 mm not smaller than 2.0', () => {
  const at = withAnatomy((a) => ({
    occlusion: { ...a.occlusion, startMm: 20, endMm: 220 },
    wall: { ...a.wall, lumenDiameterMm: 2 },
  }));
  expect(jbtk(at).items).toMatchObject({ longOcclusion: false, smallVessel: false });
  const beyond = withAnatomy((a) => ({
    occlusion: { ...a.occlusion, startMm: 20, endMm: 220.5 },
    wall: { ...a.wall, lumenDiameterMm: 1.99 },
  }));
  expect(jbtk(beyond).items).toMatchObject({ longOcclusion: true, smallVessel: true });
});

describe('the item that counts twice', () => {
  const all = caseById('peroneal-long-way')!;

  test.each(JBTK_ITEMS)('all five items are grade D, whichever is double (%s)', (item) => {
    expect(jbtk(all, item)).toMatchObject({ score: 6, grade: 'D' });
  });

  test('is no outflow unless the instructor says otherwise', () => {
    const none = withAnatomy(() => ({ outflow: 'none' }));
    expect(jbtk(none).score).toBe(4);
    expect(jbtk(none, 'longOcclusion').score).toBe(3);
    expect(jbtk(none, 'bluntEntry').score).toBe(4);
  });
});

test('the library spans all four grades', () => {
  expect(new Set(CASE_LIBRARY.map((c) => jbtk(c).grade))).toEqual(new Set(['A', 'B', 'C', 'D']));
});
