/** @file The catheters on the shelf: every one can be rendered, and what the numbers mean at the table. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_IMAGING } from '../../../src/core/ultrasound/frame.ts';
import {
  CATHETER_IDS,
  CATHETER_PRESETS,
  type CatheterId,
  type CatheterPreset,
  DEFAULT_CATHETER,
  findCatheter,
  imagingOf,
  rotates,
} from '../../../src/core/ultrasound/presets.ts';
import { validateSettings } from '../../../src/core/ultrasound/settings.ts';

const catheter = (id: CatheterId): CatheterPreset => findCatheter(id)!;
const mmOfFr = (fr: number): number => fr / 3;

describe.each(CATHETER_PRESETS.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
  const settings = imagingOf(preset);
  const lastMm = settings.startMm + (settings.samples - 1) * settings.mmPerSample;

  test('has settings that a synthesizer accepts', () => {
    expect(validateSettings(settings)).toBe(settings);
    expect(imagingOf(preset)).toBe(settings);
    expect(settings).toMatchObject({ probe: preset.probe, framesPerS: preset.framesPerS });
  });

  test('fits together: element in its window, window in its sheath, picture within reach', () => {
    expect(preset.probe.orbitMm).toBeLessThan(preset.windowRadiusMm);
    expect(preset.windowRadiusMm).toBeLessThanOrEqual(preset.outerRadiusMm);
    expect(settings.startMm).toBeGreaterThanOrEqual(preset.probe.orbitMm);
    expect(preset.displayRadiusMm).toBeLessThanOrEqual(preset.maxDisplayRadiusMm);
    expect(lastMm).toBeGreaterThan(preset.maxDisplayRadiusMm - 0.1);
    // two samples at least within the pulse, 1.6 mm MHz long
    expect(settings.mmPerSample).toBeLessThan(1.6 / preset.probe.frequencyMHz / 2);
  });

  test('leaves room for wire 1: beside the window, or inside the array', () => {
    const beside = preset.rxLumenMm < preset.tipToTransducerMm;
    expect(beside).toBe(rotates(preset));
    // 0.014 inch: 0.178 mm
    if (beside) expect(preset.wireFromAxisMm).toBeGreaterThanOrEqual(preset.windowRadiusMm + 0.178 - 1e-9);
    else expect(preset.wireFromAxisMm).toBe(0);
  });

  test('offers speeds in rising order', () => {
    expect([...preset.pullbackMmS].sort((a, b) => a - b)).toEqual(preset.pullbackMmS);
    expect(preset.pullbackMmS[0]).toBeGreaterThan(0);
  });
});

test('every id has one catheter, and the first is the one that sessions begin with', () => {
  expect(CATHETER_PRESETS.map(({ id }) => id)).toEqual([...CATHETER_IDS]);
  expect(findCatheter('none')).toBeNull();
  expect(DEFAULT_CATHETER.id).toBe('dual-rx-40');
  const { smoothLines } = DEFAULT_CATHETER.console;
  expect(imagingOf(DEFAULT_CATHETER)).toEqual({ ...DEFAULT_IMAGING, smoothLines });
});

describe('what follows for the operator', () => {
  test('a short tip hides 8 mm of the track, a long one 20', () => {
    expect(catheter('dual-rx-40').tipToTransducerMm).toBe(8);
    expect(catheter('long-tip-40').tipToTransducerMm).toBe(20);
    expect(catheter('fast-60').tipToTransducerMm).toBeCloseTo(23.5, 9);
  });

  test('4 Fr fill 29 % of a 2.45 mm vessel and 40 % of one of 2.1 mm', () => {
    const across = 2 * catheter('dual-rx-40').outerRadiusMm;
    expect(across).toBeCloseTo(mmOfFr(4), 2);
    expect((across / 2.45) ** 2).toBeCloseTo(0.29, 2);
    expect((across / 2.1) ** 2).toBeCloseTo(0.4, 2);
  });

  test('a whole pullback takes 300, 150 or 17 s, and 228 mm need two', () => {
    const { travelMm } = catheter('dual-rx-40');
    expect([0.5, 1, 9].map((speed) => Math.round(travelMm / speed))).toEqual([300, 150, 17]);
    expect(Math.ceil(228 / travelMm)).toBe(2);
  });

  test('at 30 frames/s frames lie 0.017, 0.033 and 0.30 mm apart: a 1.5 mm tip spans 90, 45 or 5', () => {
    const { framesPerS } = catheter('dual-rx-40');
    const pitch = [0.5, 1, 9].map((speed) => speed / framesPerS);
    pitch.forEach((mm, i) => {
      expect(mm).toBeCloseTo([0.017, 0.033, 0.3][i]!, 3);
    });
    expect(pitch.map((mm) => Math.round(1.5 / mm))).toEqual([90, 45, 5]);
  });

  test('twice the frames halve the gap of a fast pullback', () => {
    const { framesPerS, pullbackMmS } = catheter('fast-60');
    expect(pullbackMmS.at(-1)! / framesPerS).toBeCloseTo(0.15, 9);
  });

  test('a wire on the window hides about 32 deg', () => {
    const { wireFromAxisMm } = catheter('dual-rx-40');
    const hiddenDeg = (2 * Math.atan(0.18 / wireFromAxisMm) * 180) / Math.PI;
    expect(hiddenDeg).toBeCloseTo(32, 0);
  });

  test('only the array neither turns nor slides, and it looks furthest', () => {
    expect(CATHETER_PRESETS.filter((preset) => !rotates(preset)).map(({ id }) => id)).toEqual(['array-20']);
    const others = CATHETER_PRESETS.filter(rotates).map(({ maxDisplayRadiusMm }) => maxDisplayRadiusMm);
    expect(catheter('array-20').maxDisplayRadiusMm).toBeGreaterThan(Math.max(...others));
  });

  test('wire 2 can ride in one of them only', () => {
    expect(CATHETER_PRESETS.filter(({ rxLumens }) => rxLumens === 2).map(({ id }) => id)).toEqual([
      'dual-rx-40',
    ]);
  });
});
