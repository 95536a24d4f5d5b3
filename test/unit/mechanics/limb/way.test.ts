/** @file The way that a tip has made, and what presses it aside. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../../src/core/anatomy/material.ts';
import { materialRow } from '../../../../src/core/anatomy/material-table.ts';
import {
  createTrack,
  createTrackPoint,
  extendTrack,
  firmTrack,
  MEDIUM,
  materialOnTrack,
  mediumAt,
  moveTrack,
  shortenTrack,
  type Track,
  trackAt,
} from '../../../../src/core/mechanics/limb/track.ts';
import { yieldNPerMm } from '../../../../src/core/mechanics/limb/widen.ts';

const out = createTrackPoint();

/** Tissue that nothing has moved. */
const asKept = (_: number, __: number, x: number, y: number, to: { x: number; y: number }) =>
  Object.assign(to, { x, y });

/** 5 mm of lumen along the vessel, then 5 mm through a plaque at a slope of 3 : 4. */
const track = (): Track => {
  const t = createTrack();
  for (let i = 1; i <= 100; i++) extendTrack(t, 0.05, 0.05 * i, 0, 0, MEDIUM.lumen, MATERIAL.blood);
  for (let i = 1; i <= 100; i++)
    extendTrack(t, 0.05, 5 + 0.04 * i, 0.03 * i, 0, MEDIUM.tissue, MATERIAL.denseFibrous);
  return t;
};

describe('a way', () => {
  test('is found again by its length, with its direction and what it ran through', () => {
    const t = track();
    expect(t.lengthMm).toBeCloseTo(10, 9);
    trackAt(t, 7.5, asKept, out);
    expect(out.s).toBeCloseTo(7, 6);
    expect(out.x).toBeCloseTo(1.5, 6);
    expect([out.ds, out.dx, out.dy]).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.6, 6), 0]);
    expect([mediumAt(t, 4), mediumAt(t, 6)]).toEqual([MEDIUM.lumen, MEDIUM.tissue]);
    expect(materialOnTrack(t, 6)).toBe(MATERIAL.denseFibrous);
  });

  test('behind its beginning is lumen: the wire comes from the sheath', () => {
    expect(mediumAt(track(), -1)).toBe(MEDIUM.lumen);
    expect(mediumAt(createTrack(), 3)).toBe(MEDIUM.lumen);
  });

  test('is written over by a tip that was drawn back and goes elsewhere', () => {
    const t = track();
    shortenTrack(t, 2);
    for (let i = 1; i <= 20; i++)
      extendTrack(t, 0.05, 7.4 + 0.05 * i, 1.8, 0, MEDIUM.tissue, MATERIAL.looseFibrous);
    expect(t.lengthMm).toBeCloseTo(9, 9);
    trackAt(t, 8.8, asKept, out);
    expect(out.x).toBeCloseTo(1.8, 2);
    expect(materialOnTrack(t, 8.8)).toBe(MATERIAL.looseFibrous);
  });

  test('gives sideways where it is pressed, less and less around, and only in tissue', () => {
    const t = track();
    moveTrack(t, 7, 1, 0, 0.2, () => true);
    const y = (mm: number): number => trackAt(t, mm, asKept, out).y;
    expect(y(7)).toBeCloseTo(0.2, 6);
    expect(y(7.5)).toBeCloseTo(0.1, 6);
    expect(y(8.2)).toBe(0);
    moveTrack(t, 5, 1, 0, 0.2, () => true);
    expect(y(4.5)).toBe(0);
  });

  test('stays where what presses it aside would lead it into what does not give', () => {
    const t = track();
    moveTrack(t, 7, 1, 0, 0.2, (_, __, y) => y < 0.15);
    const y = (mm: number): number => trackAt(t, mm, asKept, out).y;
    expect(y(7)).toBe(0);
    expect(y(7.5)).toBeCloseTo(0.1, 6);
  });

  test('that comes upon something firmer is held by that', () => {
    const t = track();
    firmTrack(t, 8, 1, MATERIAL.adventitia);
    expect(materialOnTrack(t, 8)).toBe(MATERIAL.adventitia);
    expect(materialOnTrack(t, 6)).toBe(MATERIAL.denseFibrous);
  });
});

test('a wire cuts aside when it presses with p_y d on each millimetre', () => {
  expect(yieldNPerMm(MATERIAL.denseFibrous, 0.356)).toBeCloseTo(1.2 * 0.356, 9);
  expect(yieldNPerMm(MATERIAL.calcium, 0.356)).toBeGreaterThan(10 * yieldNPerMm(MATERIAL.lipid, 0.356));
  expect(materialRow(MATERIAL.denseFibrous).mechanical.yieldMPa.value).toBe(1.2);
});
