/** @file A step in which nothing snaps: braked sideways until it can be followed, and not taken when it finds no rest. */
import { describe, expect, test } from 'vitest';
import { unhurried } from '../../../../src/core/mechanics/limb/unhurried.ts';
import { COLUMN } from '../../../../src/core/mechanics/rod/band.ts';
import type { Load } from '../../../../src/core/mechanics/rod/newton.ts';
import { commit, createRod, type Rod } from '../../../../src/core/mechanics/rod/rod.ts';
import { createSystem } from '../../../../src/core/mechanics/rod/system.ts';

const LIMITS = { iterations: 48, toleranceN: 5e-4, moveMm: 0.5 };
const NODES = 21;
const TIP = 4 * (NODES - 1);

/** 20 mm of EI 10 N mm^2, clamped. */
const cantilever = (): Rod => {
  const rod = createRod({ edgesMm: Array(NODES - 1).fill(1), ei: () => 10, gj: () => 10, ea: 1000 });
  rod.held.fill(1, 0, 8);
  rod.from = 2;
  return rod;
};

/** Draws the tip sideways to 3 mm like a spring. */
const drawn: Load = (rod, { gradient, band }) => {
  gradient[TIP] = gradient[TIP]! + 0.05 * (rod.q[TIP]! - 3);
  band[COLUMN * TIP] = band[COLUMN * TIP]! + 0.05;
};

describe('a wire that would snap round', () => {
  test('goes no further in a step than can be followed, and arrives where it would have gone', () => {
    const rod = cantilever();
    const solve = unhurried(rod, createSystem(rod), [drawn], 240);
    let most = 0;
    for (let i = 0; i < 200; i++) {
      expect(solve(LIMITS).residualN).toBeLessThan(1e-3);
      most = Math.max(most, Math.abs(rod.q[TIP]! - rod.before[TIP]!));
      commit(rod);
    }
    expect(most).toBeGreaterThan(0.05);
    expect(most).toBeLessThanOrEqual(0.3);
    // spring against cantilever: k = 3 EI / L^3 over its free 19 mm
    const k = (3 * 10) / 19 ** 3;
    expect(rod.q[TIP]! / ((3 * 0.05) / (0.05 + k))).toBeCloseTo(1, 1);
  });

  test('is not braked when it goes little', () => {
    const rod = cantilever();
    const gentle: Load = (r, { gradient, band }) => {
      gradient[TIP] = gradient[TIP]! + 0.05 * (r.q[TIP]! - 0.2);
      band[COLUMN * TIP] = band[COLUMN * TIP]! + 0.05;
    };
    unhurried(rod, createSystem(rod), [gentle], 240)(LIMITS);
    expect(rod.q[TIP]).toBeGreaterThan(0.15);
  });
});

test('a step that finds no rest is not taken: the wire stays where it was', () => {
  const rod = cantilever();
  // what pushes to and fro by turns has no rest
  let sign = 1;
  const restless: Load = (_, { gradient }) => {
    sign = -sign;
    gradient[TIP] = gradient[TIP]! + 5 * sign;
  };
  const before = Float64Array.from(rod.q);
  const { residualN } = unhurried(rod, createSystem(rod), [restless], 240)(LIMITS);
  expect(residualN).toBeGreaterThan(0.5);
  expect(rod.q).toEqual(before);
  // and its frames are those of where it is
  for (let e = 2; e < NODES - 1; e++)
    expect([...rod.frames.tangent.slice(3 * e, 3 * e + 3)]).toEqual([0, 0, 1]);
});
