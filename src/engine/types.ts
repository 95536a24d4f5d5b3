/** @file What the engine offers the application: a running session and its frames, with all workers out of sight. */
import type { CaseFile } from '../core/cases/schema.ts';
import type { Command } from '../core/session/command.ts';
import type { RefusalCode } from '../core/session/refusal.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { FrameRequest, ImagingSettings, PolarFrame } from '../core/ultrasound/frame.ts';
import type { Recording } from '../protocol/recording.ts';

/** Something the user may need to hear of; the running session goes on unless `fatal`. */
export type EngineProblem =
  /** A worker died and was started again; nothing is lost. */
  | {
      readonly kind: 'worker-restarted';
      readonly worker: 'simulation' | 'ivus';
      readonly detail: string;
      readonly fatal: false;
    }
  /** A worker keeps dying. */
  | {
      readonly kind: 'worker-failed';
      readonly worker: 'simulation' | 'ivus';
      readonly detail: string;
      readonly fatal: true;
    }
  /** A command that could not be taken at all; refusals by the world come as `command-refused` events. */
  | { readonly kind: 'command-refused'; readonly reason: RefusalCode; readonly fatal: false }
  /** A resumed session did not come out as it was saved; `tick` is the first that differs. */
  | { readonly kind: 'replay-differs'; readonly tick: number; readonly fatal: false };

export interface EngineOptions {
  readonly caseFile: CaseFile;
  /** Replayed to its last tick before the session goes on; its embedded case is the one played. */
  readonly session?: SessionFile;
  /** Starts a new session under another seed than the case's own. */
  readonly seed?: number;
  /** Of the live frames; those of the catheter in use when omitted. */
  readonly imaging?: ImagingSettings;
  /** Up to 60 a second. The first carries all tissue edits so far; later ones only the new. */
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** Newest live frame; never older than one already delivered. */
  readonly onFrame: (frame: PolarFrame) => void;
  /** Grows frame by frame while a pullback runs; a new object each time. */
  readonly onRecording: (recording: Recording) => void;
  readonly onProblem: (problem: EngineProblem) => void;
  /** 0 .. 1 while a saved session is being replayed. */
  readonly onProgress?: (fraction: number) => void;
}

/** Counters for the performance panel, automation and benchmarks. */
export interface EngineStats {
  /** Live frames delivered during the last second or so. */
  readonly framesPerSecond: number;
  /** Frames delivered since the start, live and recorded. */
  readonly frames: number;
  /** Live requests that a newer one replaced before a worker was free. */
  readonly framesSuperseded: number;
  /** From request to delivery, ms. */
  readonly frameLatencyP50Ms: number;
  readonly frameLatencyP95Ms: number;
  /** Synthesis alone, in the worker, ms. */
  readonly renderP50Ms: number;
  /** Share of one core that the simulation takes, 0 .. 1. */
  readonly physicsLoad: number;
  readonly tick: number;
  readonly ivusWorkers: number;
  readonly restarts: number;
}

export interface Engine {
  /** Resolves when the session stands (a saved one: replayed) and its first snapshot has been delivered. */
  readonly ready: Promise<void>;
  /** Takes effect at the next tick. Never throws. */
  send(command: Command): void;
  /** Runs this many ticks as fast as the machine allows, paused or not; resolves with the snapshot after the last. */
  run(ticks: number): Promise<Snapshot>;
  pause(): void;
  resume(): void;
  save(): Promise<SessionFile>;
  stats(): EngineStats;
  /** One frame out of turn, behind the live ones; null if it was given up. */
  requestPreview(request: FrameRequest): Promise<PolarFrame | null>;
  /** Ends all workers. Idempotent. */
  dispose(): void;
}

/** Frames of a case with its devices lying as designed, without a session: for the start page. */
export interface Preview {
  /** @param s station of the transducer, mm. @param rollRad catheter roll. Null once disposed or superseded. */
  frameAt(s: number, rollRad?: number): Promise<PolarFrame | null>;
  /** Stations in mm between which the designed catheter can look, once known. */
  readonly range: Promise<{ readonly startMm: number; readonly endMm: number }>;
  dispose(): void;
}
