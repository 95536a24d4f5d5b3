/** @file Interpolation helpers at their edges. */
import { describe, expect, test } from 'vitest';
import { clamp, sampleEven, sampleKnots, smoothstep } from '../../../src/core/math/interpolate.ts';
import { arcLengths, smoothCentripetal } from '../../../src/core/math/polyline.ts';
import { distance, dot, normalize, sub, vec3 } from '../../../src/core/math/vec3.ts';

test('clamp and smoothstep', () => {
  expect([-1, 0.3, 9].map((v) => clamp(v, 0, 1))).toEqual([0, 0.3, 1]);
  expect([-1, 0, 0.5, 1, 7].map((v) => smoothstep(0, 1, v))).toEqual([0, 0, 0.5, 1, 1]);
});

test('an even table is linear between its samples and holds its ends', () => {
  const table = [1, 3, 2];
  expect([-5, 10, 10.25, 11, 11.5, 12, 99].map((s) => sampleEven(table, 10, 1, s))).toEqual([
    1, 1, 1.5, 3, 2.5, 2, 2,
  ]);
  expect(sampleEven([4], 0, 1, 3)).toBe(4);
});

test('knots are linear between and hold their ends; a step is taken at its knot', () => {
  const knots = [
    [0, 1],
    [2, 5],
    [2, 7],
    [4, 7],
  ] as const;
  expect([-1, 0, 1, 2, 3, 9].map((s) => sampleKnots(knots, s))).toEqual([1, 1, 3, 5, 7, 7]);
});

describe('the centripetal spline', () => {
  const points = [vec3(0, 0, 0), vec3(0, 0, 1), vec3(0, 1, 2), vec3(3, 20, 60), vec3(0, 22, 100)];

  test('goes through its points', () => {
    const curve = smoothCentripetal(points, 10);
    points.forEach((p, i) => {
      expect(distance(curve[i * 10]!, p)).toBeLessThan(1e-9);
    });
  });

  test('makes no loop where close points meet far ones', () => {
    const curve = smoothCentripetal(points, 40);
    for (let i = 2; i < curve.length; i++) {
      const a = normalize(sub(curve[i - 1]!, curve[i - 2]!));
      const b = normalize(sub(curve[i]!, curve[i - 1]!));
      expect(dot(a, b)).toBeGreaterThan(0.9);
    }
    expect(arcLengths(curve).at(-1)!).toBeLessThan(1.1 * arcLengths(points).at(-1)!);
  });
});
