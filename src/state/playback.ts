/**
 * @file Watching a finished session again: its commands are given to a fresh engine at the ticks they were given.
 *
 * The engine is paused and stepped with `run`, so the replay is exact at any speed, and ends on the same outcome.
 */
import { TICK_HZ } from '../core/session/command.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import { chargedS } from '../core/session/time-ledger.ts';
import type { Engine } from '../engine/engine.ts';
import { runningEngine, startStill } from './session-runner.ts';
import { appStore } from './store.ts';

/** Times real time; 0 pauses. */
export const PLAYBACK_SPEEDS = [0, 1, 4, 16] as const;
const TO_THE_END = Number.POSITIVE_INFINITY;
/** One step of the replay, ms of real time; a machine that takes longer than the longest falls behind. */
const STEP_MS = 50;
const LONGEST_STEP_MS = 250;

export const setPlaybackSpeed = (speed: number): void =>
  appStore.setState(({ playback }) => ({ playback: playback && { ...playback, speed } }));

/** Plays from one tick to another; each command goes out when its tick is reached. Returns the next command's index. */
const play = async (
  engine: Engine,
  { commands }: SessionFile,
  next: number,
  fromTick: number,
  toTick: number,
): Promise<number> => {
  let tick = fromTick;
  let index = next;
  for (let logged = commands[index]; logged && logged.tick < toTick; logged = commands[++index]) {
    if (logged.tick > tick) {
      await engine.run(logged.tick - tick);
      tick = logged.tick;
    }
    engine.send(logged.command);
  }
  if (toTick > tick) await engine.run(toTick - tick);
  return index;
};

/** Watches the session that has just ended from its beginning; resolves when it is over or was left. */
export const watchReplay = async (): Promise<void> => {
  const session = await runningEngine()?.save();
  if (!session) return;
  await startStill(session, chargedS(appStore.getState().charges));
  const engine = runningEngine();
  if (!engine) return;
  const watching = (): boolean => runningEngine() === engine;
  let tick = 0;
  let next = 0;
  let atMs = performance.now();
  while (watching() && tick < session.endTick) {
    // the outcome ends the watching, but not the session: its last ticks make the replay the very same
    const { speed } = appStore.getState().playback ?? { speed: TO_THE_END };
    const passedMs = Math.min(LONGEST_STEP_MS, performance.now() - atMs);
    atMs = performance.now();
    if (speed > 0) {
      const wanted =
        speed === TO_THE_END ? session.endTick : tick + Math.round((speed * TICK_HZ * passedMs) / 1000);
      const toTick = Math.min(session.endTick, wanted);
      next = await play(engine, session, next, tick, toTick);
      tick = toTick;
    }
    if (speed !== TO_THE_END) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
};

/** Plays the rest at once. */
export const skipPlayback = (): void => setPlaybackSpeed(TO_THE_END);
