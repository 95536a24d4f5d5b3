/** @file Bleeding through a hole against Bernoulli, and where minor ends. */
import { describe, expect, test } from 'vitest';
import { bleedingMlS, severityOf } from '../../../../src/core/mechanics/wounds/perforation.ts';

describe('bleeding', () => {
  test('is that of an orifice half as wide as what made it', () => {
    // 40 mmHg = 5333 Pa, 1060 kg/m^3: 3.17 m/s through a circle of 0.1 mm, contraction 0.6
    const speed = Math.sqrt((2 * 5333) / 1060);
    const m3PerS = 0.6 * (Math.PI / 4) * 1e-4 ** 2 * speed;
    expect(bleedingMlS(0.2, 40)).toBeCloseTo(m3PerS * 1e6, 5);
  });

  test('grows with the square of the hole and the root of the pressure', () => {
    expect(bleedingMlS(0.4, 40) / bleedingMlS(0.2, 40)).toBeCloseTo(4, 9);
    expect(bleedingMlS(0.2, 90) / bleedingMlS(0.2, 40)).toBeCloseTo(1.5, 9);
  });

  test('a wire’s hole is minor, a catheter’s is major, and so is one that has bled for long', () => {
    expect(severityOf({ holeMm: 0.356, bledMl: 2.9 })).toBe('minor');
    expect(severityOf({ holeMm: 1.33, bledMl: 0 })).toBe('major');
    expect(severityOf({ holeMm: 0.2, bledMl: 5 })).toBe('major');
  });
});
