/** @file The scene lab over a real message channel: newest first, given up on demand, alive after a death. */
import { afterEach, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { buildScene } from '../../../src/core/cases/gallery/gallery.ts';
import { DEFAULT_CATHETER, imagingOf } from '../../../src/core/ultrasound/presets.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { TRUTH_NAMES } from '../../../src/core/ultrasound/truth.ts';
import { createSceneLab, type SceneLab, type SceneProblem } from '../../../src/engine/scene-lab.ts';
import { type DrawScene, NO_LABEL } from '../../../src/protocol/ivus.ts';
import { type LocalWorker, localIvus, until } from '../../helpers/local-workers.ts';

const WISH: DrawScene = {
  scene: 'both-wires',
  catheter: 'dual-rx-40',
  frameSeed: 1,
  timeS: 0,
  truth: { side: 41, depthMm: 3 },
};

const workers: LocalWorker[] = [];
const problems: SceneProblem[] = [];
let lab: SceneLab;
const open = (backOffMs: readonly number[] = [0]): SceneLab => {
  workers.length = 0;
  problems.length = 0;
  lab = createSceneLab(
    { onProblem: (problem) => problems.push(problem) },
    {
      spawnIvus: () => {
        const made = localIvus();
        workers.push(made);
        return made;
      },
      backOffMs,
    },
  );
  return lab;
};
afterEach(() => lab.dispose());

test('draws the frame that the synthesizer makes, and the truth beside it', async () => {
  const drawn = (await open().draw(WISH))!;
  const { tissue, pose } = buildScene('both-wires');
  const settings = imagingOf(DEFAULT_CATHETER);
  const here = createSynthesizer(tissue).render({
    pose,
    settings,
    editsVersion: tissue.version,
    frameSeed: 1,
    timeS: 0,
  })!;
  expect(Buffer.from(drawn.frame.data.buffer).equals(Buffer.from(here.data.buffer))).toBe(true);
  const truth = drawn.truth!;
  const at = (x: number, y: number): string => TRUTH_NAMES[truth[y * 41 + x]!]!;
  expect(truth).toHaveLength(41 * 41);
  expect(at(20, 20)).toBe('inside');
  expect(truth[0]).toBe(NO_LABEL);
  expect(truth).toContain(MATERIAL.media);
  expect(truth).toContain(TRUTH_NAMES.indexOf('wire2'));
});

test('serves the newest wish first', async () => {
  const order: string[] = [];
  const draw = async (scene: DrawScene['scene']) => {
    await lab.draw({ ...WISH, scene, truth: null });
    order.push(scene);
  };
  open();
  // the worker is not there yet, so all three wait
  await Promise.all([draw('flush'), draw('contrast'), draw('normal-wall')]);
  expect(order).toEqual(['normal-wall', 'contrast', 'flush']);
});

test('a wish can be given up while it waits', async () => {
  open();
  const gone = new AbortController();
  const lost = lab.draw(WISH, gone.signal);
  gone.abort();
  expect(await lost).toBeNull();
  expect(await lab.draw(WISH, gone.signal)).toBeNull();
});

test('after a death the wish is served by the next worker', async () => {
  open([0, 0]);
  const drawn = lab.draw(WISH);
  workers[0]!.die();
  expect((await drawn)?.frame.lines).toBe(512);
  expect(problems).toEqual([{ kind: 'restarting', detail: expect.stringContaining('out of memory') }]);
});

test('a worker that keeps dying gives all wishes up and says so', async () => {
  open([]);
  const drawn = lab.draw(WISH);
  workers[0]!.die();
  expect(await drawn).toBeNull();
  await until(() => problems.length > 0);
  expect(problems[0]!.kind).toBe('failed');
  expect(await lab.draw(WISH)).toBeNull();
});

test('what the worker cannot draw rejects, and it lives on', async () => {
  open();
  const unknown = 'no-such-scene' as DrawScene['scene'];
  await expect(lab.draw({ ...WISH, scene: unknown })).rejects.toThrow();
  expect(await lab.draw(WISH)).not.toBeNull();
});
