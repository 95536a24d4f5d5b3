/** @file The pool's order of work, over real message channels with workers that render when the test says so. */
import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import type { TissueEdit } from '../../../src/core/anatomy/edit.ts';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { DEFAULT_IMAGING, type FrameRequest, type PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { createFramePool, type FramePool, poolSize } from '../../../src/engine/frame-pool.ts';
import type { IvusOps, RenderReply, RenderRequest } from '../../../src/protocol/ivus.ts';
import { type Api, PROTOCOL_VERSION } from '../../../src/protocol/ops.ts';
import { type LocalWorker, localWorker, until } from '../../helpers/local-workers.ts';

/** A render that has begun and waits for the test to let it end. */
interface Begun {
  readonly worker: number;
  readonly seed: number;
  readonly editsFrom: number;
  readonly edits: number;
  finish(): void;
}

const edit = (index: number): TissueEdit => ({
  kind: 'open',
  channel: 'plane',
  index,
  xRef: 0,
  yRef: 0,
  radiusMm: 0.1,
});

const request = (frameSeed: number, editsVersion = 0): FrameRequest => ({
  pose: { s: 0, x: 0, y: 0, dxds: 0, dyds: 0, rollRad: 0, sheathRadiusMm: 0.4, wires: [] },
  settings: DEFAULT_IMAGING,
  timeS: 0,
  editsVersion,
  frameSeed,
});

const pools: FramePool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

const setUp = async (size: number) => {
  const begun: Begun[] = [];
  const workers: LocalWorker[] = [];
  const shown: number[] = [];
  const spawn = (): LocalWorker => {
    const worker = workers.length;
    let have = 0;
    const service: Api<IvusOps> = {
      hello: () => ({ worker: 'ivus', protocol: PROTOCOL_VERSION }),
      load: () => ({ startMm: 0, endMm: 1 }),
      render: ({ request: wanted, editsFrom, edits }: RenderRequest) =>
        new Promise<RenderReply>((resolve) => {
          const { lines, samples, startMm, mmPerSample } = wanted.settings;
          const { pose, frameSeed } = wanted;
          begun.push({
            worker,
            seed: frameSeed,
            editsFrom,
            edits: edits.length,
            finish: () => {
              if (editsFrom > have) return resolve({ ok: false, reason: 'stale-tissue', haveEdits: have });
              have = Math.max(have, editsFrom + edits.length);
              const data = new Uint16Array(1);
              const frame: PolarFrame = {
                lines,
                samples,
                startMm,
                mmPerSample,
                data,
                pose,
                editsVersion: have,
                frameSeed,
              };
              resolve({ ok: true, frame, renderMs: 1 });
            },
          });
        }),
      renderDesigned: () => ({ ok: false, reason: 'not-loaded' }),
      renderPhantom: () => ({ ok: false, reason: 'not-loaded' }),
      drawScene: () => Promise.reject(new Error('not here')),
      validate: () => Promise.reject(new Error('not here')),
    };
    const made = localWorker((port) => {
      expose(service, port);
      return () => {};
    });
    workers.push(made);
    return made;
  };
  const pool = createFramePool({
    caseFile: CASE_LIBRARY[0]!,
    size,
    spawn,
    now: () => performance.now(),
    onFrame: (frame) => shown.push(frame.frameSeed),
    backOffMs: [0, 0],
  });
  pools.push(pool);
  await until(() => pool.stats().workers === size);
  /** The next render that begins. */
  let taken = 0;
  const next = async (): Promise<Begun> => {
    await until(() => begun.length > taken);
    return begun[taken++]!;
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  return { pool, begun, workers, shown, next, settle };
};

describe('the live image', () => {
  test('only the newest request waits; what it replaces is never made', async () => {
    const { pool, begun, shown, next, settle } = await setUp(1);
    for (let seed = 1; seed <= 5; seed++) pool.requestLive(request(seed));
    (await next()).finish();
    (await next()).finish();
    await settle();
    expect(begun.map(({ seed }) => seed)).toEqual([1, 5]);
    expect(shown).toEqual([1, 5]);
    expect(pool.stats()).toMatchObject({ frames: 2, superseded: 3 });
  });

  test('a frame that comes out late is not shown after a newer one', async () => {
    const { pool, shown, next, settle } = await setUp(2);
    pool.requestLive(request(1));
    pool.requestLive(request(2));
    const [first, second] = [await next(), await next()];
    second.finish();
    await until(() => shown.length === 1);
    first.finish();
    await settle();
    expect(shown).toEqual([2]);
  });
});

describe('frames to keep', () => {
  test('come in order and all, while the live image goes on', async () => {
    const { pool, begun, shown, next, settle } = await setUp(1);
    pool.requestLive(request(1));
    const kept = [101, 102, 103].map((seed) => pool.requestKept(request(seed)));
    for (let i = 0; i < 6; i++) {
      const render = await next();
      pool.requestLive(request(i + 2));
      render.finish();
    }
    const frames = await Promise.all(kept);
    await settle();
    expect(frames.map((frame) => frame?.frameSeed)).toEqual([101, 102, 103]);
    // one worker takes turns
    expect(begun.slice(0, 6).filter(({ seed }) => seed > 100)).toHaveLength(3);
    expect(shown.length).toBeGreaterThanOrEqual(3);
  });

  test('with two workers one is left to them', async () => {
    const { pool, next } = await setUp(2);
    pool.requestLive(request(1));
    const kept = pool.requestKept(request(101));
    pool.requestLive(request(2));
    const seeds = [await next(), await next()].map((render) => {
      render.finish();
      return render.seed;
    });
    expect(seeds.sort((a, b) => a - b)).toEqual([1, 101]);
    expect((await kept)?.frameSeed).toBe(101);
  });

  test('what is no longer wanted is given up unmade', async () => {
    const { pool, begun, next } = await setUp(1);
    const first = pool.requestKept(request(101));
    const second = pool.requestKept(request(102), () => false);
    (await next()).finish();
    expect((await first)?.frameSeed).toBe(101);
    expect(await second).toBeNull();
    expect(begun).toHaveLength(1);
  });
});

describe('tissue edits', () => {
  test('each worker gets those that it lacks, once, and none from the future', async () => {
    const { pool, next } = await setUp(1);
    pool.addEdits([edit(0), edit(1), edit(2)]);
    const ask = async (seed: number, version: number) => {
      const kept = pool.requestKept(request(seed, version));
      const render = await next();
      render.finish();
      return { from: render.editsFrom, edits: render.edits, saw: (await kept)!.editsVersion };
    };
    expect(await ask(1, 2)).toEqual({ from: 0, edits: 2, saw: 2 });
    expect(await ask(2, 3)).toEqual({ from: 2, edits: 1, saw: 3 });
    expect(await ask(3, 1)).toEqual({ from: 3, edits: 0, saw: 3 });
  });

  test('a restarted worker gets all of them again', async () => {
    const { pool, workers, next } = await setUp(1);
    pool.addEdits([edit(0), edit(1)]);
    const kept = pool.requestKept(request(1, 2));
    await next();
    workers[0]!.die();
    const again = await next();
    expect(again).toMatchObject({ worker: 1, seed: 1, editsFrom: 0, edits: 2 });
    again.finish();
    expect((await kept)?.editsVersion).toBe(2);
  });
});

describe('a dead worker', () => {
  test('its live frame is made by the next, unless a newer one was asked for', async () => {
    const { pool, workers, shown, next } = await setUp(1);
    pool.requestLive(request(1));
    await next();
    workers[0]!.die();
    const again = await next();
    expect(again.seed).toBe(1);
    pool.requestLive(request(2));
    workers[1]!.die();
    const newest = await next();
    expect(newest.seed).toBe(2);
    newest.finish();
    await until(() => shown.length === 1);
    expect(shown).toEqual([2]);
  });

  test('after the last one gave up, nobody waits for ever', async () => {
    const { pool, workers } = await setUp(1);
    const kept = [pool.requestKept(request(1)), pool.requestKept(request(2))];
    for (let i = 0; i < 3; i++) {
      await until(() => workers.length === i + 1);
      workers[i]!.die();
    }
    expect(await Promise.all(kept)).toEqual([null, null]);
    expect(await pool.requestKept(request(3))).toBeNull();
  });
});

test('the pool is one smaller than the machine, within bounds', () => {
  expect([1, 2, 3, 4, 8, 64].map(poolSize)).toEqual([1, 2, 2, 3, 6, 6]);
});
