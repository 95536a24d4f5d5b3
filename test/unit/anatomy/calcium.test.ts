/** @file Calcium and cleft: plates have the shape they claim, the cleft is free, windows are clear, the plate hides. */
import { describe, expect, test } from 'vitest';
import { bucketPlates, plateSpan, platesNear } from '../../../src/core/anatomy/calcium.ts';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import type { Anatomy, CalciumPlate, Tissue } from '../../../src/core/anatomy/tissue.ts';
import { wallRadius } from '../../../src/core/anatomy/wall-maps.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { sampleEven } from '../../../src/core/math/interpolate.ts';

const plate = (change: Partial<CalciumPlate> = {}): CalciumPlate => ({
  site: 'medial',
  startMm: 10,
  endMm: 20,
  angleRad: 3,
  arcRad: 2,
  depthMm: 0.2,
  thicknessMm: 0.3,
  density: 1.2,
  ...change,
});
const WALL = { lumen: 1, iel: 1.4, eem: 1.6 };
const span = (p: CalciumPlate, s: number, angle: number) => {
  const out = { inner: 0, outer: 0 };
  return plateSpan(p, s, angle, WALL, out) ? out : null;
};

describe('a plate', () => {
  test('medial: lies below the EEM with its full thickness in the middle', () => {
    const middle = span(plate(), 15, 3)!;
    expect(middle.inner).toBeCloseTo(1.4, 12);
    expect(middle.outer).toBeCloseTo(1.7, 12);
  });

  test('intimal: lies outside the lumen and never passes the IEL', () => {
    const thin = span(plate({ site: 'intimal', depthMm: 0.1 }), 15, 3)!;
    expect(thin).toEqual({ inner: 1.1, outer: 1.4 });
    expect(span(plate({ site: 'intimal', depthMm: 0.1, thicknessMm: 2 }), 15, 3)!.outer).toBe(1.4);
  });

  test('nodular: bulges into the lumen in the middle and comes back to its surface at the rim', () => {
    const nodule = plate({ site: 'nodular', depthMm: -0.3, thicknessMm: 0.6 });
    expect(span(nodule, 15, 3)!.inner).toBeCloseTo(0.7, 12);
    expect(span(nodule, 15, 3.95)!.inner).toBeGreaterThan(0.9);
  });

  test('ends at its length and its arc, sharply', () => {
    expect(span(plate(), 9.99, 3)).toBeNull();
    expect(span(plate(), 20.01, 3)).toBeNull();
    expect(span(plate(), 15, 3.99)).not.toBeNull();
    expect(span(plate(), 15, 4.01)).toBeNull();
    expect(span(plate(), 10.1, 3.9)).toBeNull();
  });

  test('crosses the zero of the angle', () => {
    const across = plate({ angleRad: -0.1 });
    expect(span(across, 15, 0.5)).not.toBeNull();
    expect(span(across, 15, 2 * Math.PI - 0.9)).not.toBeNull();
    expect(span(across, 15, Math.PI)).toBeNull();
  });

  test('a full ring has no gap', () => {
    for (let a = 0; a < 6.28; a += 0.05) expect(span(plate({ arcRad: 2 * Math.PI }), 15, a)).not.toBeNull();
  });

  test('is found in every bucket it touches and no other', () => {
    const buckets = bucketPlates([plate()], 0, 0.5, 60);
    for (let s = 10.01; s < 20; s += 0.1) expect(platesNear(buckets, s)).toHaveLength(1);
    expect(platesNear(buckets, 9.4)).toHaveLength(0);
    expect(platesNear(buckets, 21)).toHaveLength(0);
    expect(platesNear(buckets, -3)).toHaveLength(0);
    expect(platesNear(buckets, 900)).toHaveLength(0);
  });
});

const cleftAt = (anatomy: Anatomy, s: number) => {
  const { cleft } = anatomy.target;
  const x = sampleEven(cleft.x, cleft.startMm, cleft.stepMm, s);
  const y = sampleEven(cleft.y, cleft.startMm, cleft.stepMm, s);
  return { x, y, r: Math.hypot(x, y), angle: Math.atan2(y, x) };
};

