/** @file Work at the table: what it charges, what it leaves alone, and that it is part of the state. */
import { beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../../src/core/session/replay.ts';
import { createSession, hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { chargedS, procedureS, WORK_S } from '../../../src/core/session/time-ledger.ts';
import {
  CATHETER_IN,
  codesOf,
  FLAGSHIP,
  freshSession,
  playScript,
  sessionWithCatheter,
} from '../../helpers/play-session.ts';

let session: Session;
beforeEach(() => {
  session = freshSession();
});

const works = (of: Session) => of.charges.map(({ work, seconds }) => [work, seconds]);
const SHAPE = { angleDeg: 30, lengthMm: 2 };

describe('the case clock', () => {
  test('counts ticks and what was charged', () => {
    playScript(session, [[{ type: 'shape', device: 'wire1', shape: SHAPE }, 480]]);
    expect(snapshotOf(session).clocks.timeS).toBeCloseTo(2 + WORK_S.reshape, 9);
    expect(session.tick).toBe(480);
  });

  test('dates what happened before a charge before it', () => {
    const charges = [{ tick: 240, work: 'flush', seconds: 8, device: 'ivus' } as const];
    expect(procedureS(239, charges)).toBeCloseTo(239 / 240, 9);
    expect(procedureS(240, charges)).toBe(9);
    expect(chargedS(charges)).toBe(8);
  });

  test('is what the outcome tells', () => {
    playScript(session, [[{ type: 'unload', device: 'wire1' }, 240]]);
    playScript(session, [[{ type: 'finish' }, 240]]);
    expect(session.procedure.outcome?.timeS).toBeCloseTo(1 + WORK_S['take-out'], 9);
    expect(snapshotOf(session).clocks.timeS).toBeCloseTo(1 + WORK_S['take-out'], 9);
  });
});

describe('what is charged', () => {
  test('a catheter that goes in, an exchange when it comes back', () => {
    playScript(session, CATHETER_IN);
    expect(works(session)).toEqual([['load-ivus', 30]]);
    playScript(session, [
      [{ type: 'unload', device: 'ivus' }, 1],
      [{ type: 'load', device: 'ivus' }, 1],
    ]);
    expect(works(session).slice(1)).toEqual([
      ['take-out', 15],
      ['exchange', 30],
    ]);
    expect(WORK_S.exchange).toBe(15 + 30);
  });

  test('a wire that is exchanged through its microcatheter, and nothing when there is none', () => {
    playScript(session, CATHETER_IN);
    playScript(session, [[{ type: 'load', device: 'wire2', wire: 'jacket-3', route: 'rx-lumen' }, 1]]);
    const before = works(session).length;
    playScript(session, [[{ type: 'exchange', wire: 'tapered-20' }, 1]]);
    expect(session.events.at(-1)).toMatchObject({
      code: 'command-refused',
      values: { command: 'exchange', reason: 'needs-microcatheter' },
    });
    expect(works(session)).toHaveLength(before);
    // as if it had come in one
    session.mechanics.access.microcatheter = 'low-profile';
    playScript(session, [[{ type: 'exchange', wire: 'tapered-20', shape: SHAPE }, 1]]);
    expect(codesOf(session)).toContain('wire2-exchanged');
    expect(session.mechanics.wire2).toMatchObject({ wireId: 'tapered-20', shape: SHAPE });
    expect(works(session).slice(before)).toEqual([
      ['reshape', 15],
      ['exchange', 45],
    ]);
  });

  test('a wire shaped by hand before it goes in', () => {
    playScript(session, [
      [{ type: 'unload', device: 'wire1' }, 1],
      [{ type: 'load', device: 'wire1', wire: 'tapered-12', shape: SHAPE }, 1],
    ]);
    expect(works(session)).toEqual([
      ['take-out', 15],
      ['reshape', 15],
      ['exchange', 30],
    ]);
    expect(session.events.at(-1)).toMatchObject({
      code: 'time-charged',
      values: { work: 'exchange', seconds: 30, device: 'wire1' },
    });
  });

  test('nothing for an order that is refused', () => {
    playScript(session, [
      [{ type: 'unload', device: 'wire2' }, 1],
      [{ type: 'load', device: 'wire1' }, 1],
      [{ type: 'flush' }, 1],
      [{ type: 'shape', device: 'wire1', shape: { angleDeg: 90, lengthMm: 1 } }, 1],
    ]);
    expect(session.charges).toEqual([]);
    expect(codesOf(session).every((code) => code === 'command-refused')).toBe(true);
  });
});

test('the hub that is worked on stands still, and no device moves for it', () => {
  playScript(session, [[{ type: 'hub', device: 'wire1', advance: 5, torque: 1 }, 20]]);
  const { lengthMm } = session.mechanics.wire1;
  playScript(session, [[{ type: 'shape', device: 'wire1', shape: SHAPE }, 24]]);
  expect(session.inputs.wire1).toEqual({ advance: 0, torque: 0 });
  expect(session.mechanics.wire1.lengthMm).toBe(lengthMm);
});

test('a flush takes its time and clears the contrast', () => {
  session = sessionWithCatheter();
  playScript(session, [
    [{ type: 'fluoro', on: true }, 1],
    [{ type: 'contrast', ml: 4 }, 240],
    [{ type: 'flush' }, 1],
  ]);
  expect(session.contrast).toMatchObject({ opacity: 0, pendingMl: 0 });
  expect(session.contrast.injectedMl).toBeCloseTo(4, 9);
  expect(works(session).at(-1)).toEqual(['flush', 8]);
  expect(codesOf(session).slice(-2)).toEqual(['flushed', 'time-charged']);
});

test('charges are part of the state, and a saved session replays to them', () => {
  const still = freshSession();
  playScript(session, [[{ type: 'shape', device: 'wire1', shape: session.mechanics.wire1.shape }, 30]]);
  playScript(still, [[{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 30]]);
  expect(session.mechanics).toEqual(still.mechanics);
  expect(hashOf(session)).not.toBe(hashOf(still));
  const again = replay(sessionFileOf(session, '9'));
  expect(again.firstDifference).toBeNull();
  expect(again.hash).toBe(hashOf(session));
});

test('older rules charge nothing', () => {
  const old = createSession(FLAGSHIP, undefined, undefined, 2);
  playScript(old, [[{ type: 'unload', device: 'wire1' }, 1]]);
  expect(old.charges).toEqual([]);
  expect(snapshotOf(old).clocks.timeS).toBeCloseTo(1 / 240, 9);
});
