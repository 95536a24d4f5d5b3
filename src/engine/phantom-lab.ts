/**
 * @file Pairs of frames of one vessel with and without its plate of calcium, from two workers.
 *
 * The newest wish wins, and only frames that belong together are handed out. Moving the plate leaves the vessel without it
 * as it is, so that frame is used again.
 */
import type { CalciumPhantom } from '../core/cases/calcium-phantom.ts';
import { phantomPose } from '../core/cases/calcium-phantom.ts';
import type { ImagingSettings, PolarFrame } from '../core/ultrasound/frame.ts';
import type { IvusOps, RenderReply } from '../protocol/ivus.ts';
import { spawnIvus } from './spawn.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import type { WorkerPort } from './worker-link.ts';

export interface PhantomWish {
  readonly phantom: CalciumPhantom;
  readonly settings: ImagingSettings;
  readonly frameSeed: number;
  readonly timeS: number;
}

export interface PhantomPair {
  /** What the frames show. */
  readonly wish: PhantomWish;
  readonly plain: PolarFrame;
  readonly plate: PolarFrame;
  /** From the wish to the pair, ms. */
  readonly latencyMs: number;
}

export type PhantomProblem =
  /** A worker died and is being started again. */
  | { readonly kind: 'restarting'; readonly detail: string }
  /** A worker keeps dying: nothing more will come. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** The worker lives but could not make this frame. */
  | { readonly kind: 'refused'; readonly detail: string };

export interface PhantomLabOptions {
  readonly onPair: (pair: PhantomPair) => void;
  readonly onProblem: (problem: PhantomProblem) => void;
}

export interface PhantomLabHost {
  readonly spawnIvus: () => WorkerPort;
  readonly now: () => number;
  readonly backOffMs?: readonly number[];
}

export interface PhantomLab {
  /** Asks for a pair; a wish that waits is given up for it. */
  show(wish: PhantomWish): void;
  /** Ends the workers. Idempotent. */
  dispose(): void;
}

interface Waiting {
  readonly wish: PhantomWish;
  readonly askedAt: number;
}

const RENDER_DEADLINE_MS = 20_000;

export const createPhantomLab = (
  options: PhantomLabOptions,
  host: PhantomLabHost = { spawnIvus, now: () => performance.now() },
): PhantomLab => {
  let disposed = false;
  let failed = false;
  let busy = false;
  let waiting: Waiting | null = null;
  let plain: { readonly key: string; readonly frame: PolarFrame } | null = null;

  const problem = (kind: PhantomProblem['kind'], detail: string): void => {
    if (!disposed) options.onProblem({ kind, detail });
  };

  const startWorker = (name: string): Supervisor<IvusOps> =>
    createSupervisor<IvusOps>({
      name,
      spawn: host.spawnIvus,
      // a frame's request carries all that the worker needs
      load: async () => {},
      onUp: () => void serve(),
      onDown: ({ message }) => problem('restarting', message),
      onGiveUp: ({ message }) => {
        failed = true;
        problem('failed', message);
      },
      ...(host.backOffMs ? { backOffMs: host.backOffMs } : {}),
    });

  const render = async (worker: Supervisor<IvusOps>, wish: PhantomWish, withPlate: boolean) => {
    const { link } = worker;
    if (!link) return null;
    const { phantom, settings, frameSeed, timeS } = wish;
    const request = { phantom, withPlate, settings, frameSeed, timeS };
    let reply: RenderReply;
    try {
      reply = await link.call('renderPhantom', request, { deadlineMs: RENDER_DEADLINE_MS });
    } catch (error) {
      // a death is the supervisor's; a living worker has refused these numbers and would again
      if (!link.alive) return null;
      throw error;
    }
    if (!reply.ok) throw new Error(reply.reason);
    worker.healthy();
    return reply.frame;
  };

  const plainFrame = async (wish: PhantomWish): Promise<PolarFrame | null> => {
    const key = plainKey(wish);
    if (plain?.key === key) return plain.frame;
    const frame = await render(plainWorker, wish, false);
    if (frame) plain = { key, frame };
    return frame;
  };

  const serve = async (): Promise<void> => {
    if (disposed || failed || busy || !waiting || !plainWorker.link || !plateWorker.link) return;
    const job = waiting;
    waiting = null;
    busy = true;
    try {
      const { wish, askedAt } = job;
      const [without, withPlate] = await Promise.all([plainFrame(wish), render(plateWorker, wish, true)]);
      if (without && withPlate) {
        if (!disposed) {
          options.onPair({ wish, plain: without, plate: withPlate, latencyMs: host.now() - askedAt });
        }
      } else waiting ??= job;
    } catch (error) {
      problem('refused', error instanceof Error ? error.message : String(error));
    } finally {
      busy = false;
    }
    void serve();
  };

  const plainWorker = startWorker('vessel without plate');
  const plateWorker = startWorker('vessel with plate');

  return {
    show: (wish) => {
      if (disposed || failed) return;
      waiting = { wish, askedAt: host.now() };
      void serve();
    },
    dispose: () => {
      disposed = true;
      waiting = null;
      plainWorker.dispose();
      plateWorker.dispose();
    },
  };
};

/** All that the frame without the plate depends on: of the plate, only that a nodule may stop the catheter. */
const plainKey = ({ phantom, settings, frameSeed, timeS }: PhantomWish): string =>
  JSON.stringify([phantomPose(phantom), settings, frameSeed, timeS]);
