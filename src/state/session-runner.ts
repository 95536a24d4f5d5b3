/**
 * @file The running case: starts, resumes, pauses, saves and leaves a session, and spreads what the engine reports.
 *
 * Sixty snapshots a second go to `live`; React's copy (`slow`) follows ten times a second, at once when something
 * happened. Everything the engine says is tagged with a generation, so a late word of an old session changes nothing.
 */
import { caseTissue } from '../core/cases/anatomy-of.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { Charge } from '../core/session/charge.ts';
import { TICK_S } from '../core/session/command.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { DEFAULT_CATHETER, findCatheter } from '../core/ultrasound/presets.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import { writeSessionFile } from '../io/session-file.ts';
import { clearActionLog } from './actions/log.ts';
import { autosaveNow, startAutosave, stopAutosave } from './autosave.ts';
import { releaseHubs } from './hub.ts';
import { clearLive, live, takeFrame } from './live.ts';
import { notify } from './notices.ts';
import { ports } from './ports.ts';
import { catheterOf } from './selectors.ts';
import {
  appStore,
  INITIAL_STATE,
  type Playback,
  setDispatchTarget,
  setView,
  type TeachingPage,
} from './store.ts';
import { resetTransducer, slideTransducer, steer } from './transducer.ts';
import { consoleView } from './view-settings.ts';

/** React's view of the snapshot is at most this fresh, ms. */
const SLOW_MS = 100;
const KEPT_EVENTS = 200;

let create: (options: EngineOptions) => Engine = createEngine;
/** Tests put a fake in the engine's place. */
export const setEngineFactory = (factory: (options: EngineOptions) => Engine): void => {
  create = factory;
};

let engine: Engine | null = null;
let generation = 0;
let slowAtMs = Number.NEGATIVE_INFINITY;

/** The engine of the running case, for automation and figures; null between cases. */
export const runningEngine = (): Engine | null => engine;

/** Starts a case from its beginning. Resolves when its first snapshot is there. */
export const startCase = (caseFile: CaseFile): Promise<void> => begin(caseFile, {});

/** Goes on with a saved session, replaying it to its last tick. */
export const resumeSession = (session: SessionFile): Promise<void> => begin(session.case, { session });

/** Starts the session's case under its seed and rules, standing still and deaf to hands: for `playback.ts` to play.
 *  @param chargedSeconds what its work at the table took */
export const startStill = (session: SessionFile, chargedSeconds = 0): Promise<void> =>
  begin(session.case, {
    session: { ...session, commands: [], endTick: 0, hashes: [] },
    playback: { endS: session.endTick * TICK_S + chargedSeconds, speed: 1 },
  });

interface Beginning {
  readonly session?: SessionFile;
  readonly playback?: Playback;
}

