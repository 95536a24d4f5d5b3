/** @file The table of constants: complete, sourced, in the order of nature. */
import { describe, expect, test } from 'vitest';
import { MATERIAL, MATERIAL_NAMES } from '../../../src/core/anatomy/material.ts';
import {
  MATERIAL_TABLE,
  materialColumn,
  materialRow,
  type Sourced,
} from '../../../src/core/anatomy/material-table.ts';

const sourced = (value: object): Sourced[] => Object.values(value) as Sourced[];

describe.each(MATERIAL_NAMES)('%s', (name) => {
  const row = MATERIAL_TABLE[name];

  test('has a row of its own, found by id', () => {
    expect(row.name).toBe(name);
    expect(materialRow(MATERIAL[name])).toBe(row);
    expect(row.colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  test('gives a source for every number', () => {
    for (const part of [row.acoustic, row.mechanical, row.radiographic]) {
      for (const { value, source } of sourced(part)) {
        expect(Number.isNaN(value)).toBe(false);
        expect(source.length).toBeGreaterThan(5);
      }
    }
  });

  test('speed, density and attenuation are those of tissue', () => {
    const { speedMs, impedanceMRayl, alphaDbCmMHz } = row.acoustic;
    const density = (impedanceMRayl.value / speedMs.value) * 1e6;
    expect(density).toBeGreaterThan(900);
    expect(density).toBeLessThan(2500);
    expect(alphaDbCmMHz.value).toBeGreaterThan(0);
    expect(row.radiographic.muCm50.value).toBeGreaterThan(row.radiographic.muCm80.value);
  });
});

test('a column is indexed by material id', () => {
  const levels = materialColumn((row) => row.acoustic.levelDb.value);
  expect(levels[MATERIAL.adventitia]).toBe(0);
  expect(levels[MATERIAL.media]).toBe(-15);
});

test('nothing is harder to puncture than calcium, and dense tissue about four times loose', () => {
  const force = (name: keyof typeof MATERIAL) => MATERIAL_TABLE[name].mechanical.punctureN.value;
  expect(force('calcium')).toBe(Number.POSITIVE_INFINITY);
  expect(force('denseFibrous') / force('looseFibrous')).toBeCloseTo(4, 0);
  expect(force('thrombus')).toBeLessThan(force('looseFibrous'));
});

test('bright-dark-bright: media is the darkest layer of the wall', () => {
  const level = (name: keyof typeof MATERIAL) => MATERIAL_TABLE[name].acoustic.levelDb.value;
  expect(level('media')).toBeLessThan(level('intima') - 6);
  expect(level('media')).toBeLessThan(level('adventitia') - 6);
});
