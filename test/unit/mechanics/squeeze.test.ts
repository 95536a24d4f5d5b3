/** @file Clearance in calcium: a ring by its closed form, an arc that moves over, and what friction makes of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import type { Tissue } from '../../../src/core/anatomy/tissue.ts';
import { slideOff, squeezeN, tooNarrowMm } from '../../../src/core/mechanics/squeeze.ts';

/** Nothing but an arc of calcium about the middle, from this radius on. */
const arc = (fromMm: number, degrees: number): Tissue =>
  ({
    referenceMaterialAt: (_: number, x: number, y: number) => {
      const r = Math.hypot(x, y);
      const angle = Math.abs((Math.atan2(y, x) * 180) / Math.PI);
      return r >= fromMm - 1e-9 && angle <= degrees / 2 ? MATERIAL.calcium : MATERIAL.media;
    },
  }) as unknown as Tissue;

const middle = { x: 0, y: 0 };
const SLACK_MM = 0.12;

describe('clearance', () => {
  test.each([0.2, 0.3, 0.5, 0.7])('of a ring at %d mm: what it would have to be stretched by', (r) => {
    for (const radius of [0.45, 0.665]) {
      const stretch = Math.sqrt(r * r + radius * radius) - r;
      expect(tooNarrowMm(arc(r, 360), 0, middle, radius)).toBeCloseTo(Math.max(0, stretch - SLACK_MM), 6);
    }
  });

  test.each([60, 120, 150])('an arc of %d degrees moves over as one piece', (degrees) => {
    expect(tooNarrowMm(arc(0.3, degrees), 0, middle, 0.665)).toBe(0);
  });

  test('no calcium, no resistance', () => {
    expect(tooNarrowMm(arc(9, 360), 0, middle, 0.665)).toBe(0);
  });

  test('more arc, a nearer one, or a thicker catheter never make it easier', () => {
    const radius = fc.double({ min: 0.35, max: 0.8, noNaN: true });
    const degrees = fc.integer({ min: 1, max: 350 });
    fc.assert(
      fc.property(radius, degrees, fc.integer({ min: 1, max: 7 }), (r, deg, tenths) => {
        const near = tenths / 10;
        const e = tooNarrowMm(arc(near, deg), 0, middle, r);
        expect(tooNarrowMm(arc(near, deg + 10), 0, middle, r)).toBeGreaterThanOrEqual(e - 1e-9);
        expect(tooNarrowMm(arc(near + 0.1, deg), 0, middle, r)).toBeLessThanOrEqual(e + 1e-9);
        expect(tooNarrowMm(arc(near, deg), 0, middle, r + 0.1)).toBeGreaterThanOrEqual(e - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a nose beside calcium', () => {
  /** Calcium on one side of a straight face. */
  const face = (xMm: number): Tissue =>
    ({
      referenceMaterialAt: (_: number, x: number) => (x >= xMm ? MATERIAL.calcium : MATERIAL.media),
    }) as unknown as Tissue;

  test.each([-0.05, 0, 0.05])('slides off a face at %d mm, nearly square to it, and passes', (x) => {
    const at = { x: 0, y: 0 };
    expect(tooNarrowMm(face(x), 0, at, 0.665)).toBeGreaterThan(0);
    slideOff(face(x), 0, at, 0.665);
    expect(tooNarrowMm(face(x), 0, at, 0.665)).toBe(0);
    expect(at.x).toBeLessThan(0);
    expect(at.x).toBeGreaterThanOrEqual(-0.4 - 1e-9);
    expect(Math.abs(at.y)).toBeLessThan(0.15 * Math.abs(at.x)); // 24 directions
  });

  test('stays where it passes, and in the middle of a ring', () => {
    for (const tissue of [arc(9, 360), arc(0.3, 150), arc(0.3, 360)]) {
      const at = { x: 0, y: 0 };
      slideOff(tissue, 0, at, 0.665);
      expect(Math.hypot(at.x, at.y)).toBe(0);
    }
  });

  test('never goes to where it is tighter', () => {
    const offset = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 1, max: 360 }), (x, y, degrees) => {
        const at = { x, y };
        const before = tooNarrowMm(arc(0.2, degrees), 0, at, 0.665);
        slideOff(arc(0.2, degrees), 0, at, 0.665);
        expect(tooNarrowMm(arc(0.2, degrees), 0, at, 0.665)).toBeLessThanOrEqual(before);
        expect(Math.hypot(at.x - x, at.y - y)).toBeLessThanOrEqual(0.4 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

test('force is friction times what presses', () => {
  const tissue = arc(0.3, 360);
  const narrow = tooNarrowMm(tissue, 0, middle, 0.665);
  expect(squeezeN(tissue, 0, middle, 0.665, 0.08)).toBeCloseTo(0.08 * 40 * 3 * narrow, 9);
  expect(squeezeN(tissue, 0, middle, 0.665, 0.08)).toBeGreaterThan(2);
  expect(squeezeN(arc(0.3, 150), 0, middle, 0.665, 0.08)).toBe(0);
});
