/** @file Widths of peaks and edges finer than their sampling. */
import { describe, expect, test } from 'vitest';
import { fitLine } from '../../../../src/core/ultrasound/validation/line-fit.ts';
import {
  edgeOf,
  fullWidth,
  fullWidthOfHalf,
  peakOf,
} from '../../../../src/core/ultrasound/validation/width.ts';

const row = (count: number, of: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => of(i));
const bell = (middle: number, sd: number) => (i: number) => Math.exp(-0.5 * ((i - middle) / sd) ** 2);
/** Full width at half in standard deviations. */
const FWHM = 2 * Math.sqrt(2 * Math.LN2);

describe('a Gaussian peak', () => {
  test.each([20, 20.25, 20.5, 20.9])('has its width wherever it lies between samples (%f)', (middle) => {
    expect(fullWidth(row(41, bell(middle, 2.2))) / (FWHM * 2.2)).toBeCloseTo(1, 2);
    expect(Math.abs(fullWidth(row(41, bell(middle, 1.3))) / (FWHM * 1.3) - 1)).toBeLessThan(0.02);
  });

  test('has its top between samples', () => {
    const { at, value } = peakOf(row(41, bell(20.3, 3)));
    expect(Math.abs(at - 20.3)).toBeLessThan(0.01);
    expect(value).toBeCloseTo(1, 3);
  });

  test('has the width of any share of its height', () => {
    expect(fullWidth(row(81, bell(40, 5)), 0.1)).toBeCloseTo(2 * 5 * Math.sqrt(2 * Math.log(10)), 1);
  });

  test('and so has half of it', () => {
    expect(fullWidthOfHalf(row(20, bell(0, 4)))).toBeCloseTo(FWHM * 4, 2);
  });
});

test('a triangle has half of its base, and side peaks below half do not count', () => {
  const triangle = row(41, (i) => Math.max(0, 1 - Math.abs(i - 20) / 10));
  expect(fullWidth(triangle)).toBeCloseTo(10, 6);
  expect(fullWidth(triangle.map((v, i) => (i === 3 ? 0.4 : v)))).toBeCloseTo(10, 6);
});

test('a peak that leaves the row has no width', () => {
  expect(fullWidth(row(10, bell(1, 4)))).toBeNaN();
  expect(fullWidth(row(10, (i) => i))).toBeNaN();
  expect(fullWidth([1, 1, 1])).toBeNaN();
});

describe('an edge', () => {
  /** Normal distribution function by the trapezium rule. */
  const step = (middle: number, sd: number) => {
    const values = row(400, (i) => bell(middle * 10, sd * 10)(i));
    let sum = 0;
    const sums = values.map((v) => {
      sum += v;
      return sum - v / 2;
    });
    return row(40, (i) => sums[i * 10]! / sum);
  };

  test('that is a blurred step measures 2.563 standard deviations, rising or falling', () => {
    const rising = step(19.7, 3);
    expect(edgeOf(rising, 0, 1).width).toBeCloseTo(2.563 * 3, 1);
    expect(edgeOf(rising, 0, 1).middle).toBeCloseTo(19.7, 1);
    const falling = rising.map((v) => 5 - 3 * v);
    expect(edgeOf(falling, 5, 2).width).toBeCloseTo(2.563 * 3, 1);
    expect(edgeOf(falling).middle).toBeCloseTo(19.7, 1);
  });

  test('of a ramp is 0.8 of its length, and ripples on the plateaus do not count', () => {
    const ramp = row(41, (i) => Math.min(1, Math.max(0, (i - 10) / 20)) + (i < 8 ? 0.04 * (-1) ** i : 0));
    expect(edgeOf(ramp, 0, 1).width).toBeCloseTo(16, 1);
  });

  test('that never ends has no width', () => {
    expect(
      edgeOf(
        row(20, (i) => i / 40),
        0,
        1,
      ).width,
    ).toBeNaN();
    expect(
      edgeOf(
        row(20, () => 0.2),
        0,
        1,
      ).middle,
    ).toBeNaN();
  });
});

describe('the straight line', () => {
  const x = row(20, (i) => i * 0.5);

  test('through points on a line is that line', () => {
    const fit = fitLine(
      x,
      x.map((v) => 3 - 2 * v),
    );
    expect(fit.slope).toBeCloseTo(-2, 12);
    expect(fit.intercept).toBeCloseTo(3, 12);
    expect(fit.r2).toBeCloseTo(1, 12);
  });

  test('explains nothing of what has no trend, and errs as alternating residuals say', () => {
    const zigzag = x.map((_, i) => (i % 4 === 0 || i % 4 === 3 ? 1 : -1));
    expect(fitLine(x, zigzag).r2).toBeLessThan(0.05);
    const xx = x.reduce((sum, v) => sum + (v - 4.75) ** 2, 0);
    expect(fitLine(x, zigzag).slopeError).toBeCloseTo(Math.sqrt(20 / 18 / xx), 2);
  });
});
