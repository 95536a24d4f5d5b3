/**
 * @file A pool of IVUS workers behind two queues: the live image, where only the newest request counts, and below
 * it an ordered, bounded queue of frames that somebody keeps.
 *
 * A worker cannot hear while it computes, so nothing is ever queued inside one: each has at most one frame to do.
 */
import type { TissueEdit } from '../core/anatomy/edit.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { FrameRequest, PolarFrame } from '../core/ultrasound/frame.ts';
import type { IvusOps, RenderReply } from '../protocol/ivus.ts';
import { createRate, createWindow } from './percentiles.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import type { LinkError, WorkerPort } from './worker-link.ts';

/** Frames that somebody keeps; a whole 150 mm pullback in quarter millimetres fits. */
const KEEP_QUEUE = 640;
const RENDER_DEADLINE_MS = 15_000;

export interface FramePoolOptions {
  readonly caseFile: CaseFile;
  readonly size: number;
  readonly spawn: () => WorkerPort;
  readonly now: () => number;
  /** Newest live frame; never older than one delivered before. */
  readonly onFrame: (frame: PolarFrame) => void;
  readonly onRestart?: (error: LinkError) => void;
  /** No worker is left. */
  readonly onGiveUp?: (error: LinkError) => void;
  readonly backOffMs?: readonly number[];
}

export interface PoolStats {
  readonly frames: number;
  readonly superseded: number;
  readonly framesPerSecond: number;
  readonly latencyP50Ms: number;
  readonly latencyP95Ms: number;
  readonly renderP50Ms: number;
  readonly renderP95Ms: number;
  readonly workers: number;
  readonly restarts: number;
}

export interface FramePool {
  /** The next edits of the list, in order. */
  addEdits(edits: readonly TissueEdit[]): void;
  readonly editsVersion: number;
  requestLive(request: FrameRequest): void;
  /**
   * A frame to keep: in order, after the live ones.
   * @param wanted asked before the work is done; false gives the frame up
   * @returns null when the pool is disposed, its queue full or the frame given up
   */
  requestKept(request: FrameRequest, wanted?: () => boolean): Promise<PolarFrame | null>;
  /** Frames to keep that no worker has begun. */
  readonly backlog: number;
  stats(): PoolStats;
  dispose(): void;
}

interface Job {
  readonly request: FrameRequest;
  readonly askedAt: number;
  /** Order of live requests; 0 for kept ones. */
  readonly sequence: number;
  readonly wanted: () => boolean;
  readonly done: (frame: PolarFrame | null) => void;
}

interface Slot {
  readonly supervisor: Supervisor<IvusOps>;
  /** Edits the worker is known to have. */
  haveEdits: number;
  job: Job | null;
}

/** One worker less than cores, so that the page stays quick; two at least where there are two cores; six at most. */
export const poolSize = (cores: number): number => Math.max(cores >= 2 ? 2 : 1, Math.min(6, cores - 1));

const always = (): boolean => true;

