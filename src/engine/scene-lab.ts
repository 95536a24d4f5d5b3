/**
 * @file Pictures of the recognition scenes from one worker. The newest wish comes first: what the reader has just scrolled
 * to or opened is what they want to see.
 */
import type { DrawnScene, DrawScene, IvusOps } from '../protocol/ivus.ts';
import { spawnIvus } from './spawn.ts';
import { createSupervisor } from './supervisor.ts';
import type { WorkerPort } from './worker-link.ts';

export type SceneProblem =
  /** The worker died and is being started again; wishes wait. */
  | { readonly kind: 'restarting'; readonly detail: string }
  /** It keeps dying: nothing more will come, and all wishes are given up. */
  | { readonly kind: 'failed'; readonly detail: string };

export interface SceneLabOptions {
  readonly onProblem: (problem: SceneProblem) => void;
}

export interface SceneLabHost {
  readonly spawnIvus: () => WorkerPort;
  readonly backOffMs?: readonly number[];
}

export interface SceneLab {
  /**
   * Null when it was given up: by `signal`, by `dispose`, or because no worker lives.
   * Rejects when the living worker cannot draw it.
   */
  draw(wish: DrawScene, signal?: AbortSignal): Promise<DrawnScene | null>;
  /** Ends the worker. Idempotent. */
  dispose(): void;
}

interface Waiting {
  readonly wish: DrawScene;
  resolve(drawn: DrawnScene | null): void;
  reject(error: unknown): void;
}

const DRAW_DEADLINE_MS = 20_000;

export const createSceneLab = (options: SceneLabOptions, host: SceneLabHost = { spawnIvus }): SceneLab => {
  /** Newest last. */
  let waiting: Waiting[] = [];
  let busy = false;
  let ended = false;

  const giveUp = (): void => {
    ended = true;
    for (const one of waiting) one.resolve(null);
    waiting = [];
  };

  const supervisor = createSupervisor<IvusOps>({
    name: 'scenes',
    spawn: host.spawnIvus,
    // a wish carries all that the worker needs
    load: async () => {},
    onUp: () => void serve(),
    onDown: ({ message }) => options.onProblem({ kind: 'restarting', detail: message }),
    onGiveUp: ({ message }) => {
      giveUp();
      options.onProblem({ kind: 'failed', detail: message });
    },
    ...(host.backOffMs ? { backOffMs: host.backOffMs } : {}),
  });

  const serve = async (): Promise<void> => {
    const { link } = supervisor;
    if (!link || busy || ended) return;
    const newest = waiting.pop();
    if (!newest) return;
    busy = true;
    try {
      newest.resolve(await link.call('drawScene', newest.wish, { deadlineMs: DRAW_DEADLINE_MS }));
      supervisor.healthy();
    } catch (error) {
      // a death is the supervisor's: the wish waits for the next worker
      if (link.alive) newest.reject(error);
      else if (ended) newest.resolve(null);
      else waiting.push(newest);
    } finally {
      busy = false;
    }
    void serve();
  };

  return {
    draw: (wish, signal) =>
      new Promise((resolve, reject) => {
        if (ended || signal?.aborted) return resolve(null);
        const mine: Waiting = { wish, resolve, reject };
        waiting.push(mine);
        signal?.addEventListener(
          'abort',
          () => {
            waiting = waiting.filter((one) => one !== mine);
            resolve(null);
          },
          { once: true },
        );
        void serve();
      }),
    dispose: () => {
      if (ended) return;
      giveUp();
      supervisor.dispose();
    },
  };
};
