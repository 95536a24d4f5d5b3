/** @file Beer-Lambert against worked examples, and the pixel average of thin wires. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iodineMu, MU, transmission } from '../../../src/core/fluoro/attenuation.ts';
import { meanChord } from '../../../src/core/fluoro/ribbon.ts';

// The same examples on every run.
fc.configureGlobal({ seed: 20261122 });

describe('attenuation at 50 keV', () => {
  test.each([
    ['0.356 mm of steel', MU.steel.low * 0.356, 0.58],
    ['two strands of 0.06 mm platinum', MU.platinum.low * 0.12, 0.2],
    ['a 2.5 mm lumen at 150 mg iodine/ml', iodineMu(150).low * 2.5, 0.63],
  ])('%s lets through', (_, depth, expected) => {
    expect(Math.exp(-depth)).toBeCloseTo(expected, 2);
  });

  test('1 mm of calcium against muscle makes 7 % contrast', () => {
    expect(1 - Math.exp(-(MU.calcium.low - MU.softTissue.low))).toBeCloseTo(0.07, 2);
  });
});

describe('transmission', () => {
  const depth = fc.double({ min: 0, max: 12, noNaN: true });

  test('is 1 without anything in the way and falls with every bit more', () => {
    expect(transmission(0, 0)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(depth, depth, fc.double({ min: 0.01, max: 1, noNaN: true }), (low, high, more) => {
        const before = transmission(low, high);
        expect(transmission(low + more, high + more)).toBeLessThan(before);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('mean chord over a pixel', () => {
  test('keeps the mass of a wire however it lies on the pixels', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 0.6, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (r, p, shift) => {
          let sum = 0;
          for (let i = -40; i <= 40; i++) sum += meanChord((i + shift) * p, r, p) * p;
          expect(sum).toBeCloseTo(Math.PI * r * r, 6);
        },
      ),
    );
  });

  test('a narrow pixel on the axis sees the diameter', () => {
    expect(meanChord(0, 0.178, 0.001)).toBeCloseTo(0.356, 5);
  });
});
