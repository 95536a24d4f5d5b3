/** @file The calcium page's settings in the address: back and forth, clamped, and with what could not be taken. */
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  type CalciumSettings,
  DEFAULT_SETTINGS,
  NUMBER_FIELDS,
  PRESET_IDS,
  PRESETS,
  RANGES,
  readAddress,
  sameSettings,
  withinRange,
} from '../../../src/app/calcium/settings.ts';

const settings = (more: Partial<CalciumSettings>): CalciumSettings => ({ ...DEFAULT_SETTINGS, ...more });

describe('addresses', () => {
  test.each<[string, Partial<CalciumSettings>]>([
    ['the first settings', {}],
    [
      'numbers',
      { arcDeg: 275, thicknessMm: 0.47, depthMm: 0.02, frequencyMHz: 59, gainDb: -7, lineDeg: 359 },
    ],
    ['a negative offset', { offsetMm: -0.15 }],
    ['a nodule', { shape: 'nodule' }],
    ['effects off', { shadow: false, multiples: false, wireShadow: false }],
  ])('%s come back as they went', (_, more) => {
    const { settings: read, problems } = readAddress(addressOf(settings(more)));
    expect(read).toEqual(settings(more));
    expect(problems).toEqual([]);
  });

  test('what is as at first is left out, and a bare address says nothing', () => {
    expect(addressOf(DEFAULT_SETTINGS)).toBe('#/calcium?v=1');
    expect(addressOf(settings({ frequencyMHz: 60 }))).toBe('#/calcium?v=1&mhz=60');
    expect(readAddress('#/calcium')).toEqual({ settings: null, problems: [] });
  });

  test('out of range is brought within and told', () => {
    const { settings: read, problems } = readAddress('#/calcium?v=1&mhz=500&thickness=-3&arc=90');
    expect(read).toEqual(settings({ frequencyMHz: 60, thicknessMm: 0.05, arcDeg: 90 }));
    expect(problems).toEqual([
      { kind: 'range', field: 'thicknessMm', asked: -3, shown: 0.05 },
      { kind: 'range', field: 'frequencyMHz', asked: 500, shown: 60 },
    ]);
  });

  test('between two steps of a slider the nearest is taken, without a word', () => {
    const { settings: read, problems } = readAddress('#/calcium?arc=93&thickness=0.333');
    expect([read!.arcDeg, read!.thicknessMm, problems.length]).toEqual([95, 0.33, 0]);
  });

  test.each([
    ['depth=deep', 'depth', 'deep'],
    ['depth=', 'depth', ''],
    ['depth=NaN', 'depth', 'NaN'],
    ['depth=Infinity', 'depth', 'Infinity'],
    ['shape=heart', 'shape', 'heart'],
    ['off=gravity', 'off', 'gravity'],
  ])('%s is left out and told', (query, name, text) => {
    const { settings: read, problems } = readAddress(`#/calcium?v=1&${query}`);
    expect(read).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([{ kind: 'unreadable', name, text }]);
  });

  test('a newer version is taken as far as it is understood, and told', () => {
    const { settings: read, problems } = readAddress('#/calcium?v=2&arc=90');
    expect(read!.arcDeg).toBe(90);
    expect(problems).toEqual([{ kind: 'newer' }]);
  });
});

describe('ranges', () => {
  test('every first setting and preset is a place of its slider', () => {
    for (const one of [DEFAULT_SETTINGS, ...PRESET_IDS.map((id) => PRESETS[id])]) {
      for (const field of NUMBER_FIELDS) expect(withinRange(field, one[field])).toBe(one[field]);
    }
  });

  test('ends are kept and the dust of binary fractions is wiped off', () => {
    for (const field of NUMBER_FIELDS) {
      expect(withinRange(field, -1e9)).toBe(RANGES[field].min);
      expect(withinRange(field, 1e9)).toBe(RANGES[field].max);
    }
    expect(withinRange('thicknessMm', 0.1 + 0.2)).toBe(0.3);
  });

  test('the presets differ from one another', () => {
    const all = PRESET_IDS.map((id) => PRESETS[id]);
    for (const a of all) expect(all.filter((b) => sameSettings(a, b))).toEqual([a]);
  });
});
