/** @file Circles in a bore: closed forms, and laws that hold for any devices. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, boreFor } from '../../../src/core/mechanics/devices/packing.ts';

const diameter = fc.double({ min: 0.2, max: 2, noNaN: true });
const some = (min: number, max: number) => fc.array(diameter, { minLength: min, maxLength: max });

const expectApart = (diameters: readonly number[], bore: number): void => {
  const places = arrange(diameters, bore);
  expect(places).not.toBeNull();
  places!.forEach((p, i) => {
    expect(p.r).toBe(diameters[i]! / 2);
    expect(Math.hypot(p.x, p.y) + p.r).toBeLessThan((bore / 2) * (1 + 1e-6));
    for (const q of places!.slice(i + 1)) {
      expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan((p.r + q.r) * (1 - 1e-6));
    }
  });
};

describe('closed forms', () => {
  test('nothing, one, two', () => {
    expect(boreFor([])).toBe(0);
    expect(boreFor([1.33])).toBe(1.33);
    expect(boreFor([1, 1])).toBe(2);
    expect(boreFor([1.33, 0.87])).toBeCloseTo(2.2, 12);
  });

  test('three equal circles: d (1 + 2 / sqrt 3)', () => {
    expect(boreFor([1, 1, 1])).toBeCloseTo(1 + 2 / Math.sqrt(3), 12);
    expect(boreFor([0.6, 0.6, 0.6])).toBeCloseTo(0.6 * (1 + 2 / Math.sqrt(3)), 12);
  });

  test('the gap beside two equal circles takes two thirds of one, and no more', () => {
    expect(boreFor([1, 1, 2 / 3])).toBeCloseTo(2, 12);
    expect(boreFor([1, 1, 0.67])).toBeGreaterThan(2);
  });

  test('circles of whole curvature: the Apollonian gaskets -1, 2, 2, 3 and -6, 11, 14, 15', () => {
    expect(boreFor([1 / 2, 1 / 2, 1 / 3])).toBeCloseTo(1, 12);
    expect(boreFor([1 / 11, 1 / 14, 1 / 15])).toBeCloseTo(1 / 6, 12);
  });

  test('both gaps beside two equal circles are free: four need no more', () => {
    expect(boreFor([1, 1, 0.66, 0.66])).toBeCloseTo(2, 6);
    // four equal circles: d (1 + sqrt 2)
    expect(boreFor([1, 1, 1, 1])).toBeCloseTo(1 + Math.SQRT2, 5);
  });
});

describe('laws', () => {
  test('one more device never makes it fit better', () => {
    fc.assert(
      fc.property(some(0, 4), diameter, (devices, more) => {
        expect(boreFor([...devices, more])).toBeGreaterThanOrEqual(boreFor(devices) - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('a thicker device never makes it fit better, up to three', () => {
    fc.assert(
      fc.property(some(1, 3), fc.double({ min: 1, max: 1.5, noNaN: true }), ([first, ...rest], k) => {
        expect(boreFor([first! * k, ...rest])).toBeGreaterThanOrEqual(boreFor([first!, ...rest]) - 1e-9);
      }),
    );
  });

  test('the order does not matter', () => {
    fc.assert(
      fc.property(
        some(1, 4).chain((d) =>
          fc.tuple(fc.constant(d), fc.shuffledSubarray(d, { minLength: d.length, maxLength: d.length })),
        ),
        ([devices, shuffled]) => {
          expect(boreFor(shuffled)).toBe(boreFor(devices));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('between the widest two and all in a row, and it scales with size', () => {
    fc.assert(
      fc.property(some(2, 4), (devices) => {
        const [a, b] = [...devices].sort((p, q) => q - p);
        const bore = boreFor(devices);
        expect(bore).toBeGreaterThanOrEqual(a! + b! - 1e-9);
        expect(bore).toBeLessThanOrEqual(devices.reduce((sum, d) => sum + d, 0) + 1e-6);
        expect(boreFor(devices.map((d) => 2 * d))).toBeCloseTo(2 * bore, 5);
      }),
      { numRuns: 60 },
    );
  });

  test('what is said to fit can be laid side by side, clear of the wall and of each other', () => {
    fc.assert(
      fc.property(some(1, 4), (devices) => {
        expectApart(devices, boreFor(devices) * (1 + 1e-6));
      }),
      { numRuns: 60 },
    );
  });

  test('three circles cannot be laid into less than is said', () => {
    fc.assert(
      fc.property(some(2, 3), (devices) => {
        expect(arrange(devices, boreFor(devices) * 0.999)).toBeNull();
      }),
    );
  });
});
