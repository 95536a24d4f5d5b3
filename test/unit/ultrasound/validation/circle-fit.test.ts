/** @file The circle through points. */
import { expect, test } from 'vitest';
import { createStream } from '../../../../src/core/math/rng.ts';
import { fitCircle } from '../../../../src/core/ultrasound/validation/circle-fit.ts';

const points = (x: number, y: number, radius: number, noise: number, turn = 2 * Math.PI) => {
  const stream = createStream(3, 'points');
  return Array.from({ length: 200 }, (_, i) => {
    const r = radius + noise * stream.normal();
    return { x: x + r * Math.cos((turn * i) / 200), y: y + r * Math.sin((turn * i) / 200) };
  });
};

test('points on a circle give it back, a part of it too', () => {
  for (const turn of [2 * Math.PI, 2]) {
    const { x, y, radius } = fitCircle(points(0.4, -1.2, 1.35, 0, turn));
    expect([x, y, radius].map((v) => Number(v.toFixed(9)))).toEqual([0.4, -1.2, 1.35]);
  }
});

test('scattered points give it back to a tenth of their scatter', () => {
  const { x, y, radius } = fitCircle(points(0.4, -1.2, 1.35, 0.05));
  expect(Math.hypot(x - 0.4, y + 1.2)).toBeLessThan(0.01);
  expect(Math.abs(radius - 1.35)).toBeLessThan(0.01);
});
