/** @file Correlations and grain sizes of random fields whose truth is known. */
import { describe, expect, test } from 'vitest';
import {
  complexCorrelation,
  correlation,
  cutPatch,
  flattenDepth,
  grainOf,
  intensityCorrelation,
  intensityOf,
} from '../../../../src/core/ultrasound/validation/speckle-correlation.ts';
import { smoothField, whiteField } from './random-fields.ts';

const FWHM = 2 * Math.sqrt(2 * Math.LN2);

describe('the correlation of two fields', () => {
  const a = whiteField(1, 40_000);
  const b = whiteField(2, 40_000);

  test('is 1 for a field and its multiple, with the phase between them', () => {
    const turned = a.map((_, i) => (i % 2 === 0 ? -a[i + 1]! : a[i - 1]!) * 3);
    const { re, im, magnitude } = complexCorrelation(a, turned);
    expect(magnitude).toBeCloseTo(1, 12);
    expect(re).toBeCloseTo(0, 12);
    expect(im).toBeCloseTo(-1, 12);
  });

  test.each([0, 0.5, 0.9])('is the share %f they have in common; of intensities its square', (rho) => {
    const mixed = a.map((v, i) => rho * v + Math.sqrt(1 - rho * rho) * b[i]!);
    expect(Math.abs(complexCorrelation(a, mixed).magnitude - rho)).toBeLessThan(0.015);
    expect(Math.abs(intensityCorrelation(a, mixed) - rho * rho)).toBeLessThan(0.02);
  });

  test('of rows is blind to level and scale', () => {
    expect(correlation([1, 2, 4], [12, 14, 18])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 4], [-1, -2, -4])).toBeCloseTo(-1, 12);
  });
});

describe('the grain of speckle', () => {
  const sd = [2.5, 1.8] as const;
  const lines = 160;
  const samples = 160;
  const values = intensityOf(smoothField(11, lines, samples, sd));
  const patch = { lines, samples, values };
  const grain = grainOf(patch, { lateral: 20, axial: 16 });

  test('is as wide as the field was smoothed, within the error of its cells', () => {
    expect(Math.abs(grain.lateral / (FWHM * sd[0]) - 1)).toBeLessThan(0.08);
    expect(Math.abs(grain.axial / (FWHM * sd[1]) - 1)).toBeLessThan(0.08);
  });

  test('counts cells: samples over the integral of the correlation', () => {
    const cell = 2 * Math.PI * sd[0] * sd[1];
    expect(grain.cells / ((lines * samples) / cell)).toBeGreaterThan(0.85);
    expect(grain.cells / ((lines * samples) / cell)).toBeLessThan(1.15);
  });

  test('cells predict how much the mean of a patch varies', () => {
    const means: number[] = [];
    for (let l = 0; l < 160; l += 32) {
      for (let k = 0; k < 160; k += 32) {
        const part = cutPatch(patch, [l, l + 32], [k, k + 32]).values as Float64Array;
        means.push(part.reduce((sum, v) => sum + v, 0) / part.length);
      }
    }
    const mean = means.reduce((sum, v) => sum + v, 0) / means.length;
    const variance = means.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (means.length - 1);
    // intensity of full speckle: SD = mean
    const cells = mean ** 2 / variance;
    const expected = grain.cells / 25;
    expect(cells / expected).toBeGreaterThan(0.5);
    expect(cells / expected).toBeLessThan(2);
  });

  test('is the same under a fall of brightness with depth, once it is flattened', () => {
    const faded = { ...patch, values: values.map((v, i) => v * Math.exp(-(i % samples) / 30)) };
    const flat = grainOf(flattenDepth(faded), { lateral: 20, axial: 16 });
    expect(Math.abs(flat.lateral / grain.lateral - 1)).toBeLessThan(0.05);
    expect(Math.abs(flat.axial / grain.axial - 1)).toBeLessThan(0.05);
  });

  test('of white noise is one sample', () => {
    const noise = { lines: 100, samples: 100, values: intensityOf(whiteField(3, 10_000)) };
    expect(grainOf(noise).cells / 10_000).toBeGreaterThan(0.9);
    expect(grainOf(noise).lateral).toBeLessThan(1.5);
  });
});

test('a patch is cut over the seam', () => {
  const picture = { lines: 3, samples: 2, values: [0, 1, 10, 11, 20, 21] };
  expect([...(cutPatch(picture, [2, 4], [1, 2]).values as Float64Array)]).toEqual([21, 1]);
  expect([...(cutPatch(picture, [-1, 1], [0, 1]).values as Float64Array)]).toEqual([20, 0]);
});