/** Thickness of calcium between the cleft and the lumen's middle, along a ray that leaves the cleft off-axis. */
const calciumInward = (tissue: Tissue, s: number, offAxis: number): number => {
  const c = cleftAt(tissue.anatomy, s);
  const heading = c.angle + Math.PI + offAxis;
  let hits = 0;
  for (let d = 0; d < c.r; d += 0.01) {
    const m = tissue.referenceMaterialAt(s, c.x + d * Math.cos(heading), c.y + d * Math.sin(heading));
    if (m === MATERIAL.calcium) hits++;
  }
  return hits * 0.01;
};

describe.each(CASE_LIBRARY.map((c) => [c.id, c] as const))('%s', (_, file) => {
  const anatomy = anatomyOf(file);
  const tissue = createTissue(anatomy);
  const { cleft, occlusion, wall } = anatomy.target;

  test('the cleft starts in the lumen, runs in the media and ends blind beyond the occlusion', () => {
    const first = cleftAt(anatomy, cleft.startMm);
    expect(first.r).toBeLessThan(0.6 * wallRadius(wall, 'lumen', cleft.startMm, first.angle));
    expect(cleft.startMm).toBeLessThan(occlusion.startMm);
    for (let s = occlusion.startMm + 4; s <= cleft.endMm; s += 1) {
      const c = cleftAt(anatomy, s);
      expect(c.r).toBeGreaterThan(wallRadius(wall, 'iel', s, c.angle));
      expect(c.r).toBeLessThan(wallRadius(wall, 'eem', s, c.angle));
    }
    expect(cleft.endMm).toBeGreaterThan(occlusion.endMm + 10);
  });

  test('it bends no more than a wire follows', () => {
    for (let s = cleft.startMm + 1; s < cleft.endMm - 1; s += 0.5) {
      const [a, b, c] = [cleftAt(anatomy, s - 1), cleftAt(anatomy, s), cleftAt(anatomy, s + 1)];
      expect(Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y)).toBeLessThan(0.15);
    }
  });

  test('no calcium lies in the cleft or beside it within the media', () => {
    const hits: number[] = [];
    for (let s = cleft.startMm; s <= cleft.endMm; s += 0.5) {
      const c = cleftAt(anatomy, s);
      for (const turn of [-0.35, -0.2, 0, 0.2, 0.35]) {
        const x = c.r * Math.cos(c.angle + turn);
        const y = c.r * Math.sin(c.angle + turn);
        const inWall = c.r > wallRadius(wall, 'iel', s, c.angle + turn);
        if (inWall && tissue.referenceMaterialAt(s, x, y) === MATERIAL.calcium) hits.push(s);
      }
    }
    expect(hits).toEqual([]);
  });

  test('the windows of the case are free of calcium on the side that faces the cleft', () => {
    expect(file.anatomy.calcium.windows.length).toBeGreaterThan(0);
    for (const w of file.anatomy.calcium.windows) {
      for (let s = w.startMm + 0.5; s < w.endMm; s += 1) {
        for (const off of [-0.5, -0.25, 0, 0.25, 0.5])
          expect(calciumInward(tissue, s, off), `at ${s}`).toBe(0);
      }
    }
  });
});

describe('the flagship', () => {
  const file = CASE_LIBRARY[0]!;
  const anatomy = anatomyOf(file);
  const tissue = createTissue(anatomy);
  const { endMm, startMm } = anatomy.target.occlusion;

  test('is the posterior tibial occlusion of 150 mm that the lessons are written for', () => {
    expect(file.id).toBe('pta-flagship');
    expect(endMm - startMm).toBe(150);
    expect(anatomy.target.rvdMm).toBe(2.5);
  });

  test('a thick plate stands between cleft and lumen around the distal cap', () => {
    for (let s = endMm - 10; s <= endMm + 2; s += 1) {
      for (const off of [-0.6, -0.3, 0, 0.3, 0.6]) {
        // 0.48 mm of calcium hides what is behind it at 60 MHz (physics notes, 60-MHz IVUS vs OFDI)
        expect(calciumInward(tissue, s, off), `at ${s}, ${off}`).toBeGreaterThan(0.4);
      }
    }
  });

  test('its windows lie where the lesson says', () => {
    expect(file.anatomy.calcium.windows).toEqual([
      { startMm: endMm - 40, endMm: endMm - 15 },
      { startMm: endMm + 5, endMm: endMm + 24 },
    ]);
  });
});
