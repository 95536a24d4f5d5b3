/** @file The instruments of first-order speckle statistics, against closed forms and known random numbers. */
import { describe, expect, test } from 'vitest';
import { createStream } from '../../../../src/core/math/rng.ts';
import {
  envelopeSnr,
  kShape,
  logSdDb,
  nakagami,
  nakagamiByMoments,
  RAYLEIGH_DB,
  RAYLEIGH_SNR,
  rayleighDistance,
  SNR_ERROR,
} from '../../../../src/core/ultrasound/validation/envelope-statistics.ts';
import { digamma, trigamma } from '../../../../src/core/ultrasound/validation/special-functions.ts';
import { envelopes, gamma } from './random-fields.ts';

/** The Rayleigh law at n evenly spaced probabilities. */
const quantiles = (n: number, scale: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => scale * Math.sqrt(-2 * Math.log(1 - (i + 0.5) / n)));

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
};

test('digamma and trigamma at arguments with closed forms', () => {
  const euler = 0.5772156649015329;
  expect(digamma(1)).toBeCloseTo(-euler, 11);
  expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 11);
  expect(digamma(15)).toBeCloseTo(digamma(14) + 1 / 14, 11);
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 11);
  expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 11);
});

describe('the Rayleigh law itself', () => {
  const law = quantiles(20_000, 3);

  test('has the SNR, log SD and Nakagami m of theory, whatever its scale', () => {
    expect(RAYLEIGH_SNR).toBeCloseTo(1.913, 3);
    expect(RAYLEIGH_DB).toBeCloseTo(5.57, 2);
    expect(envelopeSnr(law)).toBeCloseTo(RAYLEIGH_SNR, 2);
    expect(logSdDb(law)).toBeCloseTo(RAYLEIGH_DB, 1);
    expect(nakagami(law).value).toBeCloseTo(1, 2);
    expect(nakagamiByMoments(law)).toBeCloseTo(1, 2);
  });

  test('is at no distance from itself, and a constant envelope is far off', () => {
    expect(rayleighDistance(law)).toBeLessThan(0.001);
    expect(rayleighDistance([2, 2, 2, 2])).toBeCloseTo(1 - Math.exp(-1), 6);
  });

  test('is no K-distribution of finite shape: the estimate is beyond 100', () => {
    expect(kShape(law).value).toBeGreaterThan(100);
  });
});

test('a zero sample spoils neither logarithm', () => {
  const withZero = Float64Array.of(0, ...quantiles(2000, 1));
  expect(logSdDb(withZero)).toBeCloseTo(RAYLEIGH_DB, 1);
  expect(nakagami(withZero).value).toBeCloseTo(1, 2);
});

test('errors stated for Rayleigh speckle are those of repeated draws', () => {
  const draws = Array.from({ length: 300 }, (_, i) => envelopes(i + 1, 400));
  expect(spread(draws.map(envelopeSnr)) * Math.sqrt(400)).toBeCloseTo(SNR_ERROR, 0.7);
  const estimates = draws.map(nakagami);
  expect(estimates[0]!.standardError / spread(estimates.map(({ value }) => value))).toBeCloseTo(1, 0.7);
  // Lilliefors: one in twenty beyond 1.08 / sqrt(n)
  const beyond = draws.filter((draw) => rayleighDistance(draw) > 1.08 / Math.sqrt(400)).length;
  expect(beyond).toBeGreaterThan(5);
  expect(beyond).toBeLessThan(27);
});

test.each([0.5, 1, 2.5])('nakagami finds m = %f of gamma distributed intensities', (m) => {
  const stream = createStream(5, 'nakagami');
  const draw = Float64Array.from({ length: 8000 }, () => Math.sqrt(gamma(stream, m)));
  const { value, standardError } = nakagami(draw);
  expect(standardError / m).toBeLessThan(0.02);
  expect(Math.abs(value - m)).toBeLessThan(3 * standardError);
  expect(Math.abs(nakagamiByMoments(draw) / m - 1)).toBeLessThan(0.06);
});

describe.each([
  [0.7, 3000],
  [1.5, 3000],
  [3, 6000],
])('the K-distribution of shape %f', (shape, n) => {
  const estimates = Array.from({ length: 40 }, (_, i) => kShape(envelopes(100 + i, n, shape)));
  const values = estimates.map(({ value }) => value);

  test('is found on the average within 4 %', () => {
    expect(Math.abs(values.reduce((sum, v) => sum + v, 0) / 40 / shape - 1)).toBeLessThan(0.04);
  });

  test('and scatters as its stated error says', () => {
    const stated = estimates.reduce((sum, { standardError }) => sum + standardError, 0) / 40;
    expect(spread(values) / stated).toBeGreaterThan(0.7);
    expect(spread(values) / stated).toBeLessThan(1.4);
  });
});
