/** @file Axes of plots: ticks that people would choose, places, and labels that do not cover one another. */
import { describe, expect, test } from 'vitest';
import {
  nearestIndex,
  niceTicks,
  type PlotAxis,
  placeOf,
  stackLabels,
  tickDigits,
} from '../../../src/ui/plot/axis.ts';

describe('ticks', () => {
  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [-80, 5, 4, [-80, -60, -40, -20, 0]],
    [0.3, 3.25, 6, [0.5, 1, 1.5, 2, 2.5, 3]],
    [-1, 1, 2, [-1, 0, 1]],
  ])('from %f to %f, about %i: round numbers', (min, max, count, expected) => {
    const ticks = niceTicks(min, max, count);
    expect(ticks).toHaveLength(expected.length);
    for (const [i, tick] of ticks.entries()) expect(tick).toBeCloseTo(expected[i]!, 9);
  });

  test('never a minus zero, never outside, none for an empty axis', () => {
    expect(Object.is(niceTicks(-1, 1, 2)[1], 0)).toBe(true);
    for (const tick of niceTicks(0.31, 0.99, 5)) {
      expect(tick).toBeGreaterThanOrEqual(0.31 - 1e-9);
      expect(tick).toBeLessThanOrEqual(0.99 + 1e-9);
    }
    expect(niceTicks(1, 1, 5)).toEqual([]);
    expect(niceTicks(0, Number.NaN, 5)).toEqual([]);
  });

  test('digits tell neighbours apart', () => {
    expect(tickDigits([0, 20])).toBe(0);
    expect(tickDigits([0.5, 1])).toBe(1);
    expect(tickDigits([0.05, 0.07])).toBe(2);
    expect(tickDigits([7])).toBe(0);
  });
});

test('places: share of the length, from the start or the end', () => {
  const axis: PlotAxis = { label: '', unit: '', min: -80, max: 20 };
  expect(placeOf(axis, 200, -80)).toBe(0);
  expect(placeOf(axis, 200, -30)).toBe(100);
  expect(placeOf(axis, 200, -80, true)).toBe(200);
});

test('the nearest finite value is found in any order', () => {
  expect(nearestIndex([0, 1, 2, 3], 1.6)).toBe(2);
  expect(nearestIndex([3, Number.NaN, 1], 1.2)).toBe(2);
  expect(nearestIndex([Number.NaN], 1)).toBe(-1);
  expect(nearestIndex([], 1)).toBe(-1);
});

test('labels that would overlap go to another row, and rows are used again', () => {
  const rows = stackLabels([
    { at: 0, width: 50 },
    { at: 30, width: 50 },
    { at: 60, width: 50 },
    { at: 200, width: 10 },
  ]);
  expect(rows).toEqual([0, 1, 0, 0]);
});
