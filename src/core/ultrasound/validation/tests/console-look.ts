/** @file Test 25: with the console's smoothing on, blood and wall are as grey and as grainy as on a clinical frame. */
import { type PolarFrame, toDb } from '../../frame.ts';
import { DEFAULT_CATHETER, imagingOf } from '../../presets.ts';
import { createPersistence } from '../../receiver/persistence.ts';
import type { Lab } from '../lab.ts';
import { sampleAtMm } from '../picture.ts';
import { type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { grainOf, type Patch } from '../speckle-correlation.ts';

/** A normal wall about a lumen wide enough to show blood at the depths of a clinical frame. */
const LUMEN_MM = 2.2;
const IEL_MM = 2.32;
const EEM_MM = 2.5;
const ADVENTITIA_MM = 3;
const BLOOD_MM = [1.4, 2] as const;
const FRAMES = 12;
const SPAN_DB = 50;
const WHITE = 255;

const greyPatch = (frame: PolarFrame, mm: readonly [number, number]): Patch => {
  const first = sampleAtMm(frame, mm[0]);
  const samples = sampleAtMm(frame, mm[1]) - first;
  const values = Float64Array.from({ length: frame.lines * samples }, (_, i) => {
    const word = frame.data[Math.floor(i / samples) * frame.samples + first + (i % samples)]!;
    return Math.max(0, Math.min(WHITE, (WHITE * (toDb(word) + SPAN_DB)) / SPAN_DB));
  });
  return { lines: frame.lines, samples, values };
};

const meanOf = ({ values }: Patch): number =>
  Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;

/** SD about the mean of each range, so that the fall with depth does not count. */
const sdOf = ({ lines, samples, values }: Patch): number => {
  let variance = 0;
  for (let k = 0; k < samples; k++) {
    let mean = 0;
    for (let l = 0; l < lines; l++) mean += values[l * samples + k]! / lines;
    for (let l = 0; l < lines; l++) variance += (values[l * samples + k]! - mean) ** 2 / lines / samples;
  }
  return Math.sqrt(variance);
};

export const consoleLookRow = (lab: Lab): ValidationRow => {
  const scanner = lab.scanner({
    radiiMm: { lumen: LUMEN_MM, iel: IEL_MM, eem: EEM_MM, adventitia: ADVENTITIA_MM },
  });
  const settings = imagingOf(DEFAULT_CATHETER);
  const persistence = createPersistence(DEFAULT_CATHETER.console.persistenceFrames);
  let shown = scanner.frame(settings);
  for (let i = 0; i < FRAMES; i++) {
    shown = persistence.show(scanner.frame(settings, {}, { frameSeed: i, timeS: i / settings.framesPerS }));
  }
  const blood = greyPatch(shown, BLOOD_MM);
  const adventitia = greyPatch(shown, [EEM_MM + 0.05, EEM_MM + 0.3]);
  const check = (
    what: 'greySd' | 'level' | 'grainAngle',
    measured: number,
    lo: number,
    hi: number,
    unit: 'grey' | 'deg',
  ): Check =>
    checkOf({
      what,
      measured,
      reference: null,
      tolerance: { lo, hi },
      unit,
      source: 'clinicalFrame',
    });
  return rowOf('consoleLook', [
    check('greySd', sdOf(blood), 12, 18, 'grey'),
    check('level', meanOf(blood) - meanOf(adventitia), -75, -55, 'grey'),
    check('grainAngle', (grainOf(blood).lateral * 360) / shown.lines, 3, 4, 'deg'),
  ]);
};
