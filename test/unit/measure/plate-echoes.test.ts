/** @file Where a plate's echoes must lie: by hand, and on real A-lines. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import {
  type CalciumPhantom,
  PLATE_ANGLE_RAD,
  phantomPose,
  plainVessel,
  plateVessel,
} from '../../../src/core/cases/calcium-phantom.ts';
import { DEG } from '../../../src/core/math/trig.ts';
import { plateEchoes } from '../../../src/core/measure/plate-echoes.ts';
import { movedPatch, patchLevelDb } from '../../../src/core/measure/shadow-depth.ts';
import {
  ALL_EFFECTS,
  DB_RANGE,
  DB_STEP,
  DEFAULT_IMAGING,
  type Effects,
} from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { dbAt, lineOf, requestOf } from '../../helpers/polar.ts';

const PHANTOM: CalciumPhantom = {
  shape: 'sheet',
  arcRad: 120 * DEG,
  thicknessMm: 0.4,
  depthMm: 0.1,
  offsetMm: 0.2,
};
const pose = phantomPose(PHANTOM);
const tissue = createTissue(plateVessel(PHANTOM));
const LINE = {
  psi: PLATE_ANGLE_RAD,
  sheathRadiusMm: pose.sheathRadiusMm,
  depthMm: 3.2,
  repeats: 2,
  assumedMs: null,
};
const SCALE = { floorDb: -DB_RANGE, stepDb: DB_STEP };

describe('expected echoes', () => {
  test('true distances: front, back and repeats one gap further each', () => {
    const e = plateEchoes(tissue, pose, LINE)!;
    expect(e.frontMm).toBeCloseTo(1.1 - 0.2, 2);
    expect(e.backMm).toBeCloseTo(1.5 - 0.2, 2);
    expect(e.thicknessMm).toBeCloseTo(0.4, 2);
    const gap = e.frontMm - pose.sheathRadiusMm;
    expect(e.repeatsMm).toHaveLength(2);
    expect(e.repeatsMm[0]! - e.frontMm).toBeCloseTo(gap, 9);
    expect(e.repeatsMm[1]! - e.repeatsMm[0]!).toBeCloseTo(gap, 9);
    expect([e.inFront, e.behind]).toEqual([MATERIAL.intima, MATERIAL.intima]);
  });

  test('by time of flight: 0.4 mm at 3000 m/s is drawn 0.205 mm thick, blood a little short', () => {
    const e = plateEchoes(tissue, pose, { ...LINE, assumedMs: 1540 })!;
    expect(e.backMm - e.frontMm).toBeCloseTo((0.4 * 1540) / 3000, 2);
    expect(e.thicknessMm).toBeCloseTo(0.4, 2);
    const blood = 1 - 0.2 - pose.sheathRadiusMm;
    const expected = pose.sheathRadiusMm + (blood * 1540) / 1580 + (0.1 * 1540) / 1585;
    expect(e.frontMm).toBeCloseTo(expected, 2);
  });

  test('nothing beside the plate, nothing without one', () => {
    expect(plateEchoes(tissue, pose, { ...LINE, psi: PLATE_ANGLE_RAD + Math.PI })).toBeNull();
    expect(plateEchoes(createTissue(plainVessel()), pose, LINE)).toBeNull();
  });

  test('a plate on the lumen has blood in front', () => {
    const bare = createTissue(plateVessel({ ...PHANTOM, depthMm: 0 }));
    expect(plateEchoes(bare, pose, LINE)!.inFront).toBe(MATERIAL.blood);
  });
});

describe('on real frames', () => {
  const frameOf = (effects: Partial<Effects>, withPlate = true) =>
    createSynthesizer(withPlate ? tissue : createTissue(plainVessel())).render(
      requestOf(pose, { settings: { ...DEFAULT_IMAGING, effects: { ...ALL_EFFECTS, ...effects } } }),
    )!;
  const expected = plateEchoes(tissue, pose, { ...LINE, assumedMs: 1540 })!;
  /** Brightest level within 0.03 mm of a range, over the lines next to the plate's middle, dB. */
  const near = (frame: ReturnType<typeof frameOf>, rangeMm: number): number => {
    let best = -DB_RANGE;
    for (let l = -6; l <= 6; l++) {
      for (let r = rangeMm - 0.03; r <= rangeMm + 0.03; r += 0.01) {
        best = Math.max(best, dbAt(frame, lineOf(frame, PLATE_ANGLE_RAD) + l, r));
      }
    }
    return best;
  };

  test('the front face and its repeats stand where they are expected, and only there', () => {
    const frame = frameOf({});
    const [once] = expected.repeatsMm;
    expect(near(frame, expected.frontMm)).toBeGreaterThan(-8);
    expect(near(frame, once!)).toBeGreaterThan(near(frame, once! + 0.12) + 6);
    expect(near(frame, once!)).toBeGreaterThan(near(frame, once! - 0.12) + 6);
    expect(near(frame, once!)).toBeGreaterThan(near(frameOf({ multiples: false }), once!) + 10);
  });

  test('the wall behind is darker by what the sheet costs more than the wall it replaces', () => {
    const patch = {
      sector: { fromRad: PLATE_ANGLE_RAD - 15 * DEG, widthRad: 30 * DEG },
      innerMm: expected.backMm + 0.15,
      outerMm: expected.backMm + 0.9,
      skipped: expected.repeatsMm.map((mm) => ({ innerMm: mm - 0.1, outerMm: mm + 0.1 })),
    };
    // 0.4 mm are drawn 0.39 mm thick as wall, 0.2 mm as calcium
    const late = (0.4 * 1540) / 1585 - (expected.backMm - expected.frontMm);
    const litDb = patchLevelDb(frameOf({}, false), SCALE, movedPatch(patch, late))!;
    // 8.1 + 2 x 5 x 4 x 0.4 = 24 dB for calcium, 2.6 dB for wall
    expect(Math.abs(litDb - patchLevelDb(frameOf({}), SCALE, patch)! - 21.5)).toBeLessThan(1.5);
  });
});

