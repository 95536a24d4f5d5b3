/** @file Reading the arc of calcium: drawn images with known arcs, then real frames of plates with known arcs. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import {
  type CalciumPhantom,
  phantomPose,
  plainVessel,
  plateVessel,
  seenArc,
  WIRE_ANGLE_RAD,
  wireSectorRad,
} from '../../../src/core/cases/calcium-phantom.ts';
import { hash32, toUnit } from '../../../src/core/math/rng.ts';
import { DEG, TAU } from '../../../src/core/math/trig.ts';
import { type ArcSearch, measureCalciumArc, median } from '../../../src/core/measure/calcium-arc.ts';
import type { DbScale, PolarImage } from '../../../src/core/measure/polar-image.ts';
import { DB_RANGE, DB_STEP, DEFAULT_IMAGING, DEFAULT_PROBE } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { requestOf } from '../../helpers/polar.ts';

const SCALE: DbScale = { floorDb: -DB_RANGE, stepDb: DB_STEP };
const SEARCH: ArcSearch = { innerMm: 0.55, outerMm: 1.75 };
const LINES = 360;
const SAMPLES = 300;
const EDGE_SAMPLE = 70;

interface Drawn {
  readonly fromDeg: number;
  readonly arcDeg: number;
  /** Level of tissue, of the plate's edge, and behind the plate, dB. */
  readonly edgeDb?: number;
  readonly behindDb?: number;
  readonly gainDb?: number;
}

/** Rayleigh speckle with a plate in it; line l covers the degree that begins half a degree before l. */
const draw = (plates: readonly Drawn[], gainDb = 0): PolarImage => {
  const data = new Uint16Array(LINES * SAMPLES);
  for (let line = 0; line < LINES; line++) {
    const plate = plates.find(({ fromDeg, arcDeg }) => (line + 0.5 - fromDeg + 720) % 360 < arcDeg);
    for (let k = 0; k < SAMPLES; k++) {
      const speckle = 10 * Math.log10(-Math.log(1 - toUnit(hash32(1, line, k))) + 1e-9);
      let db = -28 + speckle;
      if (plate && k >= EDGE_SAMPLE)
        db = k < EDGE_SAMPLE + 4 ? (plate.edgeDb ?? -5) : (plate.behindDb ?? -55) + speckle;
      data[line * SAMPLES + k] = Math.max(0, Math.min(65535, (db + gainDb + DB_RANGE) / DB_STEP));
    }
  }
  return { lines: LINES, samples: SAMPLES, startMm: 0.3, mmPerSample: 0.01, data };
};

const degrees = (image: PolarImage, search: Partial<ArcSearch> = {}) => {
  const arc = measureCalciumArc(image, SCALE, { ...SEARCH, ...search });
  return arc && { from: arc.fromRad / DEG, width: arc.widthRad / DEG };
};

