/** @file Centrelines: frames stay orthonormal and do not twist, and world and vessel coordinates invert each other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCurve, frameAt, fromWorld, smoothThrough, toWorld } from '../../../src/core/math/curve.ts';
import { arcLengths, cutPolyline } from '../../../src/core/math/polyline.ts';
import { cross, distance, dot, vec3 } from '../../../src/core/math/vec3.ts';

/** A gently wandering path down the leg, as vessels are. */
const path = fc
  .array(
    fc.record({
      x: fc.double({ min: -8, max: 8, noNaN: true }),
      y: fc.double({ min: -8, max: 8, noNaN: true }),
    }),
    {
      minLength: 4,
      maxLength: 10,
    },
  )
  .map((steps) => smoothThrough(steps.map((p, i) => vec3(p.x, p.y, 40 * i))));

test('frames are right-handed, orthonormal and follow the tangent', () => {
  fc.assert(
    fc.property(path, fc.double({ min: 0, max: 1, noNaN: true }), (points, t) => {
      const curve = createCurve(points, -10, 0.5);
      const f = frameAt(curve, curve.startMm + t * (curve.endMm - curve.startMm));
      for (const [a, b] of [
        [f.n1, f.n2],
        [f.n1, f.t],
        [f.n2, f.t],
      ] as const) {
        expect(Math.abs(dot(a, b))).toBeLessThan(1e-9);
      }
      expect(distance(cross(f.n1, f.n2), f.t)).toBeLessThan(1e-9);
    }),
    { seed: 1 },
  );
});

test('neighbouring frames do not twist about the tangent', () => {
  fc.assert(
    fc.property(path, (points) => {
      const { frames } = createCurve(points, 0, 0.5);
      for (let i = 1; i < frames.length; i++) {
        // the part of the change of n1 along n2 is twist
        expect(Math.abs(dot(frames[i]!.n1, frames[i - 1]!.n2))).toBeLessThan(1e-3);
      }
    }),
    { seed: 1, numRuns: 30 },
  );
});

test('fromWorld undoes toWorld near the centreline', () => {
  fc.assert(
    fc.property(
      path,
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (points, t, x, y) => {
        const curve = createCurve(points, -10, 0.5);
        const s = curve.startMm + t * (curve.endMm - curve.startMm);
        const back = fromWorld(curve, toWorld(curve, { s, x, y }), s + 1);
        expect(Math.abs(back.s - s)).toBeLessThan(0.05);
        expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(0.05);
      },
    ),
    { seed: 1 },
  );
});

test('cutting a polyline keeps the length asked for', () => {
  fc.assert(
    fc.property(
      path,
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      (points, a, b) => {
        const total = arcLengths(points).at(-1)!;
        const cut = cutPolyline(points, a * total, b * total);
        expect(arcLengths(cut).at(-1)!).toBeCloseTo((b - a) * total, 6);
      },
    ),
    { seed: 1 },
  );
});
