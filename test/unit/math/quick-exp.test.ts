/** @file The quick exponential against the engine's. */
import { expect, test } from 'vitest';
import { quickExp } from '../../../src/core/math/quick-exp.ts';

test('agrees with Math.exp to 1e-8 of its value up to 20 either way, and is 1 at 0', () => {
  let worst = 0;
  for (let x = -20; x <= 20; x += 0.0037) worst = Math.max(worst, Math.abs(quickExp(x) / Math.exp(x) - 1));
  expect(worst).toBeLessThan(1e-8);
  expect(worst).toBeGreaterThan(0);
  expect(quickExp(0)).toBe(1);
});
