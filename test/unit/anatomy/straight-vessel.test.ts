/** @file The straight vessel: what is asked for is what a reader of the tissue finds. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL, MATERIAL_NAMES } from '../../../src/core/anatomy/material.ts';
import type { StraightVesselSpec } from '../../../src/core/anatomy/straight-spec.ts';
import { straightVessel } from '../../../src/core/anatomy/straight-vessel.ts';
import type { CalciumPlate, Tissue, WallPocket } from '../../../src/core/anatomy/tissue.ts';

const radiiMm = { lumen: 1.2, iel: 1.4, eem: 1.6, adventitia: 1.85 };
const MIDDLE = 20;
const DEG = Math.PI / 180;

/** Materials met from the axis outwards at an azimuth, with the radius at which each begins. */
const layers = (spec: Partial<StraightVesselSpec>, angle: number, s = MIDDLE): [string, number][] =>
  layersOf(createTissue(straightVessel({ radiiMm, ...spec })), angle, s);

const layersOf = (tissue: Tissue, angle: number, s = MIDDLE): [string, number][] => {
  const met: [string, number][] = [];
  for (let r = 0.002; r < 3; r += 0.004) {
    const name = MATERIAL_NAMES[tissue.materialAt(s, r * Math.cos(angle), r * Math.sin(angle))]!;
    if (met.at(-1)?.[0] !== name) met.push([name, r]);
  }
  return met;
};
const names = (met: [string, number][]): string[] => met.map(([name]) => name);
/** Everything met in any direction. */
const seenAround = (spec: Partial<StraightVesselSpec>): ReadonlySet<string> => {
  const tissue = createTissue(straightVessel({ radiiMm, ...spec }));
  const angles = Array.from({ length: 48 }, (_, k) => (k * Math.PI) / 24);
  return new Set(angles.flatMap((angle) => names(layersOf(tissue, angle))));
};
const startOf = (met: [string, number][], name: string): number => met.find(([n]) => n === name)![1];

const pocket = (more: Partial<WallPocket>): WallPocket => ({
  fill: 'stasis',
  startMm: 0,
  endMm: 40,
  angleRad: 1,
  arcRad: 120 * DEG,
  depthMm: 0,
  thicknessMm: 0.8,
  tearRad: 0,
  ...more,
});

describe('the wall', () => {
  test('is circles of the radii asked for, in nothing but fat', () => {
    for (const angle of [0, 1.1, 2.9, 4.4, 6.2]) {
      const met = layers({}, angle);
      expect(names(met)).toEqual(['blood', 'intima', 'media', 'adventitia', 'fat']);
      expect(startOf(met, 'intima')).toBeCloseTo(1.2, 2);
      expect(startOf(met, 'media')).toBeCloseTo(1.4, 2);
      expect(startOf(met, 'adventitia')).toBeCloseTo(1.6, 2);
      expect(startOf(met, 'fat')).toBeCloseTo(1.85, 2);
    }
  });

  test('refuses radii that do not ascend', () => {
    for (const wrong of [{ lumen: 0 }, { iel: 1.2 }, { eem: 1.3 }, { adventitia: Number.NaN }]) {
      expect(() => straightVessel({ radiiMm: { ...radiiMm, ...wrong } })).toThrow(/radii must ascend/);
    }
  });

  test('is the same for the same numbers and uneven when asked', () => {
    const lumen = (spec: Partial<StraightVesselSpec>) =>
      straightVessel({ radiiMm, ...spec }).target.wall.lumen;
    expect(lumen({ unevenness: 1, seed: 4 })).toEqual(lumen({ unevenness: 1, seed: 4 }));
    expect(lumen({ unevenness: 1, seed: 5 })).not.toEqual(lumen({ unevenness: 1, seed: 4 }));
    const spread = (values: Float32Array): number => Math.max(...values) - Math.min(...values);
    expect(spread(lumen({}))).toBe(0);
    expect(spread(lumen({ unevenness: 1 }))).toBeGreaterThan(0.05);
  });

  test('plaque takes from the lumen, most where it faces', () => {
    const plaque = { thickMm: 0.7, thinMm: 0.2, angleRad: 2, fill: 'lipid' } as const;
    const thick = layers({ plaque }, 2);
    expect(names(thick)).toEqual(['blood', 'lipid', 'media', 'adventitia', 'fat']);
    expect(startOf(thick, 'lipid')).toBeCloseTo(0.7, 2);
    expect(startOf(layers({ plaque }, 2 + Math.PI), 'lipid')).toBeCloseTo(1.2, 2);
  });

  test('a mixed plaque holds what it is mixed from', () => {
    const plaque = {
      thickMm: 0.6,
      thinMm: 0.4,
      angleRad: 0,
      fill: { denseFibrous: 0.5, lipid: 0.3, microcalcified: 0.1 },
    };
    const seen = seenAround({ plaque });
    for (const name of ['denseFibrous', 'looseFibrous', 'lipid', 'microcalcified'])
      expect(seen).toContain(name);
    expect(seen).not.toContain('thrombus');
  });
});

describe('the plug', () => {
  const plug = { startMm: 10, endMm: 30, fill: 'freshThrombus' } as const;

  test('fills the lumen between its ends and nowhere else', () => {
    expect(names(layers({ plug }, 0.5, 20))[0]).toBe('freshThrombus');
    expect(names(layers({ plug }, 0.5, 8))[0]).toBe('blood');
    expect(names(layers({ plug }, 0.5, 33))[0]).toBe('blood');
    expect(straightVessel({ radiiMm, plug }).target.occlusion).toEqual({ startMm: 10, endMm: 30 });
  });

  test('of one material goes with a mixed plaque', () => {
    const plaque = {
      thickMm: 0.4,
      thinMm: 0.4,
      angleRad: 0,
      fill: { denseFibrous: 1, lipid: 0, microcalcified: 0 },
    };
    const met = names(layers({ plug, plaque }, 0.5));
    expect(met).toEqual(['freshThrombus', 'denseFibrous', 'media', 'adventitia', 'fat']);
    expect(names(layers({ plug, plaque }, 0.5, 8))[0]).toBe('blood');
  });
});

