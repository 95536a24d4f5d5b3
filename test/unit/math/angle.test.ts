/** @file The quick polar angle agrees with the exact one all around the circle. */
import { expect, test } from 'vitest';
import { polarAngle } from '../../../src/core/math/angle.ts';

test('agrees with atan2 to 3e-7 rad in every direction, at any radius', () => {
  let worst = 0;
  for (let k = 0; k < 20_000; k++) {
    const angle = (2 * Math.PI * k) / 20_000;
    const r = 0.001 + (k % 7);
    const found = polarAngle(r * Math.sin(angle), r * Math.cos(angle));
    const error = Math.abs(found - angle);
    worst = Math.max(worst, Math.min(error, 2 * Math.PI - error));
    expect(found).toBeGreaterThanOrEqual(0);
    expect(found).toBeLessThan(2 * Math.PI);
  }
  expect(worst).toBeLessThan(3e-7);
});

test('is 0 at the origin and exact on the axes', () => {
  expect(polarAngle(0, 0)).toBe(0);
  expect(polarAngle(0, 2)).toBe(0);
  expect(polarAngle(2, 0)).toBeCloseTo(Math.PI / 2, 12);
  expect(polarAngle(0, -2)).toBeCloseTo(Math.PI, 12);
  expect(polarAngle(-2, 0)).toBeCloseTo(1.5 * Math.PI, 12);
});

test('a hair below the positive x axis stays below a full turn', () => {
  expect(polarAngle(-1e-300, 1)).toBeLessThan(2 * Math.PI);
});
