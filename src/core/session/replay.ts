/** @file Plays a session file again, tick by tick, and says where it first comes out differently. */
import type { SessionEvent } from '../procedure/event.ts';
import type { Mark, Outcome } from '../procedure/procedure.ts';
import { createSession, stepSession } from './session.ts';
import type { SessionFile } from './session-file.ts';
import type { Session } from './state.ts';
import { hashOf } from './state-hash.ts';

export interface Replay {
  readonly session: Session;
  /** One tick; false once the end is reached. */
  step(): boolean;
  /** First tick whose hash differs from the file's, or null so far. */
  firstDifference(): number | null;
}

export const createReplay = (file: SessionFile): Replay => {
  const session = createSession(file.case, file.seed, undefined, file.rules);
  // checked and rounded when they were logged: taken as they are, so that a replay is the same session
  session.log.push(...file.commands);
  const expected = new Map(file.hashes.map(({ tick, hash }) => [tick, hash]));
  let difference: number | null = null;
  const compare = (): void => {
    const hash = difference === null ? expected.get(session.tick) : undefined;
    if (hash !== undefined && hash !== hashOf(session)) difference = session.tick;
  };
  compare();
  return {
    session,
    step: () => {
      if (session.tick >= file.endTick) return false;
      stepSession(session);
      compare();
      return session.tick < file.endTick;
    },
    firstDifference: () => difference,
  };
};

export interface ReplayResult {
  readonly ticks: number;
  /** Of the final state. */
  readonly hash: string;
  readonly outcome: Outcome | null;
  readonly events: readonly SessionEvent[];
  readonly marks: readonly Mark[];
  readonly firstDifference: number | null;
}

/** @param onProgress called about every simulated second with the share done, 0 .. 1 */
export const replay = (file: SessionFile, onProgress?: (fraction: number) => void): ReplayResult => {
  const run = createReplay(file);
  const { session } = run;
  while (run.step()) if (session.tick % 240 === 0) onProgress?.(session.tick / file.endTick);
  onProgress?.(1);
  return {
    ticks: session.tick,
    hash: hashOf(session),
    outcome: session.procedure.outcome,
    events: session.events,
    marks: session.procedure.marks,
    firstDifference: run.firstDifference(),
  };
};