const begin = async (caseFile: CaseFile, { playback, ...from }: Beginning): Promise<void> => {
  endEngine();
  const mine = ++generation;
  const { view, feel, layout, autosave, notices } = appStore.getState();
  appStore.setState({
    ...INITIAL_STATE,
    layout,
    feel,
    autosave,
    notices,
    view: {
      ...view,
      reviewMm: null,
      truthShown: false,
      // the last case may have been looked at through a catheter that sees further
      depthMm: Math.min(view.depthMm, DEFAULT_CATHETER.maxDisplayRadiusMm),
    },
    page: 'case',
    caseFile,
    starting: true,
    resumed: from.session && !playback ? 0 : null,
    playback: playback ?? null,
  });
  ports().showAddress(caseFile);
  const current = (): boolean => mine === generation;
  try {
    const started = create({
      caseFile,
      ...from,
      onSnapshot: (snapshot) => current() && takeSnapshot(snapshot),
      onProgress: (fraction) => {
        if (current()) appStore.setState({ resumed: fraction });
      },
      onFrame: (frame) => {
        if (current()) takeFrame(frame, catheterOf(appStore.getState()).console.persistenceFrames);
      },
      onRecording: (recording) => {
        if (current()) live.recording = recording;
      },
      onProblem: (problem) => {
        if (!current()) return;
        const { severity, text } = ports().describeProblem(problem);
        notify(severity, text);
      },
    });
    engine = started;
    if (playback) started.pause();
    else setDispatchTarget((command) => started.send(command));
    // The workers build theirs at the same time.
    live.tissue = caseTissue(caseFile);
    appStore.setState({ anatomy: live.tissue.anatomy });
    await started.ready;
    if (!current()) return;
    appStore.setState({ starting: false, resumed: null });
    if (!playback) startAutosave(started, caseFile);
  } catch (error) {
    if (!current()) return;
    leaveCase();
    notify('error', ports().describeNotice('start-failed', messageOf(error)));
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const takeSnapshot = (snapshot: Snapshot): void => {
  const before = live.snapshot;
  live.snapshot = snapshot;
  const catheter = findCatheter(snapshot.imaging.catheter) ?? DEFAULT_CATHETER;
  if (catheter.id !== (before?.imaging.catheter ?? DEFAULT_CATHETER.id)) setView(consoleView(catheter));
  if (snapshot.newEdits.length > 0) live.tissue?.apply(snapshot.newEdits);
  steer(snapshot.imaging);

  const nowMs = performance.now();
  const happened =
    before === null ||
    snapshot.events.length > 0 ||
    snapshot.procedure.current !== before.procedure.current ||
    snapshot.procedure.outcome !== before.procedure.outcome;
  if (!happened && nowMs - slowAtMs < SLOW_MS) return;
  slowAtMs = nowMs;
  const finished = snapshot.procedure.outcome !== null && (before?.procedure.outcome ?? null) === null;
  appStore.setState((state) => ({
    slow: snapshot,
    charges: newestCharges(state.charges, snapshot),
    ...(snapshot.events.length > 0
      ? { events: [...state.events, ...snapshot.events].slice(-KEPT_EVENTS) }
      : {}),
    ...(finished ? { page: 'outcome' as const, pendingMark: null, playback: null } : {}),
  }));
  if (finished) {
    releaseHubs();
    stopAutosave();
    appStore.setState({ autosave: null });
    // A storage that refuses keeps nothing that could come back.
    ports()
      .autosave.clear()
      .catch(() => {});
  }
};

/** The same array while nothing was added, so that lists of times need not render. */
const newestCharges = (known: readonly Charge[], { clocks }: Snapshot): readonly Charge[] =>
  clocks.charges.length === known.length ? known : clocks.charges;

export const setPaused = (paused: boolean): void => {
  if (!engine || appStore.getState().paused === paused) return;
  if (paused) {
    releaseHubs();
    slideTransducer(0);
    engine.pause();
  } else engine.resume();
  appStore.setState({ paused, slow: live.snapshot });
};

/** Starts the same case anew. */
export const restartCase = async (): Promise<void> => {
  const { caseFile } = appStore.getState();
  if (caseFile) await startCase(caseFile);
};

/** Ends the session and shows the start page; an autosave, if there is one, stays. */
export const leaveCase = (): void => {
  leaveTo('start');
  ports().showAddress(null);
};

/** The same, for a page to teach with. */
export const openTeachingPage = (page: TeachingPage): void => leaveTo(page);

const leaveTo = (page: 'start' | TeachingPage): void => {
  generation++;
  endEngine();
  appStore.setState({
    page,
    caseFile: null,
    anatomy: null,
    slow: null,
    starting: false,
    resumed: null,
    paused: false,
    playback: null,
  });
};

/** Leaves with nothing lost: what happened since the last autosave is saved first. */
export const leaveSaved = async (): Promise<void> => {
  const mine = generation;
  await autosaveNow();
  if (mine === generation) leaveCase();
};

const endEngine = (): void => {
  releaseHubs();
  stopAutosave();
  setDispatchTarget(() => {});
  engine?.dispose();
  engine = null;
  clearLive();
  resetTransducer();
  clearActionLog();
  slowAtMs = Number.NEGATIVE_INFINITY;
};

/** Writes the session to a file the user keeps. */
export const saveSessionFile = async (): Promise<void> => {
  if (!engine) return;
  try {
    const session = await engine.save();
    const name = `${session.case.id}-${Math.round(live.snapshot?.clocks.timeS ?? 0)}s.truelumen.json`;
    ports().saveFile(name, writeSessionFile(session));
    notify('info', ports().describeNotice('saved', name));
  } catch (error) {
    notify('error', ports().describeNotice('save-failed', messageOf(error)));
  }
};
