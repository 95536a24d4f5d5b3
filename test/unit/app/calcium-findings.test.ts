/** @file What the calcium page says of real pairs of frames: numbers against the tables, and the right sentences. */
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/app/calcium/Explanation.tsx';
import {
  echoesAt,
  type Findings,
  findingsOf,
  tissueOf,
  verdictOf,
} from '../../../src/app/calcium/findings.ts';
import { psiOfLine, wishOf } from '../../../src/app/calcium/imaging.ts';
import { type CalciumSettings, DEFAULT_SETTINGS, PRESETS } from '../../../src/app/calcium/settings.ts';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { phantomPose, plainVessel, plateVessel } from '../../../src/core/cases/calcium-phantom.ts';
import { DEG } from '../../../src/core/math/trig.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { calcium as words } from '../../../src/ui/strings/en/calcium.ts';

const plain = createSynthesizer(createTissue(plainVessel()));

const findingsFor = (settings: CalciumSettings): Findings => {
  const wish = wishOf(settings);
  const request = { ...wish, pose: phantomPose(wish.phantom), editsVersion: 0 };
  const pair = {
    wish,
    plain: plain.render(request)!,
    plate: createSynthesizer(createTissue(plateVessel(wish.phantom))).render(request)!,
    latencyMs: 0,
  };
  return findingsOf(pair, tissueOf(wish))!;
};
const said = (settings: CalciumSettings, findings: Findings): string =>
  sentencesOf(findings, settings, 0.435).join(' ');

describe('numbers', () => {
  test.each<[string, Partial<CalciumSettings>]>([
    ['0.3 mm at 40 MHz', {}],
    ['0.3 mm at 60 MHz', { frequencyMHz: 60 }],
    ['0.1 mm at 40 MHz', { thicknessMm: 0.1 }],
    ['0.5 mm at 20 MHz', { thicknessMm: 0.5, frequencyMHz: 20 }],
  ])('%s: as dark behind as the tables expect, within 2 dB', (_, more) => {
    const f = findingsFor({ ...DEFAULT_SETTINGS, ...more });
    expect(Math.abs(f.plainDb - f.behindDb - f.expectedDb)).toBeLessThan(2);
    expect(f.expectedDb).toBeCloseTo(f.loss.totalDb - f.replacedDb, 9);
  });

  test('with the shadow off nothing is lost', () => {
    const f = findingsFor({ ...DEFAULT_SETTINGS, shadow: false, multiples: false });
    expect(f.expectedDb).toBe(0);
    expect(Math.abs(f.plainDb - f.behindDb)).toBeLessThan(2);
  });

  test('every preset is read to 10 deg of what the catheter sees', () => {
    for (const preset of Object.values(PRESETS)) {
      const { arc } = findingsFor(preset);
      expect(Math.abs((arc.read?.widthRad ?? 0) - arc.seen.widthRad) / DEG).toBeLessThan(10);
    }
  });
});

test('repeats are expected where the plate faces the catheter, not where it is tilted or without multiples', () => {
  const repeats = (settings: CalciumSettings, lineDeg: number): number | undefined => {
    const wish = wishOf(settings);
    const pose = phantomPose(wish.phantom);
    return echoesAt(tissueOf(wish), pose, wish.settings, psiOfLine(lineDeg))?.repeatsMm.length;
  };
  const centred = { ...DEFAULT_SETTINGS, offsetMm: 0 };
  expect([repeats(centred, 0), repeats(centred, 40), repeats(centred, 180)]).toEqual([2, 2, undefined]);
  expect([repeats(PRESETS.eccentric, 0), repeats(PRESETS.eccentric, 40)]).toEqual([2, 0]);
  expect(repeats({ ...centred, multiples: false }, 0)).toBe(0);
});

describe('verdicts', () => {
  const at = (behindDb: number, gainDb = 0) => verdictOf({ behindDb, noiseDb: -62 }, gainDb, 50);
  test('seen, dim and black depend on gain; noise does not', () => {
    expect([at(-35), at(-45), at(-55), at(-60)]).toEqual(['seen', 'dim', 'black', 'noise']);
    expect([at(-55, 10), at(-55, 20), at(-60, 40)]).toEqual(['dim', 'seen', 'noise']);
    expect(at(-35, -20)).toBe('black');
  });

  test('0.3 mm at 60 MHz can still be seen through; 0.6 mm cannot at any gain', () => {
    const thin = findingsFor({ ...DEFAULT_SETTINGS, frequencyMHz: 60 });
    expect(verdictOf(thin, 15, 50)).not.toBe('noise');
    const thick = findingsFor({ ...DEFAULT_SETTINGS, frequencyMHz: 60, thicknessMm: 0.6 });
    expect(verdictOf(thick, 40, 50)).toBe('noise');
  });
});

describe('sentences', () => {
  test('follow thickness, frequency and switches', () => {
    const settings = { ...DEFAULT_SETTINGS, frequencyMHz: 60 };
    const text = said(settings, findingsFor(settings));
    expect(text).toContain('At 60\u00a0MHz 0.30\u00a0mm of calcium takes 26\u00a0dB');
    expect(text).toContain(words.say.verdict.black);
    expect(text).not.toContain(words.say.noMultiples);
    const off = { ...settings, shadow: false, multiples: false, wireShadow: false };
    const without = said(off, findingsFor(off));
    for (const sentence of [words.say.noShadow, words.say.noMultiples, words.say.noWireShadow]) {
      expect(without).toContain(sentence);
    }
    expect(without).not.toContain('26\u00a0dB');
  });

  test('a nodule meets blood, a deep sheet wall; a centred catheter needs no word', () => {
    const nodule = said(PRESETS.nodule, findingsFor(PRESETS.nodule));
    expect(nodule).toContain('From blood to calcium');
    expect(nodule).not.toContain('off centre');
    expect(said(PRESETS.eccentric, findingsFor(PRESETS.eccentric))).toContain(
      '0.45\u00a0mm off centre: 90° of the vessel',
    );
  });
});
