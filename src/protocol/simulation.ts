/** @file Operations and pushes of the simulation worker. Nothing is transferred: its messages are small. */
import type { CaseFile } from '../core/cases/schema.ts';
import type { Command, LoggedCommand } from '../core/session/command.ts';
import type { Enqueued } from '../core/session/refusal.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { Hello } from './ops.ts';

/** How much of a session has been told. */
export interface Told {
  readonly tick: number;
  readonly edits: number;
  readonly events: number;
  readonly commands: number;
}

export interface LoadSession {
  readonly caseFile: CaseFile;
  readonly seed?: number;
  /** Replayed first; its embedded case replaces `caseFile`. */
  readonly session?: SessionFile;
  /** What the other side still has after a crash of the worker: nothing is told again. All 0 at first. */
  readonly have: Told;
  readonly paused: boolean;
}

export interface LoadedSession {
  readonly tick: number;
  readonly seed: number;
  /** First tick at which the replay differs from the saved hashes, or null. */
  readonly firstDifference: number | null;
}

export interface RunRequest {
  readonly ticks: number;
}

export interface SaveRequest {
  /** Version of the program, for the file's head. */
  readonly program: string;
}

export type SimulationOps = {
  hello: readonly [undefined, Hello];
  load: readonly [LoadSession, LoadedSession];
  send: readonly [Command, Enqueued];
  /** As fast as possible, paused or not; replies after the last tick with the tick reached. */
  run: readonly [RunRequest, { readonly tick: number }];
  /** Real time on or off. */
  pace: readonly [{ readonly paused: boolean }, { readonly tick: number }];
  save: readonly [SaveRequest, SessionFile];
};

/** What the worker sends unasked. */
export type SimulationPush =
  | {
      readonly push: 'snapshot';
      readonly snapshot: Snapshot;
      /** Carried out since the previous push: with them a new worker can be brought to the same state. */
      readonly commands: readonly LoggedCommand[];
      /** Share of real time spent computing, 0 .. 1. */
      readonly load: number;
    }
  | { readonly push: 'progress'; readonly fraction: number };
