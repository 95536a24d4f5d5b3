/** @file Lengths on the image against plane geometry. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imagePoint } from '../../../src/core/measure/clock.ts';
import { distanceMm } from '../../../src/core/measure/length.ts';

const point = fc.record({
  psi: fc.double({ min: 0, max: 7, noNaN: true }),
  rangeMm: fc.double({ min: 0, max: 6, noNaN: true }),
});

it('is a diameter straight across the axis and a difference along one line', () => {
  expect(distanceMm({ psi: 0, rangeMm: 1.5 }, { psi: Math.PI, rangeMm: 2 })).toBeCloseTo(3.5, 12);
  expect(distanceMm({ psi: 1, rangeMm: 1.5 }, { psi: 1, rangeMm: 2 })).toBeCloseTo(0.5, 12);
});

it('is the distance between the points on the screen, whatever the mirror', () => {
  fc.assert(
    fc.property(point, point, fc.boolean(), (a, b, mirrored) => {
      const p = imagePoint(a.psi, a.rangeMm, mirrored);
      const q = imagePoint(b.psi, b.rangeMm, mirrored);
      expect(distanceMm(a, b)).toBeCloseTo(Math.hypot(p.x - q.x, p.y - q.y), 9);
    }),
  );
});

it('does not lose a small distance far from the axis', () => {
  expect(distanceMm({ psi: 1, rangeMm: 5 }, { psi: 1 + 1e-7, rangeMm: 5 })).toBeCloseTo(5e-7, 15);
});