test('a patch: mean power of its samples, across the seam, without what is skipped; null when empty', () => {
  const lines = 8;
  const samples = 10;
  // lines 0 and 7: 100 steps of 0.1 dB above the floor; the last sample of each line is 40 dB brighter
  const data = Uint16Array.from({ length: lines * samples }, (_, i) => {
    const line = Math.floor(i / samples);
    return (line === 0 || line === 7 ? 100 : 0) + (i % samples === 9 ? 400 : 0);
  });
  const image = { lines, samples, startMm: 0, mmPerSample: 0.1, data };
  const scale = { floorDb: -100, stepDb: 0.1 };
  const across = { fromRad: (7 / 8) * 2 * Math.PI, widthRad: (1 / 8) * 2 * Math.PI };
  const patch = { sector: across, innerMm: 0, outerMm: 0.9, skipped: [{ innerMm: 0.85, outerMm: 1 }] };
  expect(patchLevelDb(image, scale, patch)).toBeCloseTo(-90, 9);
  expect(patchLevelDb(image, scale, { ...patch, skipped: [] })).toBeCloseTo(-90 + 10 * Math.log10(1000.9), 9);
  const three = { ...across, widthRad: (3 / 8) * 2 * Math.PI };
  expect(patchLevelDb(image, scale, { ...patch, sector: three })).toBeCloseTo(-100 + 10 * Math.log10(5.5), 9);
  expect(patchLevelDb(image, scale, { ...patch, innerMm: 2, outerMm: 3 })).toBeNull();
  expect(movedPatch(patch, 0.2)).toEqual({
    sector: across,
    innerMm: 0.2,
    outerMm: 1.1,
    skipped: [{ innerMm: 1.05, outerMm: 1.2 }],
  });
});
