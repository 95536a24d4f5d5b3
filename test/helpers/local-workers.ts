/** @file Workers without threads: the services behind real MessageChannels, with a way to let them die. */
import { expose } from 'comlink';
import type { WorkerPort } from '../../src/engine/worker-link.ts';
import { createIvusService } from '../../workers/ivus-service.ts';
import { createSimulationService } from '../../workers/simulation-service.ts';

export interface LocalWorker extends WorkerPort {
  /** As if the worker had thrown: `error` on this side, silence on the other. */
  die(message?: string): void;
  readonly ended: boolean;
}

/** @param serve what would run in the worker; its return value is called when the worker ends */
export const localWorker = (serve: (port: MessagePort) => () => void): LocalWorker => {
  const { port1, port2 } = new MessageChannel();
  const onError: ((event: Event) => void)[] = [];
  const stop = serve(port2);
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    stop();
    port1.close();
    port2.close();
  };
  return {
    postMessage: (message, transfer) => {
      if (!ended) port1.postMessage(message, transfer ?? []);
    },
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
      if (type === 'error') onError.push(listener as (event: Event) => void);
      else port1.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
      port1.removeEventListener(type, listener);
    },
    start: () => port1.start(),
    terminate: end,
    die: (message = 'out of memory') => {
      end();
      const event = Object.assign(new Event('error'), { message });
      for (const listener of onError) listener(event);
    },
    get ended() {
      return ended;
    },
  };
};

export const localIvus = (): LocalWorker =>
  localWorker((port) => {
    expose(
      createIvusService(() => performance.now()),
      port,
    );
    return () => {};
  });

/** @param beatHz 0 leaves real time out: the session moves by `run` alone */
export const localSimulation = (beatHz = 60): LocalWorker =>
  localWorker((port) => {
    const { beat, ...api } = createSimulationService({
      now: () => performance.now(),
      post: (push) => port.postMessage(push),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
    });
    expose(api, port);
    const timer = beatHz > 0 ? setInterval(beat, 1000 / beatHz) : undefined;
    return () => clearInterval(timer);
  });

/** Resolves when `ready` holds; fails after a generous time, for tests that wait for messages. */
export const until = async (ready: () => boolean, limitMs = 20_000): Promise<void> => {
  const end = performance.now() + limitMs;
  while (!ready()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