export const createFramePool = (options: FramePoolOptions): FramePool => {
  const { now } = options;
  const edits: TissueEdit[] = [];
  const kept: Job[] = [];
  const latency = createWindow();
  const renderTime = createWindow();
  const rate = createRate(now);
  const counts = { frames: 0, superseded: 0 };
  let live: Job | null = null;
  let sequence = 0;
  let delivered = 0;
  let disposed = false;
  let keptLast = false;

  const deliverLive = (job: Job, frame: PolarFrame): void => {
    // two workers may finish out of order; the image never steps back in time
    if (job.sequence < delivered) return;
    delivered = job.sequence;
    latency.add(now() - job.askedAt);
    rate.tick();
    options.onFrame(frame);
  };

  const makeSlot = (index: number): Slot => {
    const slot: Slot = { supervisor: undefined as never, haveEdits: 0, job: null };
    const supervisor = createSupervisor<IvusOps>({
      name: `ivus ${index + 1}`,
      spawn: options.spawn,
      load: async (link) => {
        slot.haveEdits = 0;
        slot.job = null;
        await link.call('load', { caseFile: options.caseFile, designed: false }, { deadlineMs: 60_000 });
      },
      onUp: () => dispatch(),
      ...(options.onRestart ? { onDown: options.onRestart } : {}),
      onGiveUp: (error) => {
        // the others go on without it
        if (!dead()) return;
        for (const job of kept.splice(0)) job.done(null);
        options.onGiveUp?.(error);
      },
      ...(options.backOffMs ? { backOffMs: options.backOffMs } : {}),
    });
    return Object.assign(slot, { supervisor });
  };
  const slots: Slot[] = [];
  /** Disposed, or all workers have given up: nothing will come any more. */
  const dead = (): boolean => disposed || slots.every(({ supervisor }) => supervisor.gaveUp);

  /** What an idle worker should do next. While frames wait to be kept, the live image leaves one worker to them. */
  const nextJob = (): Job | null => {
    const idle = slots.filter((slot) => slot.supervisor.link && !slot.job).length;
    const liveBusy = slots.some((slot) => slot.job && slot.job.sequence > 0);
    const keepersTurn = kept.length > 0 && (slots.length > 1 ? liveBusy || idle > 1 : !keptLast);
    if (live && !keepersTurn) {
      const job = live;
      live = null;
      keptLast = false;
      return job;
    }
    for (let job = kept.shift(); job; job = kept.shift()) {
      keptLast = true;
      if (job.wanted()) return job;
      job.done(null);
    }
    return null;
  };

  const work = async (slot: Slot, job: Job): Promise<void> => {
    const link = slot.supervisor.link;
    if (!link) return;
    slot.job = job;
    // a worker that has seen later edits cannot forget them; the frame says which it saw
    const version = Math.max(job.request.editsVersion, slot.haveEdits);
    const from = slot.haveEdits;
    let reply: RenderReply | null = null;
    try {
      reply = await link.call(
        'render',
        { request: job.request, editsFrom: from, edits: edits.slice(from, version) },
        { deadlineMs: RENDER_DEADLINE_MS },
      );
    } catch {
      // the worker died or the request was impossible; the supervisor deals with the worker
    }
    if (dead()) return job.done(null);
    if (link === slot.supervisor.link) slot.job = null;
    if (reply?.ok) {
      slot.haveEdits = Math.max(slot.haveEdits, version);
      slot.supervisor.healthy();
      counts.frames++;
      renderTime.add(reply.renderMs);
      job.done(reply.frame);
      if (job.sequence > 0) deliverLive(job, reply.frame);
    } else {
      if (reply?.reason === 'stale-tissue') slot.haveEdits = reply.haveEdits;
      if (link.alive && reply === null) job.done(null);
      else putBack(job);
    }
    dispatch();
  };

  /** A job whose worker died is done by the next one, unless a newer live request has come. */
  const putBack = (job: Job): void => {
    if (job.sequence === 0) kept.unshift(job);
    else if (!live && job.sequence > delivered) live = job;
  };

  const dispatch = (): void => {
    if (disposed) return;
    for (const slot of slots) {
      if (!slot.supervisor.link || slot.job) continue;
      const job = nextJob();
      if (!job) return;
      void work(slot, job);
    }
  };

  for (let i = 0; i < options.size; i++) slots.push(makeSlot(i));

  return {
    addEdits: (more) => {
      for (const edit of more) edits.push(edit);
    },
    get editsVersion() {
      return edits.length;
    },
    requestLive: (request) => {
      if (disposed) return;
      if (live) counts.superseded++;
      live = { request, askedAt: now(), sequence: ++sequence, wanted: always, done: () => {} };
      dispatch();
    },
    requestKept: (request, wanted = always) =>
      new Promise((resolve) => {
        if (dead() || kept.length >= KEEP_QUEUE) return resolve(null);
        kept.push({ request, askedAt: now(), sequence: 0, wanted, done: resolve });
        dispatch();
      }),
    get backlog() {
      return kept.length;
    },
    stats: () => ({
      ...counts,
      framesPerSecond: rate.perSecond(),
      latencyP50Ms: latency.quantile(0.5),
      latencyP95Ms: latency.quantile(0.95),
      renderP50Ms: renderTime.quantile(0.5),
      renderP95Ms: renderTime.quantile(0.95),
      workers: slots.filter((slot) => slot.supervisor.link).length,
      restarts: slots.reduce((sum, slot) => sum + slot.supervisor.restarts, 0),
    }),
    dispose: () => {
      if (disposed) return;
      disposed = true;
      for (const slot of slots) slot.supervisor.dispose();
      for (const job of kept.splice(0)) job.done(null);
    },
  };
};
