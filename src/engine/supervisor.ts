/** @file Keeps one worker alive: starts it, loads it, and after a death starts it again, a little later each time. */
import type { OpMap } from '../protocol/ops.ts';
import { createLink, type Link, LinkError, type WorkerPort } from './worker-link.ts';

export interface SupervisorOptions<Ops extends OpMap, Push> {
  readonly name: string;
  readonly spawn: () => WorkerPort;
  /** Brings a fresh worker to where the work can go on. */
  readonly load: (link: Link<Ops>) => Promise<void>;
  readonly onPush?: (push: Push) => void;
  /** A loaded worker is there (again). */
  readonly onUp?: (link: Link<Ops>) => void;
  /** It died and is being restarted. */
  readonly onDown?: (error: LinkError) => void;
  /** It died too often in a row; nothing more will come. */
  readonly onGiveUp?: (error: LinkError) => void;
  /** Waits between restarts, ms; after the last it gives up. */
  readonly backOffMs?: readonly number[];
}

export interface Supervisor<Ops extends OpMap> {
  /** The loaded link, or null while there is none. */
  readonly link: Link<Ops> | null;
  readonly restarts: number;
  readonly gaveUp: boolean;
  /** Tells that the worker does useful work: the next death starts again with the shortest wait. */
  healthy(): void;
  dispose(): void;
}

/** ASSUMED: at once the first time, then slower; a worker that dies six times in a row will die again. */
const BACK_OFF_MS = [0, 200, 1000, 3000, 8000] as const;

export const createSupervisor = <Ops extends OpMap, Push = never>(
  options: SupervisorOptions<Ops, Push>,
): Supervisor<Ops> => {
  const waits = options.backOffMs ?? BACK_OFF_MS;
  let deathsInARow = 0;
  let restarts = 0;
  let disposed = false;
  let gaveUp = false;
  let starting: Link<Ops> | null = null;
  let up: Link<Ops> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onDeath = (error: LinkError): void => {
    up = null;
    starting = null;
    if (disposed || gaveUp) return;
    const wait = waits[deathsInARow++];
    if (wait === undefined) {
      gaveUp = true;
      options.onGiveUp?.(error);
      return;
    }
    options.onDown?.(error);
    timer = setTimeout(() => {
      restarts++;
      start();
    }, wait);
  };

  const start = (): void => {
    let link: Link<Ops>;
    try {
      link = createLink<Ops, Push>({
        name: options.name,
        spawn: options.spawn,
        onDeath,
        ...(options.onPush ? { onPush: options.onPush } : {}),
      });
    } catch (error) {
      onDeath(new LinkError('died', `${options.name}: ${String(error)}`));
      return;
    }
    starting = link;
    link.ready
      .then(() => options.load(link))
      .then(
        () => {
          if (disposed || !link.alive) return;
          starting = null;
          up = link;
          options.onUp?.(link);
        },
        (error: unknown) => {
          // a death has been dealt with by onDeath; a load that failed in a living worker ends that worker
          if (!link.alive || disposed) return;
          link.dispose();
          onDeath(error instanceof LinkError ? error : new LinkError('remote', String(error)));
        },
      );
  };

  start();
  return {
    get link() {
      return up;
    },
    get restarts() {
      return restarts;
    },
    get gaveUp() {
      return gaveUp;
    },
    healthy: () => {
      deathsInARow = 0;
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      starting?.dispose();
      up?.dispose();
      starting = null;
      up = null;
    },
  };
};
