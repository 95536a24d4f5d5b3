/** @file The running case: start, snapshots, pause, finish, leaving, autosave, bad files. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import type { Outcome } from '../../../src/core/procedure/procedure.ts';
import { writeSessionFile } from '../../../src/io/session-file.ts';
import { setHub } from '../../../src/state/hub.ts';
import { live } from '../../../src/state/live.ts';
import { openFile } from '../../../src/state/open-file.ts';
import { type Autosave, plugPorts, unplugPorts } from '../../../src/state/ports.ts';
import { continueAutosave, findAutosave } from '../../../src/state/restore.ts';
import {
  leaveCase,
  resumeSession,
  runningEngine,
  setEngineFactory,
  setPaused,
  startCase,
} from '../../../src/state/session-runner.ts';
import { appStore, dispatch, INITIAL_STATE } from '../../../src/state/store.ts';
import { type FakeEngines, fakeEngines } from '../../helpers/fake-engine.ts';

const caseFile = CASE_LIBRARY[0]!;
const OUTCOME: Outcome = {
  success: false,
  reason: 'stopped',
  timeS: 9,
  fluoroS: 1,
  contrastMl: 2,
  perforations: 0,
  harm: { worst: null, haematomaMm3: 0, mostSticksAtOneSite: 0 },
  reentryFromCapMm: null,
  lumenLengthMm: 0,
  calciumStrikes: 0,
  meanMarkErrorDeg: null,
};

let engines: FakeEngines;
let stored: Autosave | null;

beforeEach(() => {
  vi.useFakeTimers();
  appStore.setState(INITIAL_STATE, true);
  engines = fakeEngines();
  setEngineFactory(engines.create);
  stored = null;
  plugPorts({
    autosave: {
      write: async (autosave) => {
        stored = autosave;
      },
      read: async () => stored,
      clear: async () => {
        stored = null;
      },
    },
  });
});

afterEach(() => {
  leaveCase();
  unplugPorts();
  vi.useRealTimers();
});

describe('starting', () => {
  test('shows the case page at once and stands when the first snapshot is there', async () => {
    const started = startCase(caseFile);
    expect(appStore.getState()).toMatchObject({ page: 'case', starting: true, caseFile });
    await started;
    const state = appStore.getState();
    expect(state.starting).toBe(false);
    expect(state.slow).toBe(live.snapshot);
    expect(state.anatomy?.caseId).toBe(caseFile.id);
    expect(live.tissue?.version).toBe(0);
  });

  test('goes back to the start page with a sentence when the engine fails', async () => {
    setEngineFactory(fakeEngines(new Error('no workers')).create);
    await startCase(caseFile);
    expect(appStore.getState().page).toBe('start');
    expect(appStore.getState().notices[0]?.text).toContain('no workers');
  });

  test('a second case ends the first, whose late words change nothing', async () => {
    await startCase(caseFile);
    const first = engines.newest();
    await startCase(CASE_LIBRARY[1]!);
    const { slow } = appStore.getState();
    first.show({ tick: 999 });
    first.options.onProblem({ kind: 'worker-failed', worker: 'ivus', detail: '', fatal: true });
    expect(first.calls).toContain('dispose');
    expect(appStore.getState().slow).toBe(slow);
    expect(appStore.getState().notices).toEqual([]);
  });
});

describe('snapshots', () => {
  test('reach React ten times a second, and at once when something happened', async () => {
    await startCase(caseFile);
    const { show } = engines.newest();
    vi.advanceTimersByTime(150);
    const a = show({ tick: 24 });
    expect(appStore.getState().slow).toBe(a);
    const b = show({ tick: 28 });
    expect(live.snapshot).toBe(b);
    expect(appStore.getState().slow).toBe(a);
    const event = { tick: 30, code: 'wire1-subintimal', severity: 'info', values: {} } as const;
    const c = show({ tick: 32 }, { events: [event] });
    expect(appStore.getState().slow).toBe(c);
    expect(appStore.getState().events).toEqual([event]);
  });

  test('keep the main thread’s tissue at their edits', async () => {
    await startCase(caseFile);
    const edit = { kind: 'open', channel: 'plane', index: 500, xRef: 0, yRef: 0, radiusMm: 0.2 } as const;
    engines.newest().show({ tick: 24 }, { newEdits: [edit], editsVersion: 1 });
    expect(live.tissue?.version).toBe(1);
  });

  test('with an outcome open the outcome page and drop the autosave', async () => {
    await startCase(caseFile);
    const fake = engines.newest();
    const { procedure } = fake.show({ tick: 2400 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(stored).not.toBeNull();
    fake.show({ tick: 2500 }, { procedure: { ...procedure, outcome: OUTCOME } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(appStore.getState()).toMatchObject({ page: 'outcome', autosave: null });
    expect(stored).toBeNull();
    expect(runningEngine()).not.toBeNull();
  });
});

describe('pausing', () => {
  test('lets go of the hubs before the world stops', async () => {
    await startCase(caseFile);
    const fake = engines.newest();
    setHub('pad', 'wire1', { advance: 3, torque: 0 });
    setPaused(true);
    expect(fake.sent.at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 0, torque: 0 });
    expect(fake.calls).toEqual(['pause']);
    setPaused(false);
    expect(fake.calls).toEqual(['pause', 'resume']);
  });
});

describe('leaving', () => {
  test('ends the engine and clears what the panes read', async () => {
    await startCase(caseFile);
    const fake = engines.newest();
    leaveCase();
    expect(fake.calls).toContain('dispose');
    expect(live).toEqual({ snapshot: null, frame: null, shown: null, tissue: null, recording: null });
    dispatch({ type: 'confirm' });
    expect(fake.sent).toEqual([]);
  });
});

describe('autosave', () => {
  test('is written every five seconds while the session moves, and restored', async () => {
    await startCase(caseFile);
    engines.newest().show({ tick: 2400 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(stored?.info).toMatchObject({ caseId: caseFile.id, timeS: 10 });
    const first = stored;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored).toBe(first);

    leaveCase();
    await findAutosave();
    expect(appStore.getState().autosave?.caseTitle).toBe(caseFile.title);
    await continueAutosave();
    expect(engines.newest().options.session?.endTick).toBe(2400);
    expect(appStore.getState().page).toBe('case');
  });

  test('that is damaged is thrown away with a sentence', async () => {
    const info = { caseId: 'x', caseTitle: 'Old case', timeS: 5, savedAtMs: 0 };
    stored = { info, session: { kind: 'truelumen-session', version: 1 } as never };
    await continueAutosave();
    expect(stored).toBeNull();
    expect(appStore.getState().notices[0]?.text).toContain('Old case');
  });

  test('that cannot be written complains once', async () => {
    plugPorts({
      autosave: {
        write: () => Promise.reject(new Error('full')),
        read: async () => null,
        clear: async () => {},
      },
    });
    await startCase(caseFile);
    engines.newest().show({ tick: 2400 });
    await vi.advanceTimersByTimeAsync(5000);
    engines.newest().show({ tick: 4800 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(appStore.getState().notices.filter((n) => n.severity === 'warning')).toHaveLength(1);
  });
});

describe('opening a file', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('a bad one is one sentence with its name, and the running case goes on', async () => {
    await startCase(caseFile);
    const before = runningEngine();
    for (const text of ['', 'no json', '{"kind":"truelumen-case","version":99}', '[]']) {
      expect(await openFile({ name: 'bad.json', bytes: bytes(text) })).toBe(false);
      expect(appStore.getState().notices.at(-1)).toMatchObject({ severity: 'error' });
      expect(appStore.getState().notices.at(-1)?.text).toContain('bad.json');
    }
    expect(runningEngine()).toBe(before);
    expect(appStore.getState().page).toBe('case');
  });

  test('a saved session is resumed with its own case', async () => {
    await startCase(caseFile);
    const session = await runningEngine()!.save();
    leaveCase();
    expect(await openFile({ name: 's.json', bytes: bytes(writeSessionFile(session)) })).toBe(true);
    expect(engines.newest().options.session?.case.id).toBe(caseFile.id);
    await resumeSession(session);
    expect(engines.made).toHaveLength(3);
  });
});
