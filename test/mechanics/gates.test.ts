/** @file What makes the mechanics right: the tests of its validation. Numbers and tolerances are in `mechanics/validation`. */
import { describe, expect, test } from 'vitest';
import { TEST_TITLES } from '../../src/core/mechanics/validation/names.ts';
import type { Check } from '../../src/core/mechanics/validation/report.ts';
import { TEST_IDS, validateMechanics } from '../../src/core/mechanics/validation/run.ts';

const inWords = ({ what, at, measured, tolerance: { lo, hi }, unit }: Check): string =>
  `${what} ${measured} ${unit}, not ${lo ?? ''} .. ${hi ?? ''} ${JSON.stringify(at ?? {})}`;

describe('the mechanics validation', () => {
  for (const id of TEST_IDS)
    test(`${id} ${TEST_TITLES[id - 1]}`, { timeout: 60_000 }, () => {
      const [row] = validateMechanics({ only: [id] });
      expect(row!.id).toBe(id);
      const counting = row!.checks.filter(({ extra }) => !extra);
      expect(counting.length).toBeGreaterThan(0);
      expect(counting.filter(({ pass }) => !pass).map(inWords)).toEqual([]);
    });
});

test('a number that no test has is refused', () => {
  expect(() => validateMechanics({ only: [19] })).toThrow(RangeError);
});
