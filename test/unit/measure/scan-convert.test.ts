/** @file Scan conversion: interpolation, seam, range limits and grey levels. */
import { describe, expect, it } from 'vitest';
import { greyByte, greyOfDb } from '../../../src/core/measure/polar-image.ts';
import { levelAt, polarOfPixel, scanConvert } from '../../../src/core/measure/scan-convert.ts';
import { frameOf, noiseFrame, valueOfDb } from '../../helpers/synthetic-frame.ts';

const TAU = 2 * Math.PI;

describe('levelAt', () => {
  const frame = noiseFrame(3, { lines: 12, samples: 9, startMm: 0.5, mmPerSample: 0.1 });
  const value = (line: number, sample: number) => frame.data[line * 9 + sample]!;

  it('gives the stored value at a sample', () => {
    expect(levelAt(frame, (TAU * 5) / 12, 0.8)).toBeCloseTo(value(5, 3), 6);
  });

  it('interpolates along the line, between lines, and across the seam', () => {
    expect(levelAt(frame, (TAU * 5) / 12, 0.85)).toBeCloseTo((value(5, 3) + value(5, 4)) / 2, 6);
    expect(levelAt(frame, (TAU * 5.5) / 12, 0.8)).toBeCloseTo((value(5, 3) + value(6, 3)) / 2, 6);
    expect(levelAt(frame, (TAU * 11.5) / 12, 0.8)).toBeCloseTo((value(11, 3) + value(0, 3)) / 2, 6);
    expect(levelAt(frame, -TAU / 24, 0.8)).toBeCloseTo((value(11, 3) + value(0, 3)) / 2, 6);
  });

  it('is null outside the sampled range and defined at both ends', () => {
    expect(levelAt(frame, 1, 0.49)).toBeNull();
    expect(levelAt(frame, 1, 1.31)).toBeNull();
    expect(levelAt(frame, 0, 0.5)).toBeCloseTo(value(0, 0), 6);
    expect(levelAt(frame, 0, 1.2999999)).toBeCloseTo(value(0, 8), 0);
  });
});

describe('grey', () => {
  const settings = { gainDb: 10, dynamicRangeDb: 50, gamma: 1 };
  it('is black at -(range + gain), white at -gain, straight between', () => {
    expect(greyOfDb(-60, settings)).toBe(0);
    expect(greyOfDb(-80, settings)).toBe(0);
    expect(greyOfDb(-35, settings)).toBeCloseTo(0.5, 12);
    expect(greyOfDb(-10, settings)).toBe(1);
    expect(greyOfDb(0, settings)).toBe(1);
  });
  it('bends by gamma without moving black and white', () => {
    expect(greyOfDb(-35, { ...settings, gamma: 2 })).toBeCloseTo(0.25, 12);
    expect(greyOfDb(-60, { ...settings, gamma: 2 })).toBe(0);
  });
});

describe('scanConvert', () => {
  const view = { gainDb: 0, dynamicRangeDb: 60, gamma: 1, depthMm: 4, rotationRad: 0, mirrored: false };
  const scale = { floorDb: -120, stepDb: 120 / 65535 };

  it('draws a ring at its radius, the same all the way round', () => {
    const frame = frameOf((_psi, range) => (Math.abs(range - 2) < 0.15 ? -20 : -120));
    const size = 160;
    const grey = new Uint8Array(size * size);
    scanConvert(frame, scale, view, size, size, grey);
    const white = greyByte(greyOfDb(scale.floorDb + valueOfDb(-20) * scale.stepDb, view));
    for (let degrees = 0; degrees < 360; degrees += 15) {
      const angle = (degrees * Math.PI) / 180;
      const x = Math.floor(size / 2 + (size / 4) * Math.cos(angle));
      const y = Math.floor(size / 2 + (size / 4) * Math.sin(angle));
      expect(grey[y * size + x]).toBe(white);
    }
    expect(grey[(size / 2) * size + size / 2 + 20]).toBe(0);
  });

  it('undoes the rotation when asked which line a pixel shows', () => {
    const plain = polarOfPixel(70, 30, 100, 100, view);
    const turned = polarOfPixel(70, 30, 100, 100, { ...view, rotationRad: 0.4 });
    expect(plain.psi - turned.psi).toBeCloseTo(0.4, 12);
    expect(turned.rangeMm).toBeCloseTo(plain.rangeMm, 12);
  });

  it('refuses a picture of another size', () => {
    expect(() =>
      scanConvert(
        frameOf(() => 0),
        scale,
        view,
        10,
        10,
        new Uint8Array(99),
      ),
    ).toThrow(RangeError);
  });
});
