/** @file The engine: one simulation worker, a pool of IVUS workers, and what flows between them and the application. */
import { hash32 } from '../core/math/rng.ts';
import { type LoggedCommand, TICK_HZ } from '../core/session/command.ts';
import {
  SESSION_KIND,
  SESSION_RULES,
  SESSION_VERSION,
  type SessionFile,
} from '../core/session/session-file.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { ImagingSettings } from '../core/ultrasound/frame.ts';
import { DEFAULT_CATHETER, findCatheter, imagingOf } from '../core/ultrasound/presets.ts';
import type { SimulationOps, SimulationPush, Told } from '../protocol/simulation.ts';
import { createFramePool, poolSize } from './frame-pool.ts';
import { createPullbackRecorder } from './pullback-recorder.ts';
import { spawnIvus, spawnSimulation } from './spawn.ts';
import { createSupervisor } from './supervisor.ts';
import type { Engine, EngineOptions } from './types.ts';
import type { Link, WorkerPort } from './worker-link.ts';

export { createPreview } from './preview.ts';
export type { Engine, EngineOptions, EngineProblem, EngineStats, Preview } from './types.ts';

/** Where the workers come from and what time it is; tests bring their own. */
export interface EngineHost {
  readonly spawnSimulation: () => WorkerPort;
  readonly spawnIvus: () => WorkerPort;
  readonly cores: number;
  readonly now: () => number;
  readonly backOffMs?: readonly number[];
}

const browserHost = (): EngineHost => ({
  spawnSimulation,
  spawnIvus,
  cores: navigator.hardwareConcurrency || 2,
  now: () => performance.now(),
});

/** A still image is refreshed as often as a console does, so that blood flickers; a moving one with every snapshot.
 *  On two cores the page needs one, and half as often must do. */
const stillIntervalMs = (cores: number): number => 1000 / (cores > 2 ? 30 : 15);
/** A simulation that ran this long after it was loaded is sound: its next death is a first one. */
const SOUND_TICKS = 240;
/** Ticks that a slow machine surely makes per ms of deadline: half real time. */
const DEADLINE_MS_PER_TICK = 8.4;
const LOAD_DEADLINE_MS = 60_000;

