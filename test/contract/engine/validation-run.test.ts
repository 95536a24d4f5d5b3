/** @file The validation over a real message channel: in order, on after a failure or a death, silent once cancelled. */
import { expose } from 'comlink';
import { expect, test } from 'vitest';
import type { ValidationRow } from '../../../src/core/ultrasound/validation/report.ts';
import { runValidation, type ValidationRun } from '../../../src/engine/validation-run.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/ops.ts';
import { type LocalWorker, localWorker, until } from '../../helpers/local-workers.ts';

const rowOf = (id: number): ValidationRow => ({ id, title: 'rayleigh', checks: [] });

interface Story {
  readonly told: string[];
  readonly workers: LocalWorker[];
  readonly run: ValidationRun;
}

/** @param validate what the workers do; a worker that shall die gets itself to do it with */
const begin = (
  ids: readonly number[],
  validate: (id: number, worker: LocalWorker) => ValidationRow | Promise<ValidationRow>,
): Story => {
  const told: string[] = [];
  const workers: LocalWorker[] = [];
  let clockMs = 0;
  const run = runValidation(
    ids,
    {
      onStart: (id) => told.push(`start ${id}`),
      onRow: (row, tookMs) => told.push(`row ${row.id} ${tookMs > 0}`),
      onFailure: (id, detail) => told.push(`failure ${id} ${detail}`),
      onEnd: () => told.push('end'),
    },
    {
      now: () => ++clockMs,
      spawnIvus: () => {
        const made: LocalWorker = localWorker((port) => {
          const service = {
            hello: () => ({ worker: 'ivus', protocol: PROTOCOL_VERSION }),
            validate: ({ id }: { id: number }) => validate(id, made),
          };
          expose(service, port);
          return () => {};
        });
        workers.push(made);
        return made;
      },
    },
  );
  return { told, workers, run };
};
const ended = ({ told }: Story) => until(() => told.includes('end'));

test('runs the tests in order, each with its time, and ends its worker', async () => {
  const story = begin([3, 1], rowOf);
  await ended(story);
  expect(story.told).toEqual(['start 3', 'row 3 true', 'start 1', 'row 1 true', 'end']);
  expect(story.workers).toHaveLength(1);
  expect(story.workers[0]!.ended).toBe(true);
});

test('a test that throws is reported and the others go on in the same worker', async () => {
  const story = begin([1, 2], (id) => {
    if (id === 1) throw new Error('no such phantom');
    return rowOf(id);
  });
  await ended(story);
  expect(story.told[1]).toMatch(/^failure 1 .*no such phantom/);
  expect(story.told.slice(2)).toEqual(['start 2', 'row 2 true', 'end']);
  expect(story.workers).toHaveLength(1);
});

test('after a death the others go on in a new worker', async () => {
  const story = begin([1, 2], (id, worker) => {
    if (id !== 1) return rowOf(id);
    worker.die();
    return new Promise(() => {});
  });
  await ended(story);
  expect(story.told[1]).toMatch(/^failure 1 .*out of memory/);
  expect(story.told.slice(2)).toEqual(['start 2', 'row 2 true', 'end']);
  expect(story.workers).toHaveLength(2);
});

test('once cancelled nothing more is told, and the worker is ended at once', async () => {
  const story = begin([1, 2], () => new Promise(() => {}));
  await until(() => story.told.length > 0);
  story.run.cancel();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(story.told).toEqual(['start 1']);
  expect(story.workers.every((worker) => worker.ended)).toBe(true);
});
