/** @file Force to sound, to rumble and to words; sticks and buttons to hubs and actions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWTON_PER_GF } from '../../../../src/core/mechanics/wires.ts';
import { ACTIONS } from '../../../../src/state/actions/registry.ts';
import {
  changesOf,
  PAD_HOLD,
  PAD_PRESS,
  type PadReading,
  rumbleOf,
  STICK_DEAD,
  sticksOf,
  triggerGear,
} from '../../../../src/state/feel/gamepad-map.ts';
import { gramForce, isWoundUp, levelOf, turnsOf } from '../../../../src/state/feel/level.ts';
import {
  clickOf,
  clicksFor,
  LOUDEST_SCRAPE,
  LOUDEST_TONE,
  voiceOf,
} from '../../../../src/state/feel/sound-map.ts';

const load = (tipN: number, twistRad = 0, labelN: number | null = 12 * NEWTON_PER_GF) => ({
  tipN,
  labelN,
  hubN: tipN,
  twistRad,
});
const LABEL = 12 * NEWTON_PER_GF;
const force = fc.double({ min: 0, max: 3, noNaN: true });

describe('the level of a load', () => {
  test('goes by the label of the tip', () => {
    expect([0, 0.3, 0.9, 1, 1.01].map((share) => levelOf(load(share * LABEL)))).toEqual([
      'free',
      'resists',
      'stuck',
      'stuck',
      'above',
    ]);
    // what stops a 12 gf tip is nothing to a catheter
    expect(levelOf(load(LABEL, 0, null))).toBe('free');
  });

  test('counts turns either way and warns above three', () => {
    expect(turnsOf(load(0, -2 * Math.PI))).toBe(-1);
    expect(isWoundUp(load(0, 6.1 * Math.PI))).toBe(true);
    expect(isWoundUp(load(0, -6.1 * Math.PI))).toBe(true);
    expect(isWoundUp(load(0, 5.9 * Math.PI))).toBe(false);
    expect(gramForce(LABEL)).toBeCloseTo(12, 12);
  });
});

describe('the sound of a load', () => {
  test('is silent for a free tip and at no volume', () => {
    expect(voiceOf(load(0), 10, 1)).toMatchObject({ toneGain: 0, scrapeGain: 0 });
    expect(voiceOf(load(LABEL), 10, 0)).toMatchObject({ toneGain: 0, scrapeGain: 0 });
  });

  test('rises in loudness and pitch with force, and stays quiet', () => {
    fc.assert(
      fc.property(force, force, (a, b) => {
        const [soft, hard] = [voiceOf(load(Math.min(a, b)), 5, 1), voiceOf(load(Math.max(a, b)), 5, 1)];
        expect(soft.toneGain).toBeLessThanOrEqual(hard.toneGain);
        expect(soft.toneHz).toBeLessThanOrEqual(hard.toneHz);
        expect(hard.toneGain).toBeLessThanOrEqual(LOUDEST_TONE);
        expect(hard.scrapeGain).toBeLessThanOrEqual(LOUDEST_SCRAPE);
      }),
    );
  });

  test('rustles only while the device moves', () => {
    expect(voiceOf(load(LABEL), 0, 1).scrapeGain).toBe(0);
    expect(voiceOf(load(LABEL), -5, 1).scrapeGain).toBeGreaterThan(0);
  });

  test('clicks for a pop, warns of a perforation, says nothing of a mark', () => {
    const event = (code: 'perforation' | 'mark-accepted') =>
      ({ tick: 0, code, severity: 'info', values: {} }) as const;
    expect(clickOf('pop', 0.5).gain).toBeCloseTo(clickOf('pop', 1).gain / 2, 12);
    expect(clicksFor(event('perforation'), 1)).toHaveLength(2);
    expect(clicksFor(event('mark-accepted'), 1)).toEqual([]);
  });
});

describe('rumble', () => {
  test('is still for a free tip, rises with force, stays in range', () => {
    expect(rumbleOf(load(0))).toBeNull();
    fc.assert(
      fc.property(force, force, (a, b) => {
        const weak = (f: number): number => rumbleOf(load(f))?.weak ?? 0;
        expect(weak(Math.min(a, b))).toBeLessThanOrEqual(weak(Math.max(a, b)));
        expect(weak(a)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a gamepad', () => {
  const pad = (change: Partial<PadReading> = {}): PadReading => ({
    name: 'test',
    axes: [0, 0, 0, 0],
    buttons: [],
    ...change,
  });
  const button = (index: number, value = 1): PadReading =>
    pad({ buttons: Array.from({ length: 17 }, (_, i) => (i === index ? value : 0)) });

  test('rests within its dead zone and is full at the rim, in each speed', () => {
    expect(sticksOf(pad({ axes: [0, STICK_DEAD - 0.01, -STICK_DEAD + 0.01, 0] }), 'coarse')).toEqual({
      advance: 0,
      torque: 0,
    });
    expect(sticksOf(pad({ axes: [0, -1, 1, 0] }), 'fine')).toEqual({ advance: 1, torque: 0.4 });
    expect(sticksOf(pad({ axes: [0, 1, -1, 0] }), 'coarse')).toEqual({ advance: -20, torque: -4 });
    expect(sticksOf(pad({ axes: [] }), 'normal')).toEqual({ advance: 0, torque: 0 });
  });

  test('triggers hold a speed', () => {
    expect([triggerGear(pad()), triggerGear(button(6)), triggerGear(button(7, 0.6))]).toEqual([
      null,
      'fine',
      'coarse',
    ]);
  });

  test('a button acts when it goes down, and never on the first reading', () => {
    expect(changesOf(null, button(0)).pressed).toEqual([]);
    expect(changesOf(pad(), button(0)).pressed).toEqual(['fluoro']);
    expect(changesOf(button(0), button(0)).pressed).toEqual([]);
    expect(changesOf(pad(), button(12)).started).toEqual(['transducer-distal']);
    expect(changesOf(button(12), pad()).stopped).toEqual(['transducer-distal']);
    // unplugged while held
    expect(changesOf(button(12), null).stopped).toEqual(['transducer-distal']);
  });

  test('knows only actions of the registry', () => {
    const kinds = new Map(ACTIONS.map(({ id, kind }) => [id, kind]));
    for (const id of Object.values(PAD_PRESS)) expect(kinds.get(id)).toBe('press');
    for (const id of Object.values(PAD_HOLD)) expect(kinds.get(id)).toBe('hold');
  });
});
