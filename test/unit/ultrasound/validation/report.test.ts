/** @file What counts as passed, and that a report survives JSON and has its words. */
import { expect, test } from 'vitest';
import { TEST_TITLES } from '../../../../src/core/ultrasound/validation/names.ts';
import {
  absolute,
  atLeast,
  atMost,
  checkOf,
  relative,
  rowOf,
  rowPasses,
  within,
} from '../../../../src/core/ultrasound/validation/report.ts';
import { GATE_IDS, TEST_IDS } from '../../../../src/core/ultrasound/validation/run.ts';
import { physics } from '../../../../src/ui/strings/en/physics.ts';

const width = (measured: number) =>
  checkOf({
    what: 'lateralWidth',
    at: { frequencyMHz: 40, depthMm: 1.5 },
    measured,
    reference: 9.1,
    tolerance: relative(9.1, 0.1),
    unit: 'deg',
    source: 'peer',
  });

test('a check passes within its tolerance, limits included', () => {
  expect(relative(-10, 0.1)).toEqual({ lo: -11, hi: -9 });
  expect(within(5, absolute(4, 1))).toBe(true);
  expect(within(5.01, absolute(4, 1))).toBe(false);
  expect([within(-99, atMost(2)), within(3, atMost(2))]).toEqual([true, false]);
  expect([within(99, atLeast(2)), within(1, atLeast(2))]).toEqual([true, false]);
  expect([width(9.9).pass, width(8.1).pass]).toEqual([true, false]);
});

test('what could not be measured does not pass, even without limits', () => {
  expect(within(Number.NaN, { lo: null, hi: null })).toBe(false);
  expect(within(Number.POSITIVE_INFINITY, atLeast(0))).toBe(false);
});

test('a row passes when all of its checks do, and never without checks', () => {
  expect(rowPasses(rowOf('pointSpread', [width(9), width(9.2)]))).toBe(true);
  expect(rowPasses(rowOf('pointSpread', [width(9), width(12)]))).toBe(false);
  expect(rowPasses(rowOf('pointSpread', []))).toBe(false);
});

test('an extra check has its verdict, but does not decide the row', () => {
  const extra = { ...width(12), extra: true } as const;
  expect(extra.pass).toBe(false);
  expect(rowPasses(rowOf('pointSpread', [width(9), extra]))).toBe(true);
  expect(rowPasses(rowOf('pointSpread', [extra]))).toBe(false);
});

test('rows are numbered as in the table and survive JSON', () => {
  const plot = {
    x: { label: 'depthMm', unit: 'mm' },
    y: { label: 'lateralWidth', unit: 'deg' },
    series: [{ name: 'peer', x: [1, 1.5], y: [15.4, 9.1], style: 'points' }],
  } as const;
  const row = rowOf('pointSpread', [width(9)], plot);
  expect([row.id, rowOf('rayleigh', []).id, rowOf('consoleLook', []).id]).toEqual([1, 3, 25]);
  expect(JSON.parse(JSON.stringify(row))).toEqual(row);
});

test('every test is in the run, and every gate is a test', () => {
  expect(TEST_IDS).toEqual(TEST_TITLES.map((_, i) => i + 1));
  expect(GATE_IDS.every((id) => TEST_IDS.includes(id))).toBe(true);
});

test('every test has a title of its own', () => {
  const titles = TEST_TITLES.map((key) => physics.tests[key].title);
  expect(new Set(titles).size).toBe(25);
});
