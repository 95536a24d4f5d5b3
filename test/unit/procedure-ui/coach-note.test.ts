/** @file The sentence beside the step: mistakes just made, things forgotten, and when it falls silent again. */
import { describe, expect, test } from 'vitest';
import { anatomyOf } from '../../../src/core/cases/library.ts';
import type { EventCode, SessionEvent } from '../../../src/core/procedure/event.ts';
import { STEP_IDS, type StepId } from '../../../src/core/procedure/procedure.ts';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import { coachNote } from '../../../src/procedure-ui/coach-note.ts';
import { type AppState, INITIAL_STATE } from '../../../src/state/store.ts';
import { procedure } from '../../../src/ui/strings/en/procedure.ts';
import { fakeSnapshot } from '../../helpers/fake-snapshot.ts';
import { FLAGSHIP } from '../../helpers/play-session.ts';

const anatomy = anatomyOf(FLAGSHIP);
const { notes } = procedure;

type Moment = Parameters<typeof fakeSnapshot>[1];

const at = (step: StepId, moment: Moment = {}, change: Partial<AppState> = {}): AppState => {
  const snapshot = fakeSnapshot(anatomy, { tick: 24_000, ...moment });
  const slow: Snapshot = { ...snapshot, procedure: { ...snapshot.procedure, current: step } };
  return { ...INITIAL_STATE, page: 'case', slow, ...change };
};

const event = (code: EventCode, tick: number, values: SessionEvent['values'] = {}): SessionEvent => ({
  tick,
  code,
  severity: 'warning',
  values,
});

describe('a mistake', () => {
  test.each([
    [event('wire2-calcium', 23_900), notes.calcium],
    [event('perforation', 23_900, { device: 'wire2' }), notes.perforation],
    [event('mark-off', 23_900, { kind: 'plane' }), notes.markOff.plane],
    [event('confirm-rejected', 23_900, { reason: 'in-plane' }), notes.confirm['in-plane']],
  ])('is followed by what to do about it: %o', (happened, sentence) => {
    expect(coachNote(at('steer-wire2', {}, { events: [happened] }))).toBe(sentence);
  });

  test('is forgotten after a while, or when it was put right', () => {
    const old = event('mark-off', 2400, { kind: 'plane' });
    expect(coachNote(at('read-image', {}, { events: [old] }))).toBeNull();
    const fresh = event('mark-off', 23_900, { kind: 'plane' });
    const right = event('mark-accepted', 23_950, { kind: 'plane' });
    expect(coachNote(at('read-image', {}, { events: [fresh, right] }))).toBeNull();
  });
});

describe('something forgotten', () => {
  test('contrast under X-ray, and X-ray for the turn of the C-arm', () => {
    expect(coachNote(at('angiogram'))).toBeNull();
    expect(coachNote(at('angiogram', { fluoroOn: true }))).toBe(notes.inject);
    expect(coachNote(at('angiogram', { fluoroOn: true, opacity: 0.4 }))).toBeNull();
    expect(coachNote(at('orient'))).toBe(notes.orientNeedsBeam);
    expect(coachNote(at('orient', { fluoroOn: true }))).toBeNull();
  });

  test('the right device under the keys, and the pause', () => {
    const other = { selected: 'ivus' } as const;
    expect(coachNote(at('wire1-subintimal', { wire1Mm: 120 }, other))).toBe(notes.select.wire1);
    expect(coachNote(at('wire1-subintimal', { wire1Mm: 120 }))).toBeNull();
    expect(coachNote(at('wire1-subintimal', { wire1Mm: 120 }, { paused: true }))).toBe(notes.paused);
  });
});

test('a device that is stopped is spoken of only in its own step', () => {
  const stop = (state: AppState): AppState => ({
    ...state,
    slow: {
      ...state.slow!,
      devices: state.slow!.devices.map((d) =>
        d.id === 'wire1' ? { ...d, tip: { ...d.tip, phase: 'plaque', forceN: 0.1 } } : d,
      ),
    },
  });
  expect(coachNote(stop(at('wire1-subintimal', { wire1Mm: 120 })))).toBe(notes.wire1Stopped);
  for (const step of STEP_IDS.filter((id) => id !== 'wire1-subintimal')) {
    expect(coachNote(stop(at(step, { wire1Mm: 120, fluoroOn: true, opacity: 1 })))).toBeNull();
  }
});
