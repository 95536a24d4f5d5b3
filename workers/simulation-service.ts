/**
 * @file What the simulation worker does: keeps one session in step with real time and tells of it.
 *
 * Time comes in through `now`, so the same code runs in a worker and in a test. The session itself knows only ticks.
 */
import { TICK_HZ } from '../src/core/session/command.ts';
import { createReplay } from '../src/core/session/replay.ts';
import {
  createSession,
  enqueue,
  type Session,
  sessionFileOf,
  stepSession,
} from '../src/core/session/session.ts';
import { snapshotOf } from '../src/core/session/snapshot-of.ts';
import { type Api, PROTOCOL_VERSION } from '../src/protocol/ops.ts';
import type { SimulationOps, SimulationPush, Told } from '../src/protocol/simulation.ts';

export interface SimulationHost {
  /** Clock, ms. */
  readonly now: () => number;
  readonly post: (push: SimulationPush) => void;
  /** Lets messages in; resolves soon. */
  readonly breathe: () => Promise<void>;
}

export interface SimulationService extends Api<SimulationOps> {
  /** Call about 60 times a second: advances the session by the real time that has passed. */
  beat(): void;
}

/** Time that the machine could not keep up with is dropped beyond this, s: better slow than jumping. */
const MAX_BACKLOG_S = 0.25;
/** While running ahead: snapshots this many ticks apart; closer during a pullback, whose frames hang on them. */
const AHEAD_TICKS = 24;
const PULLBACK_TICKS = 4;
/** A replay shows nothing but its pullbacks: nobody watches, and it should be over soon. */
const REPLAY_TICKS = Number.POSITIVE_INFINITY;
/** Longest stretch of computing before messages are let in, ms. */
const SLICE_MS = 40;
/** Weight of the newest beat in the load figure. */
const LOAD_SMOOTHING = 0.05;

export const createSimulationService = (host: SimulationHost): SimulationService => {
  let session: Session | null = null;
  let told: Told = { tick: 0, edits: 0, events: 0, commands: 0 };
  let paused = true;
  let runningAhead = 0;
  let lastBeat = host.now();
  let backlogS = 0;
  let load = 0;

  const need = (): Session => {
    if (!session) throw new Error('no session is loaded');
    return session;
  };

  const tell = (): void => {
    const of = need();
    // a replay after a crash passes through ticks that were told before
    if (of.tick < told.tick) return;
    const snapshot = snapshotOf(of, told.edits, told.events);
    const commands = of.log.slice(told.commands, of.executed);
    told = { tick: of.tick, edits: of.edits.length, events: of.events.length, commands: of.executed };
    host.post({ push: 'snapshot', snapshot, commands, load });
  };

  /** Steps while `more` says so, telling now and then, in slices that let messages in. */
  const ahead = async (
    of: Session,
    step: () => boolean,
    tellTicks: number,
    onSlice?: () => void,
  ): Promise<void> => {
    runningAhead++;
    try {
      let sliceStart = host.now();
      while (session === of && step()) {
        const every = of.transducer.pullbackSpeed > 0 ? PULLBACK_TICKS : tellTicks;
        if (of.tick % every === 0) tell();
        if (host.now() - sliceStart > SLICE_MS) {
          onSlice?.();
          await host.breathe();
          sliceStart = host.now();
        }
      }
    } finally {
      runningAhead--;
      lastBeat = host.now();
      backlogS = 0;
    }
  };

  return {
    hello: () => ({ worker: 'simulation', protocol: PROTOCOL_VERSION }),

    load: async ({ caseFile, seed, session: file, have, paused: startPaused }) => {
      paused = true;
      told = have;
      let firstDifference: number | null = null;
      if (file) {
        const replay = createReplay(file);
        const of = replay.session;
        session = of;
        await ahead(
          of,
          () => replay.step(),
          REPLAY_TICKS,
          () => host.post({ push: 'progress', fraction: of.tick / Math.max(1, file.endTick) }),
        );
        firstDifference = replay.firstDifference();
      } else {
        session = createSession(caseFile, seed);
      }
      tell();
      paused = startPaused;
      lastBeat = host.now();
      return { tick: need().tick, seed: need().seed, firstDifference };
    },

    send: (command) => enqueue(need(), command),

    run: async ({ ticks }) => {
      const of = need();
      let left = Math.max(0, Math.floor(ticks));
      const step = (): boolean => {
        if (left-- <= 0) return false;
        stepSession(of);
        return true;
      };
      await ahead(of, step, AHEAD_TICKS);
      tell();
      return { tick: of.tick };
    },

    pace: ({ paused: wanted }) => {
      paused = wanted;
      lastBeat = host.now();
      backlogS = 0;
      return { tick: need().tick };
    },

    save: ({ program }) => sessionFileOf(need(), program),

    beat: () => {
      const start = host.now();
      const elapsedS = (start - lastBeat) / 1000;
      lastBeat = start;
      if (!session || paused || runningAhead > 0) return;
      backlogS = Math.min(MAX_BACKLOG_S, backlogS + elapsedS);
      const ticks = Math.floor(backlogS * TICK_HZ);
      if (ticks === 0) return;
      backlogS -= ticks / TICK_HZ;
      for (let i = 0; i < ticks; i++) stepSession(session);
      tell();
      const busy = (host.now() - start) / 1000;
      load += LOAD_SMOOTHING * (busy / Math.max(elapsedS, 1e-3) - load);
    },
  };
};
