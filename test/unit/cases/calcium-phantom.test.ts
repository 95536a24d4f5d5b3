/** @file The vessel with one plate: where the plate lies, what it leaves alone, and what the catheter sees of it. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import {
  type CalciumPhantom,
  catheterOffsetMm,
  PHANTOM_WALL,
  PLATE_ANGLE_RAD,
  PLATE_SHAPES,
  phantomPose,
  plainVessel,
  plateRadii,
  plateVessel,
  seenArc,
  wireSectorRad,
} from '../../../src/core/cases/calcium-phantom.ts';
import { DEG, TAU } from '../../../src/core/math/trig.ts';

const phantom = (more: Partial<CalciumPhantom> = {}): CalciumPhantom => ({
  shape: 'sheet',
  arcRad: 120 * DEG,
  thicknessMm: 0.3,
  depthMm: 0.1,
  offsetMm: 0.2,
  ...more,
});
const tissueOf = (p: CalciumPhantom) => createTissue(plateVessel(p));
const S = 4;

/** Radii between which calcium lies in a direction from the vessel's axis, mm. */
const calciumAt = (p: CalciumPhantom, angle: number): [number, number] | null => {
  const tissue = tissueOf(p);
  const radii: number[] = [];
  for (let r = 0.3; r < 2.5; r += 0.002) {
    if (tissue.materialAt(S, r * Math.cos(angle), r * Math.sin(angle)) === MATERIAL.calcium) radii.push(r);
  }
  return radii.length === 0 ? null : [radii[0]!, radii.at(-1)!];
};

describe('the plate', () => {
  test.each([
    [0, 0.05],
    [0.1, 0.3],
    [0.6, 0.6],
  ])('a sheet %f mm deep and %f mm thick lies there', (depthMm, thicknessMm) => {
    const [inner, outer] = calciumAt(phantom({ depthMm, thicknessMm }), PLATE_ANGLE_RAD)!;
    expect(inner).toBeCloseTo(PHANTOM_WALL.lumen + depthMm, 2);
    expect(outer).toBeCloseTo(PHANTOM_WALL.lumen + depthMm + thicknessMm, 2);
  });

  test('ends where its arc ends', () => {
    const p = phantom({ arcRad: 90 * DEG });
    expect(calciumAt(p, PLATE_ANGLE_RAD + 44 * DEG)).not.toBeNull();
    expect(calciumAt(p, PLATE_ANGLE_RAD - 44 * DEG)).not.toBeNull();
    expect(calciumAt(p, PLATE_ANGLE_RAD + 46 * DEG)).toBeNull();
    expect(calciumAt(phantom({ arcRad: TAU }), PLATE_ANGLE_RAD + Math.PI)).not.toBeNull();
  });

  test('a nodule bulges into the lumen by half its thickness, whatever the depth says', () => {
    const p = phantom({ shape: 'nodule', thicknessMm: 0.5, depthMm: 0.4 });
    const [inner, outer] = calciumAt(p, PLATE_ANGLE_RAD)!;
    expect(inner).toBeCloseTo(PHANTOM_WALL.lumen - 0.25, 2);
    expect(outer).toBeCloseTo(PHANTOM_WALL.lumen + 0.25, 2);
    expect(plateRadii(p).middleMm).toBeCloseTo(inner, 2);
  });

  test('changes nothing outside itself', () => {
    for (const shape of PLATE_SHAPES) {
      const withPlate = tissueOf(phantom({ shape }));
      const without = createTissue(plainVessel());
      let calcified = 0;
      for (let x = -3; x <= 3; x += 0.037) {
        for (let y = -3; y <= 3; y += 0.041) {
          const material = withPlate.materialAt(S, x, y);
          if (material === MATERIAL.calcium) calcified++;
          else expect(material).toBe(without.materialAt(S, x, y));
        }
      }
      expect(calcified).toBeGreaterThan(20);
      expect(withPlate.anatomy.seed).toBe(without.anatomy.seed);
    }
  });
});

describe('the catheter', () => {
  test.each(PLATE_SHAPES)('touches nothing, wherever it is asked to go: %s', (shape) => {
    for (const offsetMm of [-2, -0.15, 0, 0.3, 2]) {
      for (const thicknessMm of [0.05, 0.6]) {
        const p = phantom({ shape, thicknessMm, depthMm: 0, offsetMm, arcRad: TAU });
        const tissue = tissueOf(p);
        const { x, y, sheathRadiusMm, wires } = phantomPose(p);
        for (const round of [{ x, y, radiusMm: sheathRadiusMm }, wires[0]!]) {
          for (let k = 0; k < 72; k++) {
            const at = [
              round.x + round.radiusMm * Math.cos(k * 5 * DEG),
              round.y + round.radiusMm * Math.sin(k * 5 * DEG),
            ];
            expect(tissue.materialAt(S, at[0]!, at[1]!)).toBe(MATERIAL.blood);
          }
        }
      }
    }
  });

  test('goes where it is asked while there is room', () => {
    for (const offsetMm of [-0.15, 0, 0.5]) expect(catheterOffsetMm(phantom({ offsetMm }))).toBe(offsetMm);
    expect(catheterOffsetMm(phantom({ shape: 'nodule', thicknessMm: 0.6, offsetMm: 0.5 }))).toBeLessThan(0.3);
  });

  test('sees the arc that a walk along its lines finds', () => {
    for (const p of [
      phantom(),
      phantom({ offsetMm: 0.5, arcRad: 90 * DEG }),
      phantom({ offsetMm: -0.15, arcRad: 270 * DEG, depthMm: 0.4 }),
    ]) {
      const tissue = tissueOf(p);
      const { x, y } = phantomPose(p);
      let hit = 0;
      for (let deg = 0; deg < 360; deg += 0.5) {
        for (let r = 0.4; r < 2.6; r += 0.02) {
          const at = tissue.materialAt(S, x + r * Math.cos(deg * DEG), y + r * Math.sin(deg * DEG));
          if (at !== MATERIAL.calcium) continue;
          hit += 0.5;
          break;
        }
      }
      // a line may still graze the rim's side face
      expect(Math.abs(seenArc(p).widthRad / DEG - hit)).toBeLessThan(5);
    }
    expect(seenArc(phantom({ arcRad: TAU })).widthRad).toBe(TAU);
    expect(seenArc(phantom({ offsetMm: 0 })).widthRad).toBeCloseTo(120 * DEG, 6);
  });

  test('the wire takes the angle of a cylinder beside it', () => {
    expect(wireSectorRad() / DEG).toBeCloseTo((2 * Math.asin(0.178 / 0.62)) / DEG, 3);
  });
});