describe('calcium', () => {
  const plate = (more: Partial<CalciumPlate>): CalciumPlate => ({
    site: 'medial',
    startMm: 5,
    endMm: 35,
    angleRad: 1,
    arcRad: 80 * DEG,
    depthMm: 0.15,
    thicknessMm: 0.1,
    density: 1.2,
    ...more,
  });

  test('medial lies in the media, the intima untouched', () => {
    const met = layers({ calcium: [plate({})] }, 1);
    expect(names(met)).toEqual(['blood', 'intima', 'media', 'calcium', 'media', 'adventitia', 'fat']);
    expect(startOf(met, 'calcium')).toBeCloseTo(1.45, 2);
    expect(names(layers({ calcium: [plate({})] }, 2.2))).not.toContain('calcium');
  });

  test('a bulky intimal plate gets the room it needs', () => {
    const calcium = [plate({ site: 'intimal', depthMm: 0.05, thicknessMm: 0.5 })];
    const met = layers({ calcium }, 1);
    expect(names(met)).toEqual(['blood', 'intima', 'calcium', 'intima', 'media', 'adventitia', 'fat']);
    expect(startOf(met, 'intima')).toBeCloseTo(1.4 - 0.59, 2);
  });
});

describe('a pocket', () => {
  test('under the adventitia parts it from the media and keeps every layer', () => {
    const spec = { pockets: [pocket({})], pocketOutwards: 0.4 };
    const met = layers(spec, 1);
    expect(names(met)).toEqual(['blood', 'intima', 'media', 'stasis', 'adventitia', 'fat']);
    // 0.4 of 0.8 mm outwards, the rest pushes intima and media in; their thickness stays
    expect(startOf(met, 'adventitia')).toBeCloseTo(1.6 + 0.32, 2);
    expect(startOf(met, 'stasis')).toBeCloseTo(1.6 + 0.32 - 0.8, 2);
    expect(startOf(met, 'stasis') - startOf(met, 'media')).toBeCloseTo(0.2, 2);
    expect(startOf(met, 'media') - startOf(met, 'intima')).toBeCloseTo(0.2, 2);
    expect(startOf(met, 'fat') - startOf(met, 'adventitia')).toBeCloseTo(0.25, 2);
  });

  test('within the media leaves media on both sides', () => {
    const met = layers({ pockets: [pocket({ depthMm: 0.08 })] }, 1);
    expect(names(met)).toEqual(['blood', 'intima', 'media', 'stasis', 'media', 'adventitia', 'fat']);
  });

  test('thins towards the ends of its arc and is not beyond them', () => {
    const width = (angle: number): number => {
      const met = layers({ pockets: [pocket({})] }, angle);
      return names(met).includes('stasis') ? startOf(met, 'adventitia') - startOf(met, 'stasis') : 0;
    };
    expect(width(1)).toBeCloseTo(0.8, 2);
    expect(width(1 + 50 * DEG)).toBeLessThan(0.3);
    expect(width(1 + 50 * DEG)).toBeGreaterThan(0.1);
    expect(width(1 + 61 * DEG)).toBe(0);
  });

  test('opens into the lumen at its tear and only there', () => {
    const pockets = [pocket({ fill: 'blood', tearRad: 20 * DEG, depthMm: 0.05 })];
    const torn = names(layers({ pockets }, 1 + 50 * DEG));
    expect(torn).toEqual(['blood', 'media', 'adventitia', 'fat']);
    const flap = names(layers({ pockets }, 1));
    expect(flap).toEqual(['blood', 'intima', 'media', 'blood', 'media', 'adventitia', 'fat']);
    const closedEnd = names(layers({ pockets }, 1 - 50 * DEG));
    expect(closedEnd.slice(0, 4)).toEqual(['blood', 'intima', 'media', 'blood']);
  });
});

describe('the surroundings', () => {
  test('a vein lies clear of the adventitia, even where a pocket pushes that out', () => {
    const spec = {
      pockets: [pocket({ angleRad: 3 })],
      veins: [{ angleRad: 3, radiusMm: 0.3, gapMm: 0.2 }],
    };
    const met = layers(spec, 3);
    const wall = startOf(met, 'fat');
    expect(startOf(met, 'connective') - wall).toBeGreaterThan(0.15);
    expect(names(met)).toContain('vein');
  });

  test('a leg’s bed has more than fat', () => {
    const seen = seenAround({ bed: 'leg' });
    expect(seen).toContain('connective');
  });
});

test('devices open it as they open a leg', () => {
  const tissue = createTissue(straightVessel({ radiiMm, plug: { startMm: 0, endMm: 40, fill: 'thrombus' } }));
  tissue.apply([{ kind: 'open', channel: 'plane', index: 40, xRef: 0.3, yRef: 0, radiusMm: 0.6 }]);
  expect(tissue.materialAt(20, 0.3, 0.4)).toBe(MATERIAL.stasis);
  expect(tissue.materialAt(20, 0.3, 0.7)).toBe(MATERIAL.thrombus);
  expect(tissue.materialAt(20, 1.65, 0)).toBe(MATERIAL.media);
});
