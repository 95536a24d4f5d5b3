/** @file Grey histogram and brightness by range, against pictures whose greys are known. */
import { describe, expect, test } from 'vitest';
import {
  GREY_BINS,
  type GreyPicture,
  pictureStatistics,
  polarStatistics,
  RING_MM,
} from '../../../src/core/measure/image-statistics.ts';
import { REFERENCE_FRAMES } from '../../../src/core/measure/reference-statistics.ts';
import { scanConvert } from '../../../src/core/measure/scan-convert.ts';

const SIDE = 200;
const ANNULUS = { innerMm: 0.5, outerMm: 2 };

/** A square picture 5 mm across whose grey follows from range (mm) and azimuth (rad). */
const painted = (greyOf: (rangeMm: number, azimuth: number) => number): GreyPicture => {
  const mmPerPixel = 5 / SIDE;
  const grey = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const dx = x + 0.5 - SIDE / 2;
      const dy = y + 0.5 - SIDE / 2;
      grey[y * SIDE + x] = greyOf(mmPerPixel * Math.hypot(dx, dy), Math.atan2(dy, dx));
    }
  }
  return { width: SIDE, height: SIDE, grey, centreX: SIDE / 2, centreY: SIDE / 2, mmPerPixel };
};

describe('of a picture', () => {
  test('an even grey fills one bin and every ring', () => {
    const { histogram, profile, meanGrey, sdGrey } = pictureStatistics(
      painted(() => 130),
      ANNULUS,
    );
    expect(histogram[32]).toBeCloseTo(1, 12);
    expect(profile).toHaveLength(15);
    for (const grey of profile) expect(grey).toBe(130);
    expect(meanGrey).toBe(130);
    expect(sdGrey).toBe(0);
  });

  test('what lies in the catheter or beyond the annulus does not count', () => {
    const inside = painted((r) => (r >= ANNULUS.innerMm && r < ANNULUS.outerMm ? 40 : 255));
    expect(pictureStatistics(inside, ANNULUS).histogram[10]).toBeCloseTo(1, 12);
  });

  test('halves give two bins of equal area, mean and spread between them', () => {
    const { histogram, meanGrey, sdGrey } = pictureStatistics(
      painted((_, azimuth) => (azimuth > 0 ? 0 : 255)),
      ANNULUS,
    );
    expect(histogram[0]).toBeCloseTo(0.5, 2);
    expect(histogram[GREY_BINS - 1]).toBeCloseTo(0.5, 2);
    expect(meanGrey).toBeCloseTo(127.5, 0);
    expect(sdGrey).toBeCloseTo(127.5, 0);
  });

  test('brightness that falls with range falls in the profile at the same rate', () => {
    const { profile } = pictureStatistics(
      painted((r) => Math.round(250 - 100 * r)),
      ANNULUS,
    );
    profile.forEach((grey, k) => {
      expect(Math.abs(grey - (250 - 100 * (ANNULUS.innerMm + (k + 0.5) * RING_MM)))).toBeLessThan(1.5);
    });
  });

  test('refuses an annulus that holds nothing', () => {
    const picture = painted(() => 0);
    expect(() => pictureStatistics(picture, { innerMm: 2, outerMm: 2 })).toThrow(/innerMm < outerMm/);
    expect(() => pictureStatistics(picture, { innerMm: 9, outerMm: 10 })).toThrow(/no part/);
  });
});

test('a polar frame has the statistics of its round picture', () => {
  const [lines, samples, startMm, mmPerSample] = [256, 200, 0.3, 0.01];
  const data = new Uint16Array(lines * samples);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < samples; i++) {
      const wave = Math.sin((2 * Math.PI * 3 * line) / lines);
      data[line * samples + i] = Math.round(60000 * (0.5 + 0.3 * wave) * (1 - i / 260));
    }
  }
  const image = { lines, samples, startMm, mmPerSample, data };
  const scale = { floorDb: -60, stepDb: 60 / 65535 };
  const grey = { gainDb: 5, dynamicRangeDb: 50, gamma: 1 };
  const depthMm = 2.2;
  const side = 400;
  const pixels = new Uint8Array(side * side);
  scanConvert(image, scale, { ...grey, depthMm, rotationRad: 0, mirrored: false }, side, side, pixels);
  const round = pictureStatistics(
    {
      width: side,
      height: side,
      grey: pixels,
      centreX: side / 2,
      centreY: side / 2,
      mmPerPixel: (2 * depthMm) / side,
    },
    ANNULUS,
  );
  const polar = polarStatistics(image, scale, grey, ANNULUS);
  expect(polar.meanGrey).toBeCloseTo(round.meanGrey, 0);
  expect(polar.sdGrey).toBeCloseTo(round.sdGrey, 0);
  polar.histogram.forEach((share, k) => {
    expect(Math.abs(share - round.histogram[k]!)).toBeLessThan(0.005);
  });
  polar.profile.forEach((mean, k) => {
    expect(Math.abs(mean - round.profile[k]!)).toBeLessThan(1.5);
  });
});

describe.each(REFERENCE_FRAMES)('reference $id', ({ statistics, annulus, origin, licence, scaleFrom }) => {
  test('says where it comes from and what was assumed', () => {
    for (const words of [origin, licence, scaleFrom]) expect(words.length).toBeGreaterThan(2);
  });

  test('its parts agree with one another', () => {
    const { histogram, profile, meanGrey, sdGrey } = statistics;
    expect(histogram).toHaveLength(GREY_BINS);
    expect(profile).toHaveLength(Math.ceil((annulus.outerMm - annulus.innerMm) / RING_MM - 1e-9));
    expect(histogram.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    const middle = (k: number): number => (k + 0.5) * (256 / GREY_BINS) - 0.5;
    const mean = histogram.reduce((sum, share, k) => sum + share * middle(k), 0);
    const square = histogram.reduce((sum, share, k) => sum + share * middle(k) * middle(k), 0);
    expect(Math.abs(mean - meanGrey)).toBeLessThan(1.5);
    expect(Math.abs(Math.sqrt(square - mean * mean) - sdGrey)).toBeLessThan(1.5);
    // rings weighted by their area give the mean again
    const area = profile.map((_, k) => annulus.innerMm + (k + 0.5) * RING_MM);
    const total = area.reduce((a, b) => a + b, 0);
    const fromRings = profile.reduce((sum, grey, k) => sum + (grey * area[k]!) / total, 0);
    expect(Math.abs(fromRings - meanGrey)).toBeLessThan(1.5);
  });
});
