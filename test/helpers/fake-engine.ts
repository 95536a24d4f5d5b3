/** @file An engine without workers: remembers what it was told and says what the test wants. */
import { anatomyOf } from '../../src/core/cases/anatomy-of.ts';
import type { Command } from '../../src/core/session/command.ts';
import {
  SESSION_KIND,
  SESSION_RULES,
  SESSION_VERSION,
  type SessionFile,
} from '../../src/core/session/session-file.ts';
import type { Snapshot } from '../../src/core/session/snapshot.ts';
import type { Engine, EngineOptions } from '../../src/engine/engine.ts';
import { type FakeMoment, fakeSnapshot } from './fake-snapshot.ts';

export interface FakeEngine {
  readonly options: EngineOptions;
  readonly engine: Engine;
  readonly sent: Command[];
  /** Calls other than `send`, in order. */
  readonly calls: string[];
  /** Delivers a snapshot: the moment, with `change` laid over it. */
  show(moment?: FakeMoment, change?: Partial<Snapshot>): Snapshot;
}

export interface FakeEngines {
  readonly create: (options: EngineOptions) => Engine;
  /** Every engine made so far, newest last. */
  readonly made: FakeEngine[];
  newest(): FakeEngine;
}

/** @param failure when given, `ready` of every engine rejects with it */
export const fakeEngines = (failure?: Error): FakeEngines => {
  const made: FakeEngine[] = [];
  const create = (options: EngineOptions): Engine => {
    const sent: Command[] = [];
    const calls: string[] = [];
    const anatomy = anatomyOf(options.caseFile);
    let latest: Snapshot | null = null;
    const show: FakeEngine['show'] = (moment = {}, change = {}) => {
      latest = { ...fakeSnapshot(anatomy, moment), ...change };
      options.onSnapshot(latest);
      return latest;
    };
    const save = async (): Promise<SessionFile> => {
      calls.push('save');
      return {
        kind: SESSION_KIND,
        version: SESSION_VERSION,
        program: '0.0.0',
        case: options.caseFile,
        seed: 1,
        rules: SESSION_RULES,
        commands: sent.map((command) => ({ tick: 0, command })),
        endTick: latest?.tick ?? 0,
        hashes: [],
      };
    };
    const engine: Engine = {
      ready: failure ? Promise.reject(failure) : Promise.resolve().then(() => void show({ wire1Mm: -100 })),
      send: (command) => sent.push(command),
      run: async () => show(),
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
      save,
      stats: () => ({
        framesPerSecond: 30,
        frames: 0,
        framesSuperseded: 0,
        frameLatencyP50Ms: 10,
        frameLatencyP95Ms: 20,
        renderP50Ms: 8,
        physicsLoad: 0.1,
        tick: latest?.tick ?? 0,
        ivusWorkers: 2,
        restarts: 0,
      }),
      requestPreview: async () => null,
      dispose: () => calls.push('dispose'),
    };
    made.push({ options, engine, sent, calls, show });
    return engine;
  };
  return {
    create,
    made,
    newest: () => {
      const last = made.at(-1);
      if (!last) throw new Error('No engine has been made.');
      return last;
    },
  };
};
