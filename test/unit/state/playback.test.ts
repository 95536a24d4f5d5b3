/** @file A replay gives every command at its tick and so ends in the very same state. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import {
  createSession,
  enqueue,
  hashOf,
  type Session,
  sessionFileOf,
  stepSession,
} from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import type { Engine, EngineOptions } from '../../../src/engine/engine.ts';
import { setPlaybackSpeed, skipPlayback, watchReplay } from '../../../src/state/playback.ts';
import { leaveCase, setEngineFactory, startCase, startStill } from '../../../src/state/session-runner.ts';
import { appStore, dispatch, INITIAL_STATE } from '../../../src/state/store.ts';
import { fakeEngines } from '../../helpers/fake-engine.ts';
import { FLAGSHIP } from '../../helpers/play-session.ts';

let sessions: Session[];

/** The real session on this thread, stepped only by `run`. */
const localEngine = (options: EngineOptions): Engine => {
  const session = createSession(options.caseFile, options.session?.seed, undefined, options.session?.rules);
  sessions.push(session);
  let edits = 0;
  let events = 0;
  const show = () => {
    const snapshot = snapshotOf(session, edits, events);
    edits = session.edits.length;
    events = session.events.length;
    options.onSnapshot(snapshot);
    return snapshot;
  };
  return {
    ...fakeEngines().create({ ...options, onSnapshot: () => {} }),
    ready: Promise.resolve().then(() => void show()),
    send: (command) => void enqueue(session, command),
    run: async (ticks) => {
      for (let i = 0; i < ticks; i++) stepSession(session);
      return show();
    },
    save: async () => sessionFileOf(session, '0.0.0'),
  };
};

beforeEach(() => {
  appStore.setState(INITIAL_STATE, true);
  sessions = [];
  setEngineFactory(localEngine);
});
afterEach(leaveCase);

const SCRIPT: readonly (readonly [Command, number])[] = [
  [{ type: 'fluoro', on: true }, 3],
  [{ type: 'hub', device: 'wire1', advance: 20, torque: 1 }, 301],
  [{ type: 'c-arm', angleDeg: 30 }, 7],
  [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 11],
  [{ type: 'load', device: 'ivus' }, 2],
  [{ type: 'hub', device: 'ivus', advance: 12, torque: -1 }, 240],
  [{ type: 'finish' }, 12],
];

const playOriginal = async (): Promise<Session> => {
  await startCase(FLAGSHIP);
  const session = sessions[0]!;
  for (const [command, ticks] of SCRIPT) {
    dispatch(command);
    for (let i = 0; i < ticks; i++) stepSession(session);
  }
  return session;
};

test.each([4, 16])('at %i times real time', async (speed) => {
  const original = await playOriginal();
  const watched = watchReplay();
  await expect.poll(() => appStore.getState().playback).not.toBeNull();
  setPlaybackSpeed(speed);
  expect(appStore.getState().page).toBe('case');
  dispatch({ type: 'hub', device: 'wire1', advance: 20, torque: 0 });
  await watched;
  const replayed = sessions[1]!;
  expect(replayed.log).toEqual(original.log);
  expect(hashOf(replayed)).toBe(hashOf(original));
  expect(appStore.getState()).toMatchObject({ page: 'outcome', playback: null });
});

test('skipped to its end at once', async () => {
  const original = await playOriginal();
  const watched = watchReplay();
  await expect.poll(() => appStore.getState().playback).not.toBeNull();
  skipPlayback();
  await watched;
  expect(hashOf(sessions[1]!)).toBe(hashOf(original));
  expect(appStore.getState().page).toBe('outcome');
});

test('ends when the case is left', async () => {
  await playOriginal();
  const watched = watchReplay();
  await expect.poll(() => appStore.getState().playback).not.toBeNull();
  leaveCase();
  await watched;
  expect(appStore.getState().page).toBe('start');
});

test('under the rules that the session was played by', async () => {
  const original = await playOriginal();
  const session = { ...sessionFileOf(original, '0.0.0'), rules: 1 };
  leaveCase();
  await startStill(session);
  expect(sessions.at(-1)).toMatchObject({ rules: 1, seed: session.seed, tick: 0 });
  expect(appStore.getState()).toMatchObject({ resumed: null, playback: { speed: 1 } });
});
