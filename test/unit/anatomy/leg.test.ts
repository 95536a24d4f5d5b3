/** @file The leg: courses, take-off and bend of the anterior tibial artery, mirror image of the other leg, filling. */
import { describe, expect, test } from 'vitest';
import { createAnatomy } from '../../../src/core/anatomy/create-anatomy.ts';
import type { Anatomy } from '../../../src/core/anatomy/tissue.ts';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { type Curve, frameAt } from '../../../src/core/math/curve.ts';
import { distance, dot, vec3 } from '../../../src/core/math/vec3.ts';

const DEG = 180 / Math.PI;
const specOf = (id: string) => {
  const file = CASE_LIBRARY.find((c) => c.id === id)!;
  return { caseId: id, ...file.anatomy };
};
const legs: Record<string, Anatomy> = {
  PTA: createAnatomy({ ...specOf('pta-flagship'), side: 'right' }),
  ATA: createAnatomy({ ...specOf('ata-round-the-arch'), side: 'right' }),
  peroneal: createAnatomy({ ...specOf('peroneal-long-way'), side: 'right' }),
};

/** Radius of curvature at a station, mm, from tangents 2 mm apart. */
const bendRadius = (curve: Curve, s: number): number => {
  const cosine = Math.min(1, dot(frameAt(curve, s - 1).t, frameAt(curve, s + 1).t));
  return 2 / Math.max(1e-9, Math.acos(cosine));
};
const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

describe.each(Object.entries(legs))('route to the %s', (_, anatomy) => {
  const { curve } = anatomy.target;

  test('starts at the sheath, has the step of the maps, and ends with the vessel', () => {
    expect(curve.startMm).toBe(-120);
    expect(curve.stepMm).toBeCloseTo(0.5, 3);
    expect(curve.endMm).toBeGreaterThan(250);
  });

  test('runs down the leg without a kink', () => {
    expect(frameAt(curve, curve.endMm).origin.z).toBeGreaterThan(frameAt(curve, -120).origin.z + 300);
    for (const s of range(-115, curve.endMm - 5, 1)) expect(bendRadius(curve, s)).toBeGreaterThan(6.5);
  });
});

test('the anterior tibial artery leaves at 60-90 deg and rounds a 10-15 mm bend', () => {
  const { curve } = legs.ATA!.target;
  const axis = frameAt(curve, -6).t;
  const takeOff = Math.max(...range(0, 20, 0.5).map((s) => DEG * Math.acos(dot(axis, frameAt(curve, s).t))));
  expect(takeOff).toBeGreaterThan(60);
  expect(takeOff).toBeLessThan(90);
  // after the ostium's own turn comes the arch
  const steepest = range(0, 20, 0.5).reduce((best, s) =>
    dot(axis, frameAt(curve, s).t) < dot(axis, frameAt(curve, best).t) ? s : best,
  );
  const arch = Math.min(...range(steepest + 4, steepest + 22, 0.5).map((s) => bendRadius(curve, s)));
  expect(arch).toBeGreaterThan(10);
  expect(arch).toBeLessThan(15);
});

test('it crosses the interosseous membrane 20-30 mm after its origin and runs in front of it', () => {
  const { leg, target } = legs.ATA!;
  // the membrane spans tibia and fibula: their mean front-to-back position at the same height
  const membrane = (z: number): number => {
    const at = leg.bones.map(({ points }) => {
      const i = points.findIndex((p, k) => k > 0 && p.z >= z);
      const [a, b] = [points[i - 1]!, points[i]!];
      return a.y + ((b.y - a.y) * (z - a.z)) / (b.z - a.z);
    });
    return (at[0]! + at[1]!) / 2;
  };
  const ahead = (s: number) => {
    const { y, z } = frameAt(target.curve, s).origin;
    return y - membrane(z);
  };
  expect(ahead(0)).toBeLessThan(0);
  const crossing = range(0, 60, 0.5).find((s) => ahead(s) > 0)!;
  expect(crossing).toBeGreaterThanOrEqual(18);
  expect(crossing).toBeLessThanOrEqual(32);
  for (const s of range(40, 280, 10)) expect(ahead(s)).toBeGreaterThan(0);
});

test('the posterior tibial artery ends medial, behind the ankle; the peroneal stays lateral', () => {
  const pta = frameAt(legs.PTA!.target.curve, 285).origin;
  expect(pta.x).toBeGreaterThan(15);
  expect(pta.y).toBeLessThan(0);
  for (const s of range(60, 250, 10)) {
    expect(frameAt(legs.peroneal!.target.curve, s).origin.x).toBeLessThan(-5);
  }
});

test('a left leg is the mirror image of a right one', () => {
  const left = createAnatomy({ ...specOf('pta-flagship'), side: 'left' });
  const right = legs.PTA!;
  expect(left.leg.side).toBe('left');
  for (const s of [-100, -20]) {
    const a = frameAt(left.target.curve, s).origin;
    const b = frameAt(right.target.curve, s).origin;
    expect(distance(a, vec3(-b.x, b.y, b.z))).toBeLessThan(0.05);
  }
  expect(frameAt(left.target.curve, 280).origin.x).toBeLessThan(-15);
});

describe.each(Object.entries(legs))('tree around the %s', (name, anatomy) => {
  const { vessels } = anatomy.leg;
  const byId = new Map(vessels.map((v) => [v.id, v]));

  test('has every vessel once, each but the first hanging on another', () => {
    expect(byId.size).toBe(vessels.length);
    for (const v of vessels) {
      if (v.parent !== null) expect(byId.has(v.parent)).toBe(true);
      expect(v.radiusMm.length).toBe(v.curve.frames.length);
      expect(Math.min(...v.radiusMm)).toBeGreaterThan(0.05);
    }
    for (const id of ['popliteal', 'tpt', 'dorsalis-pedis', 'plantar']) expect(byId.has(id)).toBe(true);
  });

  test('trunk vessels begin where their parent ends or passes', () => {
    for (const v of vessels) {
      const parent = v.parent === null ? undefined : byId.get(v.parent);
      if (!parent) continue;
      const start = v.curve.frames[0]!.origin;
      const gap = Math.min(...parent.curve.frames.map((f) => distance(f.origin, start)));
      expect(gap, v.id).toBeLessThan(3.5);
    }
  });

  test('the target is occluded between its caps, and filled beyond as the case says', () => {
    const id = name === 'peroneal' ? 'peroneal' : name.toLowerCase();
    expect(byId.get(`${id}-proximal`)!.filling).toBe('open');
    expect(byId.get(`${id}-occluded`)!.filling).toBe('occluded');
    expect(byId.get(`${id}-distal`)!.filling).toBe(name === 'peroneal' ? 'occluded' : 'collateral');
    const { startMm, endMm } = anatomy.target.occlusion;
    expect(byId.get(`${id}-occluded`)!.curve.endMm).toBeCloseTo(endMm - startMm, 0);
    expect(vessels.some((v) => v.id === 'collateral-1')).toBe(name !== 'peroneal');
  });
});

test('devices on the way in run inside the arteries that the scene draws', () => {
  for (const { leg, target } of Object.values(legs)) {
    const drawn = leg.vessels.filter((v) => v.id === 'popliteal' || v.id === 'tpt');
    for (const s of range(-118, target.name === 'ATA' ? -8 : -2, 4)) {
      const p = frameAt(target.curve, s).origin;
      const off = Math.min(
        ...drawn.flatMap((v) => v.curve.frames.map((f, i) => distance(f.origin, p) / v.radiusMm[i]!)),
      );
      expect(off, `${target.name} ${s}`).toBeLessThan(0.35);
    }
  }
});
