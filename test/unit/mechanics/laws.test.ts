/** @file The laws behind the motion, against the figures they were taken from. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { createCurve } from '../../../src/core/math/curve.ts';
import { availableN, gaugeOf, peelN, punctureN, swingN } from '../../../src/core/mechanics/resistance.ts';
import { followHub, torqueLag } from '../../../src/core/mechanics/torque.ts';
import { findWire, NEWTON_PER_GF, WIRE_CLASSES } from '../../../src/core/mechanics/wires.ts';

const gf = (newton: number): number => newton / NEWTON_PER_GF;
const wire = (id: string) => findWire(id)!;

describe('tip load', () => {
  test.each(WIRE_CLASSES)('$id does at 10 mm what its label says, and four times that at 5 mm', (kind) => {
    expect(gf(availableN(kind, 10, 100))).toBeCloseTo(kind.tipLoadGf, 9);
    expect(availableN(kind, 5, 100) / availableN(kind, 10, 100)).toBeCloseTo(4, 9);
  });

  test('stiffness follows from it: 1 gf is 0.0486 N mm^2', () => {
    expect(wire('workhorse-1').tipEi).toBeCloseTo(0.0486, 3);
    expect(wire('tapered-12').tipEi).toBeCloseTo(0.58, 2);
  });

  test('fingers give no more than 2.5 N, however close the support', () => {
    expect(availableN(wire('tapered-20'), 0.1, 100)).toBe(2.5);
  });
});

describe('penetration', () => {
  const thin = gaugeOf(wire('tapered-20'));
  const blunt = gaugeOf(wire('jacket-3'));

  test('scales to the tips as the limb measurements were projected (4.8 / 11 gf soft, 19 / 44 gf hard)', () => {
    expect(gf(punctureN(thin, MATERIAL.looseFibrous))).toBeCloseTo(4.8, 1);
    expect(gf(punctureN(blunt, MATERIAL.looseFibrous))).toBeCloseTo(11.1, 1);
    expect(gf(punctureN(thin, MATERIAL.denseFibrous))).toBeCloseTo(18.9, 1);
    expect(gf(punctureN(blunt, MATERIAL.denseFibrous))).toBeCloseTo(43.9, 0);
  });

  test('the adventitia takes 18 gf from a 0.008 inch tip and 32 gf from a blunt one', () => {
    expect(gf(thin.perforationN)).toBeCloseTo(18.2, 1);
    expect(gf(blunt.perforationN)).toBeCloseTo(31.9, 1);
  });

  test('a 3.5 gf jacket wire opens the cleft (3.6 gf) but not intact media', () => {
    expect(gf(blunt.cleftN)).toBeCloseTo(3.6, 1);
    expect(gf(blunt.mediaN)).toBeGreaterThan(10);
    expect(peelN(blunt, 0.1)).toBe(blunt.cleftN);
    expect(peelN(blunt, 1)).toBeCloseTo(blunt.mediaN, 12);
  });

  test('keeps the ratios that make the choice of wire a dilemma', () => {
    for (const kind of WIRE_CLASSES) {
      const gauge = gaugeOf(kind);
      expect(gauge.perforationN / gauge.cleftN).toBeGreaterThan(4);
      expect(punctureN(gauge, MATERIAL.denseFibrous) / punctureN(gauge, MATERIAL.looseFibrous)).toBeCloseTo(
        4,
        0,
      );
      expect(punctureN(gauge, MATERIAL.calcium)).toBe(Number.POSITIVE_INFINITY);
    }
  });
});

test('a tip swings as a cantilever: 3 EI angle / L^2', () => {
  const kind = wire('tapered-12');
  expect(swingN(kind, 0.5, 2)).toBeCloseTo((3 * kind.tipEi * 0.5) / 4, 12);
});

describe('torque', () => {
  const straight = createCurve(
    [
      { x: 0, y: 0, z: 0 },
      { x: 0, y: 0, z: 400 },
    ],
    0,
    1,
  );
  const deg = 180 / Math.PI;

  test('lags by mu r n L^2 / 2 GJ on a straight route', () => {
    // 900 mm, 0.01 N/mm, GJ 100: 20.7 degrees at mu 0.05
    expect(torqueLag(0.05, straight, 300, 300, 0) * deg).toBeCloseTo(20.65, 1);
  });

  test('bends and gripping tissue add to it', () => {
    const bent = createCurve(
      [...Array(40).keys()].map((i) => ({ x: 100 * Math.cos(i / 20), y: 0, z: 100 * Math.sin(i / 20) })),
      0,
      1,
    );
    const s = bent.endMm;
    expect(torqueLag(0.05, bent, s, s, 0)).toBeGreaterThan(torqueLag(0.05, straight, s, s, 0) * 1.05);
    expect(torqueLag(0.05, straight, 300, 300, 100) * deg).toBeCloseTo(20.65 + 21.2, 0);
  });

  test('the tip follows within the lag, sticks on reversal for twice the lag, then whips after', () => {
    const t = { hubRollRad: 0, tipRollRad: 0, turning: false };
    const lag = 0.4;
    for (let i = 0; i < 2400; i++) {
      t.hubRollRad += 1 / 240;
      followHub(t, lag, 1 / 240);
    }
    const behind = t.hubRollRad - t.tipRollRad;
    expect(behind).toBeGreaterThan(lag * 0.99);
    expect(behind).toBeLessThan(lag * 1.6);
    const held = t.tipRollRad;
    for (let i = 0; i < 240 * 0.75; i++) {
      t.hubRollRad -= 1 / 240;
      followHub(t, lag, 1 / 240);
    }
    expect(Math.abs(t.tipRollRad - held)).toBeLessThan(0.16);
    for (let i = 0; i < 240; i++) {
      t.hubRollRad -= 1 / 240;
      followHub(t, lag, 1 / 240);
    }
    expect(t.tipRollRad).toBeLessThan(held - 0.5);
  });
});