export const createEngine = (options: EngineOptions, host: EngineHost = browserHost()): Engine => {
  const caseFile = options.session?.case ?? options.caseFile;
  const rules = options.session?.rules ?? SESSION_RULES;
  let disposed = false;
  let paused = false;
  let latest: Snapshot | null = null;
  let load = 0;
  let seed = options.session?.seed ?? options.seed ?? caseFile.anatomy.seed;
  /** All commands carried out, for the case that the worker dies. */
  const log: LoggedCommand[] = [];
  let told: Told = { tick: 0, edits: 0, events: 0, commands: 0 };
  const stillMs = stillIntervalMs(host.cores);
  let lastLiveAt = Number.NEGATIVE_INFINITY;
  let loadedOnce = false;
  let loadedAtTick = 0;
  /** Opens when a loaded simulation is there; a fresh one takes its place while it is being restarted. */
  let gate = deferred<Link<SimulationOps>>();
  const ready = gate.promise.then(() => {});
  ready.catch(() => {});

  /** Blood and noise change from frame to frame, and come out the same in a replay. */
  const frameSeed = (tick: number): number => hash32(seed, tick);

  const imagingNow = ({ imaging }: Snapshot): ImagingSettings =>
    imagingOf(findCatheter(imaging.catheter) ?? DEFAULT_CATHETER);

  const pool = createFramePool({
    caseFile,
    size: poolSize(host.cores),
    spawn: host.spawnIvus,
    now: host.now,
    onFrame: options.onFrame,
    onRestart: ({ message }) =>
      problem({ kind: 'worker-restarted', worker: 'ivus', detail: message, fatal: false }),
    onGiveUp: ({ message }) =>
      problem({ kind: 'worker-failed', worker: 'ivus', detail: message, fatal: true }),
    ...(host.backOffMs ? { backOffMs: host.backOffMs } : {}),
  });
  const recorder = createPullbackRecorder({
    requestFrame: pool.requestKept,
    onRecording: (recording) => {
      if (!disposed) options.onRecording(recording);
    },
    frameSeed,
    imaging: imagingNow,
  });
  const problem: EngineOptions['onProblem'] = (what) => {
    if (!disposed) options.onProblem(what);
  };

  /** Something that the image shows has changed. */
  const imageMoved = (before: Snapshot | null, after: Snapshot): boolean => {
    const a = before?.imaging.pose;
    const b = after.imaging.pose;
    if (!a || !b || after.newEdits.length > 0) return true;
    if (a.s !== b.s || a.x !== b.x || a.y !== b.y || a.rollRad !== b.rollRad) return true;
    if (a.advanceMm !== b.advanceMm) return true;
    return (
      a.wires.length !== b.wires.length ||
      b.wires.some((wire, i) => wire.x !== a.wires[i]!.x || wire.y !== a.wires[i]!.y)
    );
  };

  const onPush = (push: SimulationPush): void => {
    if (disposed) return;
    if (push.push === 'progress') {
      options.onProgress?.(push.fraction);
      return;
    }
    const { snapshot } = push;
    const moved = imageMoved(latest, snapshot);
    latest = snapshot;
    load = push.load;
    for (const logged of push.commands) log.push(logged);
    told = {
      tick: snapshot.tick,
      edits: snapshot.editsVersion,
      events: told.events + snapshot.events.length,
      commands: log.length,
    };
    if (snapshot.tick > loadedAtTick + SOUND_TICKS) simulation.healthy();
    pool.addEdits(snapshot.newEdits);
    options.onSnapshot(snapshot);
    recorder.observe(snapshot);
    const { pose } = snapshot.imaging;
    if (!pose) return;
    // a still image loses nothing while the workers catch up with a recording
    if (!moved && (pool.backlog > 0 || host.now() - lastLiveAt < stillMs)) return;
    lastLiveAt = host.now();
    const { editsVersion, tick } = snapshot;
    const timeS = tick / TICK_HZ;
    const settings = options.imaging ?? imagingNow(snapshot);
    pool.requestLive({ pose, settings, editsVersion, frameSeed: frameSeed(tick), timeS });
  };

  /** The session as the main thread knows it: enough to bring a new worker to the same tick. */
  const recover = (): SessionFile => ({
    kind: SESSION_KIND,
    version: SESSION_VERSION,
    program: __VERSION__,
    case: caseFile,
    seed,
    rules,
    commands: log,
    endTick: told.tick,
    hashes: [],
  });

  const loadSession = async (link: Link<SimulationOps>): Promise<void> => {
    const session = loadedOnce ? recover() : options.session;
    const ticks = session?.endTick ?? 0;
    const loaded = await link.call(
      'load',
      {
        caseFile,
        seed,
        have: told,
        paused,
        ...(session ? { session } : {}),
      },
      { deadlineMs: LOAD_DEADLINE_MS + ticks * DEADLINE_MS_PER_TICK },
    );
    seed = loaded.seed;
    loadedOnce = true;
    loadedAtTick = loaded.tick;
    const tick = loaded.firstDifference;
    if (tick !== null) problem({ kind: 'replay-differs', tick, fatal: false });
  };

  const simulation = createSupervisor<SimulationOps, SimulationPush>({
    name: 'simulation',
    spawn: host.spawnSimulation,
    load: loadSession,
    onPush,
    onUp: (link) => gate.resolve(link),
    onDown: ({ message }) => {
      if (loadedOnce) gate = deferred();
      problem({ kind: 'worker-restarted', worker: 'simulation', detail: message, fatal: false });
    },
    onGiveUp: (error) => {
      if (loadedOnce) gate = deferred();
      gate.reject(error);
      problem({ kind: 'worker-failed', worker: 'simulation', detail: error.message, fatal: true });
    },
    ...(host.backOffMs ? { backOffMs: host.backOffMs } : {}),
  });

  const pace = (wanted: boolean): void => {
    paused = wanted;
    gate.promise.then((link) => link.call('pace', { paused: wanted })).catch(() => {});
  };

  return {
    ready,
    send: (command) => {
      gate.promise
        .then((link) => link.call('send', command))
        .then(
          (answer) => {
            if (!answer.ok) problem({ kind: 'command-refused', reason: answer.reason, fatal: false });
          },
          () => {
            // the worker died under the command; its restart is told of, and the user sees that nothing moved
          },
        );
    },
    run: async (ticks) => {
      const link = await gate.promise;
      await link.call('run', { ticks }, { deadlineMs: 20_000 + ticks * DEADLINE_MS_PER_TICK });
      return latest!;
    },
    pause: () => pace(true),
    resume: () => pace(false),
    save: async () => (await gate.promise).call('save', { program: __VERSION__ }),
    stats: () => {
      const frames = pool.stats();
      return {
        framesPerSecond: frames.framesPerSecond,
        frames: frames.frames,
        framesSuperseded: frames.superseded,
        frameLatencyP50Ms: frames.latencyP50Ms,
        frameLatencyP95Ms: frames.latencyP95Ms,
        renderP50Ms: frames.renderP50Ms,
        physicsLoad: load,
        tick: latest?.tick ?? 0,
        ivusWorkers: frames.workers,
        restarts: frames.restarts + simulation.restarts,
      };
    },
    requestPreview: (request) => pool.requestKept(request),
    dispose: () => {
      if (disposed) return;
      disposed = true;
      simulation.dispose();
      pool.dispose();
      gate = deferred();
      gate.reject(new Error('the engine is disposed'));
    },
  };
};

/** A promise settled from outside; its rejection is no error until somebody waits for it. */
const deferred = <T>() => {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
};
