/** @file Sessions under random orders: they never throw, stay finite, and replay to the same hash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import { readCommand } from '../../../src/core/session/command-schema.ts';
import { createReplay } from '../../../src/core/session/replay.ts';
import {
  createSession,
  enqueue,
  hashOf,
  type Session,
  sessionFileOf,
} from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { readSessionFile, writeSessionFile } from '../../../src/io/session-file.ts';
import {
  CATHETER_DEEP,
  CATHETER_IN,
  freshSession,
  playScript,
  runTicks,
} from '../../helpers/play-session.ts';

const device = fc.constantFrom('wire1', 'ivus', 'wire2', 'balloon');
const real = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('hub'), device, advance: real(25), torque: real(5) }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        type: fc.constant('load'),
        device,
        wire: fc.constantFrom('workhorse-1', 'tapered-12', 'tapered-20', 'spaghetti'),
        route: fc.constantFrom('rx-lumen', 'microcatheter'),
        microcatheter: fc.constantFrom('low-profile', 'braided-support', 'spaghetti'),
        balloon: fc.constantFrom('otw-20', 'rx-25', 'spaghetti'),
        on: fc.constantFrom('wire1', 'wire2'),
      },
      { requiredKeys: ['type', 'device'] },
    ),
  },
  fc.record({ type: fc.constant('unload'), device }),
  fc.record({
    type: fc.constant('catheter'),
    id: fc.constantFrom('dual-rx-40', 'long-tip-40', 'peripheral-30', 'fast-60', 'array-20', 'spaghetti'),
  }),
  fc.record({
    type: fc.constant('sheath'),
    id: fc.constantFrom('thin-wall-5', 'plain-5', 'plain-6', 'spaghetti'),
  }),
  fc.record({
    type: fc.constant('shape'),
    device: fc.constantFrom('wire1', 'wire2'),
    shape: fc.record({ angleDeg: fc.double({ min: 0, max: 90, noNaN: true }), lengthMm: fc.constant(2) }),
  }),
  fc.record({ type: fc.constant('transducer'), rate: real(20) }),
  fc.record({ type: fc.constant('pullback'), speed: fc.constantFrom(0, 0.5, 1, 3, 9) }),
  fc.record({ type: fc.constant('c-arm'), angleDeg: real(90) }),
  fc.record({ type: fc.constant('fluoro'), on: fc.boolean() }),
  fc.record({ type: fc.constant('contrast'), ml: fc.double({ min: 0.5, max: 10, noNaN: true }) }),
  fc.record({
    type: fc.constant('mark'),
    kind: fc.constantFrom('true-lumen', 'plane', 'wire2-tip', 'wire2-in-lumen'),
    clock: real(24),
    rangeMm: fc.double({ min: 0, max: 6, noNaN: true }),
  }),
  fc.constant({ type: 'confirm' }),
) as fc.Arbitrary<Command>;

const ARRAY_IN: readonly (readonly [Command, number])[] = [
  [{ type: 'catheter', id: 'array-20' }, 1],
  ...CATHETER_IN,
];

const script = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 200 })), { minLength: 5, maxLength: 25 });

const expectFinite = (value: unknown, path: string): void => {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${path} is ${value}`);
  } else if (ArrayBuffer.isView(value)) {
    (value as Float32Array).forEach((v, i) => {
      expectFinite(v, `${path}[${i}]`);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) expectFinite(inner, `${path}.${key}`);
  }
};

describe('random sessions', () => {
  test('never throw, stay finite, and come back from a file to the same hash', () => {
    fc.assert(
      fc.property(script, fc.constantFrom([], CATHETER_IN, CATHETER_DEEP, ARRAY_IN), (orders, start) => {
        const session = freshSession();
        playScript(session, start);
        for (const [order, ticks] of orders) {
          enqueue(session, order);
          runTicks(session, ticks);
        }
        expectFinite(snapshotOf(session), 'snapshot');
        const { edits, events } = session;
        expect(session.tissue.version).toBe(edits.length);
        expect(events.every(({ tick }, i) => i === 0 || tick >= events[i - 1]!.tick)).toBe(true);

        const file = readSessionFile(writeSessionFile(sessionFileOf(session, 'test')), 'saved.json');
        const replay = createReplay(file);
        while (replay.step());
        expect(replay.firstDifference()).toBeNull();
        expect(hashOf(replay.session)).toBe(hashOf(session));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('a resumed session goes on as if it had never been saved', () => {
    fc.assert(
      fc.property(script, script, (before, after) => {
        const play = (session: Session, orders: typeof before): void => {
          for (const [order, ticks] of orders) {
            enqueue(session, order);
            runTicks(session, ticks);
          }
        };
        const straight = freshSession();
        play(straight, before);
        const replay = createReplay(JSON.parse(JSON.stringify(sessionFileOf(straight, 'test'))));
        while (replay.step());
        play(straight, after);
        play(replay.session, after);
        expect(hashOf(replay.session)).toBe(hashOf(straight));
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  test('anything at all may be enqueued', () => {
    const session = freshSession();
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.double(), { nil: undefined }), (input, tick) => {
        const answer = enqueue(session, input, tick);
        expect(typeof answer.ok).toBe('boolean');
      }),
    );
    expect(session.log).toEqual([]);
  });
});

describe('rounding', () => {
  test('is settled after once: what was logged is read back unchanged', () => {
    fc.assert(
      fc.property(command, (input) => {
        const once = readCommand(input);
        if (!once.ok) return;
        const again = readCommand(JSON.parse(JSON.stringify(once.command)));
        expect(again).toEqual(once);
      }),
    );
  });
});

test('createSession of the same case gives the same world', () => {
  const a = freshSession();
  const b = createSession(a.caseFile);
  runTicks(a, 1);
  runTicks(b, 1);
  expect(hashOf(b)).toBe(hashOf(a));
});
