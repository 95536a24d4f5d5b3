/**
 * @file One life of one worker, guarded: a call either gets its reply or is rejected, whatever happens to the worker.
 *
 * Comlink alone leaves calls pending for ever when a worker dies; here an in-flight table is rejected on error,
 * unreadable message, missed deadline and disposal.
 */
import { type Endpoint, wrap } from 'comlink';
import { type Hello, type OpMap, PROTOCOL_VERSION, type ReplyOf, type RequestOf } from '../protocol/ops.ts';

/** A Worker, or in tests a MessagePort that can be ended. */
export interface WorkerPort extends Endpoint {
  terminate(): void;
}

export type LinkFailure = 'died' | 'deadline' | 'aborted' | 'disposed' | 'remote' | 'protocol';

export class LinkError extends Error {
  readonly failure: LinkFailure;
  constructor(failure: LinkFailure, message: string) {
    super(message);
    this.name = 'LinkError';
    this.failure = failure;
  }
}

export interface CallOptions {
  /** The worker counts as hung, and is ended, when no reply came by then. */
  readonly deadlineMs?: number;
  /** Gives the call up: rejects at once. The worker finishes what it computes; its reply is dropped. */
  readonly signal?: AbortSignal;
}

export interface LinkOptions<Push> {
  readonly name: string;
  readonly spawn: () => WorkerPort;
  readonly onPush?: (push: Push) => void;
  /** Once, when the worker is of no use any more; not after `dispose`. */
  readonly onDeath?: (error: LinkError) => void;
}

export interface LinkCounters {
  readonly calls: number;
  readonly replies: number;
  readonly failures: number;
}

export interface Link<Ops extends OpMap> {
  /** Resolves when the worker's code answered; rejects with LinkError. */
  readonly ready: Promise<void>;
  call<K extends keyof Ops & string>(
    op: K,
    request: RequestOf<Ops, K>,
    options?: CallOptions,
  ): Promise<ReplyOf<Ops, K>>;
  readonly alive: boolean;
  readonly inFlight: number;
  counters(): LinkCounters;
  dispose(): void;
}

/** Loading and compiling a worker on a slow machine takes seconds; beyond this it is not coming. */
const HELLO_DEADLINE_MS = 30_000;
const DEFAULT_DEADLINE_MS = 20_000;

type AnyApi = Record<string, (request: unknown) => Promise<unknown>>;

export const createLink = <Ops extends OpMap, Push = never>(options: LinkOptions<Push>): Link<Ops> => {
  const { name } = options;
  const inFlight = new Set<(error: LinkError) => void>();
  const counters = { calls: 0, replies: 0, failures: 0 };
  let ended: LinkError | null = null;

  const port = options.spawn();
  // held for the life of the link: comlink releases a proxy that is collected
  const remote = wrap<AnyApi>(port) as unknown as AnyApi;

  const end = (error: LinkError): void => {
    if (ended) return;
    ended = error;
    port.removeEventListener('message', onMessage as EventListener);
    port.terminate();
    for (const reject of [...inFlight]) reject(error);
    if (error.failure !== 'disposed') options.onDeath?.(error);
  };
  const onMessage = (event: MessageEvent): void => {
    const data: unknown = event.data;
    if (typeof data === 'object' && data !== null && 'push' in data) options.onPush?.(data as Push);
  };
  port.addEventListener('message', onMessage as EventListener);
  port.addEventListener('error', ((event: ErrorEvent) => {
    end(new LinkError('died', `${name}: ${event.message || 'the worker stopped'}`));
  }) as EventListener);
  port.addEventListener('messageerror', () => end(new LinkError('died', `${name}: unreadable message`)));

  const call = (
    op: string,
    request: unknown,
    { deadlineMs = DEFAULT_DEADLINE_MS, signal }: CallOptions = {},
  ) =>
    new Promise<unknown>((resolve, reject) => {
      counters.calls++;
      const settle = (): boolean => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        return inFlight.delete(fail);
      };
      const fail = (error: LinkError): void => {
        if (!settle()) return;
        counters.failures++;
        reject(error);
      };
      const onAbort = (): void => fail(new LinkError('aborted', `${name}: ${op} was given up`));
      const timer = setTimeout(
        () => end(new LinkError('deadline', `${name}: no answer to ${op} within ${deadlineMs} ms`)),
        deadlineMs,
      );
      inFlight.add(fail);
      if (ended) return fail(ended);
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort);
      remote[op]!(request).then(
        (reply) => {
          if (!settle()) return;
          counters.replies++;
          resolve(reply);
        },
        (error: unknown) => fail(new LinkError('remote', `${name}: ${op}: ${messageOf(error)}`)),
      );
    });

  const ready = call('hello', undefined, { deadlineMs: HELLO_DEADLINE_MS }).then((hello) => {
    const { protocol } = hello as Hello;
    if (protocol === PROTOCOL_VERSION) return;
    const error = new LinkError('protocol', `${name}: speaks protocol ${protocol}, not ${PROTOCOL_VERSION}`);
    end(error);
    throw error;
  });
  // whoever needs it awaits it; a death before that must not be an unhandled rejection
  ready.catch(() => {});

  return {
    ready,
    call: call as Link<Ops>['call'],
    get alive() {
      return ended === null;
    },
    get inFlight() {
      return inFlight.size;
    },
    counters: () => ({ ...counters }),
    dispose: () => end(new LinkError('disposed', `${name}: disposed`)),
  };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
