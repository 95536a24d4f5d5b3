/** @file The calcium page's frames over real message channels: the worker's operation, and pairs that belong together. */
import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import {
  type CalciumPhantom,
  phantomPose,
  plainVessel,
  plateVessel,
} from '../../../src/core/cases/calcium-phantom.ts';
import { DEG } from '../../../src/core/math/trig.ts';
import { DEFAULT_IMAGING, DEFAULT_PROBE, type PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import {
  createPhantomLab,
  type PhantomLab,
  type PhantomPair,
  type PhantomProblem,
  type PhantomWish,
} from '../../../src/engine/phantom-lab.ts';
import { createLink, type Link } from '../../../src/engine/worker-link.ts';
import type { IvusOps, RenderPhantom, RenderReply } from '../../../src/protocol/ivus.ts';
import { type Api, PROTOCOL_VERSION } from '../../../src/protocol/ops.ts';
import { type LocalWorker, localIvus, localWorker, until } from '../../helpers/local-workers.ts';

const SMALL = { ...DEFAULT_IMAGING, lines: 64, samples: 64, mmPerSample: 0.05 };
const PHANTOM: CalciumPhantom = {
  shape: 'sheet',
  arcRad: 120 * DEG,
  thicknessMm: 0.3,
  depthMm: 0.1,
  offsetMm: 0.15,
};
const wish = (more: Partial<CalciumPhantom> = {}, change: Partial<PhantomWish> = {}): PhantomWish => ({
  phantom: { ...PHANTOM, ...more },
  settings: SMALL,
  frameSeed: 1,
  timeS: 0,
  ...change,
});

describe('the worker operation', () => {
  let link: Link<IvusOps>;
  beforeEach(() => {
    link = createLink<IvusOps>({ name: 'ivus', spawn: localIvus });
  });
  afterEach(() => link.dispose());

  const ask = async (withPlate: boolean, asked = wish()): Promise<PolarFrame> => {
    const reply = await link.call('renderPhantom', { ...asked, withPlate });
    if (!reply.ok) throw new Error(reply.reason);
    return reply.frame;
  };

  test('needs nothing loaded, and gives the bytes of the synthesizer', async () => {
    const here = (withPlate: boolean) =>
      createSynthesizer(createTissue(withPlate ? plateVessel(PHANTOM) : plainVessel())).render({
        pose: phantomPose(PHANTOM),
        settings: SMALL,
        editsVersion: 0,
        frameSeed: 1,
        timeS: 0,
      });
    expect(await ask(true)).toEqual(here(true));
    expect(await ask(false)).toEqual(here(false));
  });

  test('a plate that was there before leaves no trace', async () => {
    const first = await ask(true);
    await ask(true, wish({ thicknessMm: 0.6, arcRad: 300 * DEG }));
    await ask(false);
    expect(await ask(true)).toEqual(first);
  });

  test('impossible settings reject, and the worker lives', async () => {
    const wrong = wish({}, { settings: { ...SMALL, probe: { ...DEFAULT_PROBE, frequencyMHz: 900 } } });
    await expect(link.call('renderPhantom', { ...wrong, withPlate: true })).rejects.toThrow(/frequencyMHz/);
    expect((await ask(true)).lines).toBe(64);
  });
});

describe('the lab', () => {
  /** A worker that answers only when it is told to, with a frame that says what was asked. */
  interface Held extends LocalWorker {
    readonly asked: RenderPhantom[];
    answer(reply?: RenderReply): void;
  }
  const held = (): Held => {
    const asked: RenderPhantom[] = [];
    const open: ((reply: RenderReply) => void)[] = [];
    const service: Pick<Api<IvusOps>, 'hello' | 'renderPhantom'> = {
      hello: () => ({ worker: 'ivus', protocol: PROTOCOL_VERSION }),
      renderPhantom: (request) =>
        new Promise<RenderReply>((resolve) => {
          asked.push(request);
          open.push(resolve);
        }),
    };
    const worker = localWorker((port) => {
      expose(service, port);
      return () => {};
    });
    const answer = (reply?: RenderReply): void => {
      const { phantom, settings } = asked.at(-1)!;
      const frame: PolarFrame = {
        ...settings,
        data: Uint16Array.of(Math.round(1000 * phantom.thicknessMm)),
        pose: phantomPose(phantom),
        editsVersion: 0,
        frameSeed: 1,
      };
      open.shift()!(reply ?? { ok: true, frame, renderMs: 1 });
    };
    return Object.assign(worker, { asked, answer });
  };

  let workers: Held[];
  let pairs: PhantomPair[];
  let problems: PhantomProblem[];
  let lab: PhantomLab;
  const start = (backOffMs: readonly number[] = [0, 0]) => {
    workers = [];
    pairs = [];
    problems = [];
    lab = createPhantomLab(
      { onPair: (pair) => pairs.push(pair), onProblem: (problem) => problems.push(problem) },
      {
        spawnIvus: () => {
          const worker = held();
          workers.push(worker);
          return worker;
        },
        now: () => 0,
        backOffMs,
      },
    );
  };
  afterEach(() => lab.dispose());
  /** Worker 0 renders the vessel alone, worker 1 the one with the plate. */
  const asks = (worker: number): number => workers[worker]!.asked.length;

  test('a pair comes when both frames are there', async () => {
    start();
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    expect(workers[0]!.asked[0]).toMatchObject({ withPlate: false, phantom: PHANTOM });
    expect(workers[1]!.asked[0]).toMatchObject({ withPlate: true, phantom: PHANTOM });
    workers[1]!.answer();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pairs).toEqual([]);
    workers[0]!.answer();
    await until(() => pairs.length === 1);
    expect(pairs[0]!.wish).toEqual(wish());
  });

  test('of many wishes the newest is served, and a moved plate leaves the other frame as it is', async () => {
    start();
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    for (const thicknessMm of [0.35, 0.4, 0.45]) lab.show(wish({ thicknessMm }));
    workers[0]!.answer();
    workers[1]!.answer();
    await until(() => asks(1) === 2);
    expect(workers[1]!.asked[1]!.phantom.thicknessMm).toBe(0.45);
    workers[1]!.answer();
    await until(() => pairs.length === 2);
    expect(asks(0)).toBe(1);
    expect(pairs[1]!.plain).toBe(pairs[0]!.plain);
    expect(pairs[1]!.plate.data[0]).toBe(450);
  });

  test('a moved catheter asks both again', async () => {
    start();
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    workers[0]!.answer();
    workers[1]!.answer();
    await until(() => pairs.length === 1);
    lab.show(wish({ offsetMm: 0.3 }));
    await until(() => asks(0) === 2 && asks(1) === 2);
    workers[0]!.answer();
    workers[1]!.answer();
    await until(() => pairs.length === 2);
    expect(pairs[1]!.plain.pose).toEqual(pairs[1]!.plate.pose);
  });

  test('a death is told and the frame asked for again; too many end it', async () => {
    start([0]);
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    workers[0]!.answer();
    workers[1]!.die();
    await until(() => workers.length === 3 && asks(2) === 1);
    expect(problems.map(({ kind }) => kind)).toEqual(['restarting']);
    workers[2]!.answer();
    await until(() => pairs.length === 1);
    for (let life = 2; problems.at(-1)!.kind !== 'failed'; life++) {
      const before = workers.length;
      workers[life]!.die();
      await until(() => workers.length > before || problems.at(-1)!.kind === 'failed');
    }
    expect(pairs).toHaveLength(1);
  });

  test('what a living worker refuses is told; the next wish is served', async () => {
    start();
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    workers[1]!.answer({ ok: false, reason: 'not-loaded' });
    workers[0]!.answer();
    await until(() => problems.length === 1);
    expect(problems[0]!.kind).toBe('refused');
    lab.show(wish({ thicknessMm: 0.5 }));
    await until(() => asks(1) === 2);
    workers[1]!.answer();
    await until(() => pairs.length === 1);
    expect(pairs[0]!.plate.data[0]).toBe(500);
  });

  test('after dispose nothing comes and the workers have ended', async () => {
    start();
    lab.show(wish());
    await until(() => asks(0) === 1 && asks(1) === 1);
    lab.dispose();
    lab.dispose();
    lab.show(wish({ thicknessMm: 0.5 }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(workers.every(({ ended }) => ended)).toBe(true);
    expect([pairs.length, problems.length, workers.length]).toEqual([0, 0, 2]);
  });
});
