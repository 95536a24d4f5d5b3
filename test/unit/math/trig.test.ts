/** @file The program's own trigonometry against the engine's. */
import { describe, expect, test } from 'vitest';
import * as own from '../../../src/core/math/trig.ts';

const range = (lo: number, hi: number, count = 5001) =>
  Array.from({ length: count }, (_, i) => lo + ((hi - lo) * i) / (count - 1));
const worst = (points: readonly number[], error: (x: number) => number) => Math.max(...points.map(error));

describe('own trigonometry', () => {
  test('sine and cosine', () => {
    const points = [...range(-40, 40), ...range(-1e5, 1e5, 997)];
    expect(worst(points, (x) => Math.abs(own.sin(x) - Math.sin(x)))).toBeLessThan(2e-10);
    expect(worst(points, (x) => Math.abs(own.cos(x) - Math.cos(x)))).toBeLessThan(2e-10);
    expect(worst(range(-20, 20), (x) => Math.abs(own.sin(x) ** 2 + own.cos(x) ** 2 - 1))).toBeLessThan(1e-12);
  });

  test('arc tangent in every quadrant', () => {
    const error = (a: number) => Math.abs(own.atan2(3 * Math.sin(a), 3 * Math.cos(a)) - a);
    expect(worst(range(-3.1, 3.1), error)).toBeLessThan(1e-14);
    expect(own.atan2(0, 0)).toBe(0);
    expect(own.atan2(0, -1)).toBe(own.PI);
    expect(own.atan2(-1, 0)).toBe(-own.PI / 2);
  });

  test('exp, log and pow', () => {
    expect(worst(range(-50, 50), (x) => Math.abs(own.exp(x) / Math.exp(x) - 1))).toBeLessThan(1e-13);
    expect(worst(range(1e-6, 1e4), (x) => Math.abs(own.log(x) - Math.log(x)))).toBeLessThan(1e-12);
    expect(worst(range(0.01, 20), (x) => Math.abs(own.pow(x, 1.5) / x ** 1.5 - 1))).toBeLessThan(1e-13);
    expect(own.log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(own.log(-1)).toBeNaN();
    expect(own.pow(0, 2)).toBe(0);
  });

  test('angles fold into one turn', () => {
    expect(own.wrapAngle(own.PI)).toBeCloseTo(own.PI, 12);
    expect(own.wrapAngle(-own.PI)).toBeCloseTo(own.PI, 12);
    expect(own.wrapAngle(7)).toBeCloseTo(7 - own.TAU, 12);
    expect(own.wrapAngle(-100)).toBeCloseTo(Math.atan2(Math.sin(-100), Math.cos(-100)), 10);
  });
});
