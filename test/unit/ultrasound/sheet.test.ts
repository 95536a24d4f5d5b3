/** @file What a sheet costs, against values computed by hand and against the material table. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import {
  absorptionDb,
  calciumLoss,
  type Sheet,
  sheetLoss,
  tissueLossDb,
} from '../../../src/core/ultrasound/sheet.ts';

const sheet = (more: Partial<Sheet>): Sheet => ({
  thicknessMm: 0.3,
  frequencyMHz: 60,
  frontReflection: 0.61,
  backReflection: 0.61,
  alphaDbCmMHz: 5,
  ...more,
});

describe('a sheet of calcium', () => {
  test('turns 8.1 dB back at its two faces when R is 0.61', () => {
    expect(sheetLoss(sheet({})).reflectedDb).toBeCloseTo(8.1, 1);
    expect(sheetLoss(sheet({ thicknessMm: 0 })).totalDb).toBeCloseTo(8.1, 1);
  });

  test.each([
    [60, 5, 0.3, 26],
    [60, 5, 0.48, 37],
    [60, 5, 0.5, 38],
    [60, 2, 0.5, 20],
    [60, 15, 0.3, 62],
    [40, 5, 0.3, 20],
    [40, 5, 0.5, 28],
  ])('%i MHz, alpha %i, %f mm: %i dB', (frequencyMHz, alphaDbCmMHz, thicknessMm, db) => {
    const { totalDb } = sheetLoss(sheet({ frequencyMHz, alphaDbCmMHz, thicknessMm }));
    expect(Math.round(totalDb)).toBe(db);
  });

  test('the whole is the sum of both parts, and equal faces follow 40 log10(1 / (1 - R^2))', () => {
    const loss = sheetLoss(sheet({ frontReflection: 0.4, backReflection: 0.4 }));
    expect(loss.reflectedDb).toBeCloseTo(40 * Math.log10(1 / (1 - 0.16)), 9);
    expect(loss.totalDb).toBeCloseTo(loss.reflectedDb + loss.absorbedDb, 12);
  });

  test('from the tables: the same numbers within the rounding of R and alpha', () => {
    const { intima } = MATERIAL;
    expect(calciumLoss(0.3, 60, intima, intima).totalDb).toBeCloseTo(26, 0);
    expect(calciumLoss(0.5, 40, intima, intima).totalDb).toBeCloseTo(28, 0);
  });

  test('a face on blood reflects more than one on wall', () => {
    const { blood, intima } = MATERIAL;
    const bare = calciumLoss(0.3, 60, blood, intima);
    const covered = calciumLoss(0.3, 60, intima, intima);
    expect(bare.reflectedDb).toBeGreaterThan(covered.reflectedDb);
    expect(bare.absorbedDb).toBe(covered.absorbedDb);
  });
});

test('absorption goes with attenuation, frequency and thickness, twice', () => {
  expect(absorptionDb(1, 40, 1)).toBeCloseTo(8, 12);
  expect(tissueLossDb(0.5, 60, MATERIAL.intima)).toBeCloseTo(absorptionDb(0.8, 60, 0.5), 6);
});