describe('on a drawn image', () => {
  test.each([15, 30, 90, 180, 270, 350])('an arc of %i deg is read to 3 deg', (arcDeg) => {
    const found = degrees(draw([{ fromDeg: 40, arcDeg }]))!;
    expect(Math.abs(found.width - arcDeg)).toBeLessThanOrEqual(3);
    expect(Math.abs(found.from - 40)).toBeLessThanOrEqual(2);
  });

  test('a whole ring is 360 deg, plain tissue none', () => {
    expect(degrees(draw([{ fromDeg: 0, arcDeg: 360 }]))!.width).toBeCloseTo(360, 9);
    expect(degrees(draw([]))).toBeNull();
  });

  test('the seam between the last and the first line is no edge', () => {
    const found = degrees(draw([{ fromDeg: 320, arcDeg: 90 }]))!;
    expect(Math.abs(found.width - 90)).toBeLessThanOrEqual(3);
    expect(Math.abs(found.from - 320)).toBeLessThanOrEqual(2);
  });

  test('gain changes nothing', () => {
    const plate = [{ fromDeg: 100, arcDeg: 120, edgeDb: -20 }];
    expect(degrees(draw(plate, 15))).toEqual(degrees(draw(plate)));
  });

  test('bright without darkness behind is not calcium', () => {
    expect(degrees(draw([{ fromDeg: 100, arcDeg: 120, edgeDb: -12, behindDb: -28 }]))).toBeNull();
  });

  test('an ignored sector is bridged inside a plate, and no plate by itself', () => {
    const wire = { fromRad: 100 * DEG, widthRad: 30 * DEG };
    const split = draw([
      { fromDeg: 60, arcDeg: 45 },
      { fromDeg: 125, arcDeg: 55 },
    ]);
    expect(Math.abs(degrees(split, { ignored: [wire] })!.width - 120)).toBeLessThanOrEqual(3);
    expect(degrees(draw([{ fromDeg: 105, arcDeg: 20 }]), { ignored: [wire] })).toBeNull();
    const besideTissue = draw([{ fromDeg: 60, arcDeg: 55 }]);
    expect(degrees(besideTissue, { ignored: [wire] })!.width).toBeCloseTo(40, -1);
  });

  test('of two plates the longer is read; a gap of a few degrees does not part one', () => {
    const two = draw([
      { fromDeg: 10, arcDeg: 40 },
      { fromDeg: 200, arcDeg: 80 },
    ]);
    expect(Math.abs(degrees(two)!.from - 200)).toBeLessThanOrEqual(2);
    const cracked = draw([
      { fromDeg: 100, arcDeg: 50 },
      { fromDeg: 154, arcDeg: 50 },
    ]);
    expect(Math.abs(degrees(cracked)!.width - 104)).toBeLessThanOrEqual(3);
  });

  test('a higher threshold asks for more', () => {
    const faint = draw([{ fromDeg: 100, arcDeg: 120, edgeDb: -18, behindDb: -47 }]);
    expect(degrees(faint, { thresholdDb: 26 })).not.toBeNull();
    expect(degrees(faint, { thresholdDb: 36 })).toBeNull();
  });
});

describe('on real frames', () => {
  const wire = wireSectorRad() + 14 * DEG;
  const search = { ...SEARCH, ignored: [{ fromRad: WIRE_ANGLE_RAD - wire / 2, widthRad: wire }] };
  const phantom = (arcDeg: number, more: Partial<CalciumPhantom> = {}): CalciumPhantom => ({
    shape: 'sheet',
    arcRad: arcDeg * DEG,
    thicknessMm: 0.3,
    depthMm: 0.1,
    offsetMm: 0.15,
    ...more,
  });
  const readOff = (p: CalciumPhantom, frequencyMHz: number, withPlate = true): number => {
    const synthesizer = createSynthesizer(createTissue(withPlate ? plateVessel(p) : plainVessel()));
    const settings = { ...DEFAULT_IMAGING, smoothLines: 2, probe: { ...DEFAULT_PROBE, frequencyMHz } };
    const frame = synthesizer.render(requestOf(phantomPose(p), { settings }))!;
    return (measureCalciumArc(frame, SCALE, search)?.widthRad ?? 0) / DEG;
  };

  test.each([
    [60, 40, {}],
    [120, 60, { thicknessMm: 0.2 }],
    [180, 40, { depthMm: 0.4, thicknessMm: 0.5 }],
    [270, 40, { offsetMm: 0 }],
    [80, 40, { shape: 'nodule' as const, thicknessMm: 0.5 }],
  ])('%i deg at %i MHz, %o: within 10 deg of what the catheter sees', (arcDeg, frequencyMHz, more) => {
    const p = phantom(arcDeg, more);
    expect(Math.abs(readOff(p, frequencyMHz) - seenArc(p).widthRad / DEG)).toBeLessThanOrEqual(10);
  });

  test('a ring is a ring, and the same vessel without a plate has no calcium', () => {
    expect(readOff(phantom(360), 40)).toBeCloseTo(360, 9);
    expect(readOff(phantom(120), 60, false)).toBe(0);
  });
});

test('median of odd and even counts', () => {
  expect(median(Uint16Array.of(30, 4, 20))).toBe(20);
  expect(median(Uint16Array.of(4, 1, 2, 3))).toBe(2.5);
  expect(TAU).toBeCloseTo(360 * DEG, 12);
});
