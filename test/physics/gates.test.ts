/** @file What makes the ultrasound engine physically right: the tests of its validation that must hold, on both paths. */
import { describe, expect, test } from 'vitest';
import { scanConvert } from '../../src/core/measure/scan-convert.ts';
import type { KernelPath } from '../../src/core/ultrasound/kernels/kernels.ts';
import { TEST_TITLES } from '../../src/core/ultrasound/validation/names.ts';
import type { Check } from '../../src/core/ultrasound/validation/report.ts';
import { GATE_IDS, validatePhysics } from '../../src/core/ultrasound/validation/run.ts';
import { physics } from '../../src/ui/strings/en/physics.ts';

/** Of the plain path: bytes, brightness by depth, blood. The kernels' own tests compare the two paths closely. */
const PLAIN_IDS = [2, 6, 17, 23];

const inWords = ({ what, at, measured, tolerance: { lo, hi }, unit }: Check): string =>
  `${physics.quantities[what]} ${measured} ${unit}, not ${lo ?? ''} .. ${hi ?? ''} ${JSON.stringify(at ?? {})}`;

/** Fails with the checks that are out of tolerance. */
const hold = (id: number, path: KernelPath): void => {
  const [row] = validatePhysics({ scan: scanConvert, path, only: [id] });
  const counting = row!.checks.filter(({ extra }) => !extra);
  expect(counting.length).toBeGreaterThan(0);
  expect(counting.filter(({ pass }) => !pass).map(inWords)).toEqual([]);
};

const nameOf = (id: number): string => `${id} ${physics.tests[TEST_TITLES[id - 1]!].title}`;

describe('on the fast path', () => {
  for (const id of GATE_IDS) test(nameOf(id), { timeout: 120_000 }, () => hold(id, 'simd'));
});

describe('on the plain path', () => {
  for (const id of PLAIN_IDS) test(nameOf(id), { timeout: 120_000 }, () => hold(id, 'plain'));
});

test('a number that no test has is refused', () => {
  expect(() => validatePhysics({ scan: scanConvert, only: [26] })).toThrow(RangeError);
});
