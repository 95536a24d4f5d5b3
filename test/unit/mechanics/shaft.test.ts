/** @file The shaft between hub and limb against closed forms: lag, dead band, capstan, and what turning does to pushing. */
import { describe, expect, test } from 'vitest';
import {
  createShaft,
  type FarEnd,
  hubMoment,
  type ShaftSpec,
  stepShaft,
} from '../../../src/core/mechanics/shaft.ts';

const SPEC: ShaftSpec = {
  lengthMm: 900,
  gj: 100,
  radiusMm: 0.178,
  friction: 0.06,
  sideNPerMm: 0.01,
  bendPerMm: 0,
};
const FREE: FarEnd = { momentNmm: 0, stiffness: 0, thrustN: 0 };
const LAG = (SPEC.friction * SPEC.radiusMm * SPEC.sideNPerMm * SPEC.lengthMm ** 2) / (2 * SPEC.gj);

const turnBy = (shaft: ReturnType<typeof createShaft>, rad: number, steps = 200, spec = SPEC, end = FREE) => {
  let last = { turnRad: 0, hubN: 0 };
  for (let i = 0; i < steps; i++) last = stepShaft(shaft, spec, 0, rad / steps, end);
  return last;
};
const lagOf = ({ turned }: ReturnType<typeof createShaft>): number => turned[0]! - turned.at(-1)!;

describe('turning', () => {
  test('lags by mu r n L^2 / 2 GJ, and takes mu r n L at the hub', () => {
    const shaft = createShaft();
    turnBy(shaft, 3);
    expect(lagOf(shaft) / LAG).toBeCloseTo(1, 1);
    const whole = SPEC.friction * SPEC.radiusMm * SPEC.sideNPerMm * SPEC.lengthMm;
    expect(hubMoment(shaft, SPEC) / whole).toBeCloseTo(1, 2);
    expect((LAG * 180) / Math.PI).toBeCloseTo(24.8, 0);
  });

  test('without friction the far end is where the hub is', () => {
    const shaft = createShaft();
    turnBy(shaft, 3, 50, { ...SPEC, friction: 0 });
    expect(Math.abs(lagOf(shaft))).toBeLessThan(1e-6);
  });

  test('after a reversal the far end stays until the hub has come back by twice the lag', () => {
    const shaft = createShaft();
    turnBy(shaft, 3);
    const held = shaft.turned.at(-1)!;
    turnBy(shaft, -1.8 * LAG);
    expect(Math.abs(shaft.turned.at(-1)! - held)).toBeLessThan(0.15 * LAG);
    turnBy(shaft, -3);
    expect(lagOf(shaft) / -LAG).toBeCloseTo(1, 1);
  });

  test('what is wound up and held does not creep', () => {
    const shaft = createShaft();
    turnBy(shaft, 0.5);
    const before = [...shaft.turned];
    for (let i = 0; i < 2000; i++) stepShaft(shaft, SPEC, 0, 0, FREE);
    shaft.turned.forEach((turn, i) => {
      expect(turn).toBeCloseTo(before[i]!, 6);
    });
  });

  test('a far end that holds is wound up against', () => {
    const shaft = createShaft();
    for (let i = 0; i < 100; i++) {
      const momentNmm = 0.05 * shaft.turned.at(-1)!;
      stepShaft(shaft, { ...SPEC, friction: 0 }, 0, 0.02, { momentNmm, stiffness: 0.05, thrustN: 0 });
    }
    // two springs in a row: GJ / L and the holder's
    const spring = SPEC.gj / SPEC.lengthMm;
    expect(shaft.turned.at(-1)! / 2).toBeCloseTo(spring / (spring + 0.05), 2);
  });
});

describe('pushing', () => {
  test('costs mu n L, and no more than that however long it goes on', () => {
    const shaft = createShaft();
    let hubN = 0;
    for (let i = 0; i < 100; i++) ({ hubN } = stepShaft(shaft, SPEC, 0.05, 0, FREE));
    expect(hubN).toBeCloseTo(SPEC.friction * SPEC.sideNPerMm * SPEC.lengthMm, 6);
  });

  test('over a bend it grows as exp(mu phi)', () => {
    const shaft = createShaft();
    const bent = { ...SPEC, sideNPerMm: 0, friction: 0.2, bendPerMm: Math.PI / SPEC.lengthMm };
    let hubN = 0;
    for (let i = 0; i < 200; i++) ({ hubN } = stepShaft(shaft, bent, 0.05, 0, { ...FREE, thrustN: 0.5 }));
    expect(hubN / 0.5 / Math.exp(0.2 * Math.PI)).toBeCloseTo(1, 1);
  });

  test('is all but free while the shaft spins', () => {
    const shaft = createShaft();
    turnBy(shaft, 3);
    let hubN = 0;
    for (let i = 0; i < 300; i++) ({ hubN } = stepShaft(shaft, SPEC, 0.001, 0.01 / SPEC.radiusMm, FREE));
    const alone = SPEC.friction * SPEC.sideNPerMm * SPEC.lengthMm;
    expect(hubN / alone).toBeGreaterThan(0.07);
    expect(hubN / alone).toBeLessThan(0.13);
  });
});
