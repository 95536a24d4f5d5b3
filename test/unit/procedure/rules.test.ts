/** @file When a step is done, also for those who go out of order. */
import { describe, expect, test } from 'vitest';
import type { WorldFacts } from '../../../src/core/procedure/facts.ts';
import { type Mark, type MarkKind, STEP_IDS, type StepId } from '../../../src/core/procedure/procedure.ts';
import { currentStep, noteDoneSteps, STEP_RULES } from '../../../src/core/procedure/rules.ts';
import { NO_WIRE2 } from '../../../src/core/procedure/wire2.ts';

const CAP = 210;

const mark = (kind: MarkKind, errorDeg: number): Mark => ({
  kind,
  errorDeg,
  tick: 0,
  stationMm: CAP,
  clock: 0,
  rangeMm: 1,
});

const START: WorldFacts = {
  tick: 7,
  occlusionStartMm: 60,
  occlusionEndMm: CAP,
  seenOpacity: 0,
  wire1: { loaded: true, phase: 'lumen', tipS: -100 },
  wire2: NO_WIRE2,
  transducerS: null,
  recordedMm: 0,
  viewErrorDeg: null,
  marks: [],
  confirmedTick: null,
  finishedTick: null,
};

const READ = [mark('true-lumen', 44), mark('plane', 0)];
const OUT = { loaded: true, phase: 'plane', tipS: 200, lumenLengthMm: 0, reentryS: null } as const;

/** For each step: facts that just do not do it, and facts that do. */
const CASES: Record<StepId, readonly [Partial<WorldFacts>, Partial<WorldFacts>]> = {
  angiogram: [{ seenOpacity: 0.49 }, { seenOpacity: 0.5 }],
  'wire1-subintimal': [
    { wire1: { loaded: true, phase: 'lumen', tipS: CAP + 20 } },
    { wire1: { loaded: true, phase: 'plane', tipS: CAP + 15 } },
  ],
  'ivus-in': [{ transducerS: CAP - 0.1 }, { transducerS: CAP }],
  pullback: [{ recordedMm: 19.9 }, { recordedMm: 20 }],
  'read-image': [{ marks: [mark('true-lumen', 46), mark('plane', 0)] }, { marks: READ }],
  orient: [
    { marks: READ, viewErrorDeg: 21 },
    { marks: READ, viewErrorDeg: 20 },
  ],
  'deliver-wire2': [{ wire2: { ...OUT, phase: 'in-catheter' } }, { wire2: OUT }],
  'steer-wire2': [{ wire2: OUT }, { wire2: { ...OUT, phase: 'plaque' } }],
  'advance-wire2': [
    { wire2: { ...OUT, phase: 'lumen', lumenLengthMm: 9.9, reentryS: CAP } },
    { wire2: { ...OUT, phase: 'lumen', lumenLengthMm: 10, reentryS: CAP } },
  ],
  confirm: [{}, { confirmedTick: 3 }],
  finish: [{}, { finishedTick: 3 }],
};

describe.each(STEP_IDS)('%s', (id) => {
  const [not, done] = CASES[id];
  test('is done by what it asks for and by nothing less', () => {
    expect(STEP_RULES[id].done(START)).toBe(false);
    expect(STEP_RULES[id].done({ ...START, ...not })).toBe(false);
    expect(STEP_RULES[id].done({ ...START, ...done })).toBe(true);
  });
  test('has progress from 0 to 1', () => {
    for (const facts of [{}, not, done]) {
      const progress = STEP_RULES[id].progress({ ...START, ...facts });
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
    }
  });
});

describe('the order of steps', () => {
  test('a step done early stays done, and the first open one is current', () => {
    const ticks: (number | null)[] = STEP_IDS.map(() => null);
    expect(currentStep(ticks)).toBe('angiogram');
    noteDoneSteps(ticks, { ...START, recordedMm: 30 });
    expect(ticks[STEP_IDS.indexOf('pullback')]).toBe(7);
    expect(currentStep(ticks)).toBe('angiogram');
    noteDoneSteps(ticks, { ...START, tick: 9, seenOpacity: 1 });
    expect(currentStep(ticks)).toBe('wire1-subintimal');
    expect(ticks[STEP_IDS.indexOf('pullback')]).toBe(7);
  });

  test('with all done, finish remains', () => {
    expect(currentStep(STEP_IDS.map(() => 1))).toBe('finish');
  });

  test('turning the C-arm before reading the image does not count until the image is read', () => {
    const turned = { ...START, viewErrorDeg: 0 };
    expect(STEP_RULES.orient.done(turned)).toBe(false);
    expect(STEP_RULES.orient.done({ ...turned, marks: READ })).toBe(true);
  });
});
