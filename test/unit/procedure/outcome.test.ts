/** @file How a case ends follows from the world. */
import { expect, test } from 'vitest';
import { type Ending, outcomeOf } from '../../../src/core/procedure/outcome.ts';

const GOOD: Ending = {
  timeS: 600,
  fluoroS: 120,
  contrastMl: 12,
  perforations: 0,
  harm: { worst: null, haematomaMm3: 0, mostSticksAtOneSite: 0 },
  calciumStrikes: 2,
  confirmed: true,
  distalCapMm: 210,
  wire2: { loaded: true, phase: 'lumen', tipS: 232, lumenLengthMm: 15, reentryS: 217 },
  wire2Delivered: true,
  marks: [],
};

test('a confirmed wire in the true lumen is re-entry, measured from the cap', () => {
  expect(outcomeOf(GOOD)).toEqual({
    success: true,
    reason: 're-entry',
    timeS: 600,
    fluoroS: 120,
    contrastMl: 12,
    perforations: 0,
    harm: GOOD.harm,
    calciumStrikes: 2,
    reentryFromCapMm: 7,
    lumenLengthMm: 15,
    meanMarkErrorDeg: null,
  });
});

test.each<[string, Partial<Ending>]>([
  ['unconfirmed', { confirmed: false }],
  ['not-in-lumen', { wire2: { ...GOOD.wire2, lumenLengthMm: 9, reentryS: 223 } }],
  ['not-in-lumen', { wire2: { ...GOOD.wire2, phase: 'plane', lumenLengthMm: 0, reentryS: null } }],
  ['stopped', { wire2Delivered: false, wire2: { ...GOOD.wire2, lumenLengthMm: 0, reentryS: null } }],
  ['perforation', { perforations: 1 }],
])('%s: %j', (reason, change) => {
  expect(outcomeOf({ ...GOOD, ...change })).toMatchObject({ success: false, reason });
});

test('the mean error of the marks', () => {
  const mark = { kind: 'plane', tick: 0, stationMm: 0, clock: 0, rangeMm: 1 } as const;
  const marks = [
    { ...mark, errorDeg: 10 },
    { ...mark, errorDeg: 50 },
  ];
  expect(outcomeOf({ ...GOOD, marks }).meanMarkErrorDeg).toBe(30);
});
