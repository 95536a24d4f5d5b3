/** @file Gradient noise: its statistics, its period, and thresholds that cut off the share asked for. */
import { describe, expect, test } from 'vitest';
import { createNoise, NOISE_PERIOD, noiseThreshold } from '../../../src/core/math/noise.ts';

const sample = (noise: (x: number, y: number, z: number) => number): number[] => {
  const out: number[] = [];
  for (let i = 0; i < 24; i++) {
    for (let j = 0; j < 24; j++) for (let k = 0; k < 24; k++) out.push(noise(i * 1.31, j * 1.27, k * 1.33));
  }
  return out;
};

describe('gradient noise', () => {
  const noise = createNoise(5, 'test');

  test('has mean 0 and a standard deviation of about a third', () => {
    const values = sample(noise);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(sd).toBeGreaterThan(0.28);
    expect(sd).toBeLessThan(0.4);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1.4);
  });

  test('is smooth across cell borders', () => {
    for (const at of [1, 2, 17]) {
      expect(noise(at - 1e-7, 0.4, 0.6)).toBeCloseTo(noise(at + 1e-7, 0.4, 0.6), 5);
    }
  });

  test('repeats after its period, also a shorter one and on the negative side', () => {
    expect(noise(0.3 - NOISE_PERIOD, 1.7, 2.9)).toBeCloseTo(noise(0.3, 1.7, 2.9), 12);
    const tiled = createNoise(5, 'tiled', [8, 16, 4]);
    expect(tiled(0.3 + 8, 1.7 - 16, 2.9 + 4)).toBeCloseTo(tiled(0.3, 1.7, 2.9), 12);
  });

  test('depends on seed and name only', () => {
    expect(createNoise(5, 'test')(1.2, 3.4, 5.6)).toBe(noise(1.2, 3.4, 5.6));
    expect(createNoise(6, 'test')(1.2, 3.4, 5.6)).not.toBe(noise(1.2, 3.4, 5.6));
    expect(createNoise(5, 'other')(1.2, 3.4, 5.6)).not.toBe(noise(1.2, 3.4, 5.6));
  });

  test.each([0.05, 0.3, 0.5, 0.9])('a threshold for a share of %f cuts off that share', (share) => {
    const threshold = noiseThreshold(noise, share);
    const values = sample(noise);
    expect(Math.abs(values.filter((v) => v > threshold).length / values.length - share)).toBeLessThan(0.03);
  });

  test('a threshold for nothing and for everything', () => {
    expect(noiseThreshold(noise, 0)).toBeGreaterThan(1.4);
    expect(noiseThreshold(noise, 1)).toBeLessThan(-1.4);
  });
});
