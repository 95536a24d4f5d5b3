/** @file One worker's life over a real message channel: whatever happens to the worker, every call settles. */
import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { createSupervisor, type Supervisor } from '../../../src/engine/supervisor.ts';
import { createLink, type Link, LinkError } from '../../../src/engine/worker-link.ts';
import { type Api, PROTOCOL_VERSION } from '../../../src/protocol/ops.ts';
import { type LocalWorker, localWorker, until } from '../../helpers/local-workers.ts';

type EchoOps = {
  hello: readonly [undefined, { worker: string; protocol: number }];
  echo: readonly [string, string];
  fail: readonly [undefined, never];
  hang: readonly [undefined, never];
};
type EchoPush = { readonly push: 'note'; readonly text: string };

const disposables: { dispose(): void }[] = [];
afterEach(() => {
  for (const it of disposables.splice(0)) it.dispose();
});

const echoWorker = (protocol = PROTOCOL_VERSION): LocalWorker =>
  localWorker((port) => {
    const api: Api<EchoOps> = {
      hello: () => ({ worker: 'echo', protocol }),
      echo: (text) => {
        port.postMessage({ push: 'note', text });
        return text;
      },
      fail: () => {
        throw new Error('no such tissue');
      },
      hang: () => new Promise(() => {}),
    };
    expose(api, port);
    return () => {};
  });

const linked = (worker = echoWorker()) => {
  const notes: string[] = [];
  const deaths: LinkError[] = [];
  const link: Link<EchoOps> = createLink<EchoOps, EchoPush>({
    name: 'echo',
    spawn: () => worker,
    onPush: ({ text }) => notes.push(text),
    onDeath: (error) => deaths.push(error),
  });
  disposables.push(link);
  return { link, worker, notes, deaths };
};

const failureOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(LinkError);
    return (error as LinkError).failure;
  }
  return 'none';
};

describe('a link', () => {
  test('is ready after the handshake, answers, and hands on what the worker says unasked', async () => {
    const { link, notes } = linked();
    await link.ready;
    expect(await link.call('echo', 'hello')).toBe('hello');
    expect(notes).toEqual(['hello']);
    expect(link.counters()).toEqual({ calls: 2, replies: 2, failures: 0 });
    expect(link.inFlight).toBe(0);
  });

  test('an error in the worker rejects that call alone', async () => {
    const { link } = linked();
    await expect(link.call('fail', undefined)).rejects.toThrow('no such tissue');
    expect(await link.call('echo', 'still here')).toBe('still here');
    expect(link.alive).toBe(true);
  });

  test('a death rejects all that is in flight, and what is asked afterwards', async () => {
    const { link, worker, deaths } = linked();
    await link.ready;
    const waiting = [link.call('hang', undefined), link.call('hang', undefined)];
    const outcomes = Promise.all(waiting.map(failureOf));
    worker.die('out of memory');
    expect(await outcomes).toEqual(['died', 'died']);
    expect(await failureOf(link.call('echo', 'x'))).toBe('died');
    expect(deaths.map(({ message }) => message)).toEqual(['echo: out of memory']);
    expect(worker.ended).toBe(true);
  });

  test('a missed deadline counts as death', async () => {
    const { link, deaths } = linked();
    await link.ready;
    expect(await failureOf(link.call('hang', undefined, { deadlineMs: 20 }))).toBe('deadline');
    expect(link.alive).toBe(false);
    expect(deaths).toHaveLength(1);
  });

  test('a call can be given up, before or after it was sent; the worker lives on', async () => {
    const { link } = linked();
    await link.ready;
    const controller = new AbortController();
    const call = failureOf(link.call('hang', undefined, { signal: controller.signal }));
    controller.abort();
    expect(await call).toBe('aborted');
    expect(await failureOf(link.call('echo', 'x', { signal: controller.signal }))).toBe('aborted');
    expect(await link.call('echo', 'y')).toBe('y');
  });

  test('disposal rejects what is in flight and is no death', async () => {
    const { link, deaths } = linked();
    await link.ready;
    const call = failureOf(link.call('hang', undefined));
    link.dispose();
    link.dispose();
    expect(await call).toBe('disposed');
    expect(deaths).toEqual([]);
  });

  test('a worker of another build is not spoken to', async () => {
    const { link } = linked(echoWorker(PROTOCOL_VERSION + 1));
    expect(await failureOf(link.ready)).toBe('protocol');
    expect(link.alive).toBe(false);
  });
});

describe('a supervisor', () => {
  const supervised = (load: (link: Link<EchoOps>) => Promise<void> = async () => {}) => {
    const workers: LocalWorker[] = [];
    const told: string[] = [];
    const supervisor: Supervisor<EchoOps> = createSupervisor<EchoOps>({
      name: 'echo',
      spawn: () => {
        const worker = echoWorker();
        workers.push(worker);
        return worker;
      },
      load,
      onUp: () => told.push('up'),
      onDown: () => told.push('down'),
      onGiveUp: () => told.push('gave up'),
      backOffMs: [0, 0],
    });
    disposables.push(supervisor);
    return { supervisor, workers, told };
  };

  test('starts a dead worker again and loads it again', async () => {
    let loads = 0;
    const { supervisor, workers, told } = supervised(async (link) => {
      await link.call('echo', 'load');
      loads++;
    });
    await until(() => supervisor.link !== null);
    workers[0]!.die();
    expect(supervisor.link).toBeNull();
    await until(() => supervisor.link !== null);
    expect(loads).toBe(2);
    expect(told).toEqual(['up', 'down', 'up']);
    expect(await supervisor.link!.call('echo', 'again')).toBe('again');
  });

  test('gives up after its last wait, unless the worker proved healthy in between', async () => {
    const { supervisor, workers, told } = supervised();
    const killNext = async (i: number) => {
      await until(() => workers.length === i + 1 && supervisor.link !== null);
      workers[i]!.die();
    };
    await killNext(0);
    await killNext(1);
    await until(() => supervisor.link !== null);
    supervisor.healthy();
    await killNext(2);
    await killNext(3);
    await killNext(4);
    expect(told.filter((word) => word === 'gave up')).toHaveLength(1);
    expect(supervisor.gaveUp).toBe(true);
    expect(workers).toHaveLength(5);
  });

  test('a load that fails counts as a death', async () => {
    const { supervisor, told } = supervised(async (link) => {
      await link.call('fail', undefined);
    });
    await until(() => supervisor.gaveUp);
    expect(told).toEqual(['down', 'down', 'gave up']);
  });
});
