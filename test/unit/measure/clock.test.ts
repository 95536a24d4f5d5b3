/** @file Clock face and image angle agree with the stated convention, and with each other both ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockDistance,
  clockOfPsi,
  imagePoint,
  polarOf,
  psiOfClock,
} from '../../../src/core/measure/clock.ts';

const DEG = Math.PI / 180;
const angle = fc.double({ min: -50, max: 50, noNaN: true });

describe('clock face', () => {
  it.each([
    [0, 9],
    [90, 0],
    [180, 3],
    [270, 6],
    [120, 1],
  ])('psi %d deg is %d o’clock', (psiDeg, hours) => {
    expect(clockOfPsi(psiDeg * DEG)).toBeCloseTo(hours, 12);
    expect(psiOfClock(hours)).toBeCloseTo(psiDeg * DEG, 12);
  });

  it('takes 12 for 0', () => {
    expect(psiOfClock(12)).toBeCloseTo(psiOfClock(0), 12);
  });

  it('stays in range and comes back to the same direction', () => {
    fc.assert(
      fc.property(angle, (psi) => {
        const hours = clockOfPsi(psi);
        expect(hours).toBeGreaterThanOrEqual(0);
        expect(hours).toBeLessThan(12);
        expect(Math.cos(psiOfClock(hours) - psi)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('measures the short way round', () => {
    expect(clockDistance(11.5, 0.5)).toBeCloseTo(1, 12);
    expect(clockDistance(3, 9)).toBe(6);
  });
});

describe('image points', () => {
  it('puts 12 o’clock up and 3 o’clock right, seen from proximal', () => {
    const up = imagePoint(psiOfClock(0), 2);
    expect(up.x).toBeCloseTo(0, 12);
    expect(up.y).toBeCloseTo(2, 12);
    const right = imagePoint(psiOfClock(3), 2);
    expect(right.x).toBeCloseTo(2, 12);
    expect(imagePoint(psiOfClock(3), 2, true).x).toBeCloseTo(-2, 12);
  });

  it('inverts, mirrored or not', () => {
    fc.assert(
      fc.property(
        angle,
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.boolean(),
        (psi, range, mirrored) => {
          const back = polarOf(imagePoint(psi, range, mirrored), mirrored);
          expect(back.rangeMm).toBeCloseTo(range, 9);
          expect(Math.cos(back.psi - psi)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('agrees with the leg: looking distally with anterior up, the patient’s left is on the left', () => {
    // Leg frame x = patient's left, y = anterior, z = distal; azimuth from +x towards +y, catheter roll 0.
    const left = imagePoint(0, 1);
    const anterior = imagePoint(Math.PI / 2, 1);
    expect(left.x).toBeCloseTo(-1, 12);
    expect(anterior.y).toBeCloseTo(1, 12);
  });
});
