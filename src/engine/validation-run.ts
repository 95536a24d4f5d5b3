/**
 * @file Runs the tests of the physics validation in a worker, one after another. A worker cannot be interrupted while it
 * computes, so cancelling ends it.
 */
import type { ValidationRow } from '../core/ultrasound/validation/report.ts';
import type { IvusOps } from '../protocol/ivus.ts';
import { spawnIvus } from './spawn.ts';
import { createLink, type Link, type WorkerPort } from './worker-link.ts';

export interface ValidationEvents {
  readonly onStart: (id: number) => void;
  readonly onRow: (row: ValidationRow, tookMs: number) => void;
  /** The test threw, took far too long, or its worker died. The others go on, in a new worker if need be. */
  readonly onFailure: (id: number, detail: string) => void;
  /** After the last; not after `cancel`. */
  readonly onEnd: () => void;
}

export interface ValidationHost {
  readonly spawnIvus: () => WorkerPort;
  readonly now: () => number;
}

export interface ValidationRun {
  /** Nothing is reported any more. Idempotent. */
  cancel(): void;
}

/** The slowest takes some 15 s on one idle core; a tablet with other things to do gets much longer. */
const TEST_DEADLINE_MS = 240_000;

export const runValidation = (
  ids: readonly number[],
  events: ValidationEvents,
  host: ValidationHost = { spawnIvus, now: () => performance.now() },
): ValidationRun => {
  let cancelled = false;
  let link: Link<IvusOps> | null = null;

  const livingLink = (): Link<IvusOps> => {
    if (!link?.alive) link = createLink<IvusOps>({ name: 'validation', spawn: host.spawnIvus });
    return link;
  };

  const runOne = async (id: number): Promise<void> => {
    events.onStart(id);
    const startedMs = host.now();
    try {
      const worker = livingLink();
      await worker.ready;
      const row = await worker.call('validate', { id }, { deadlineMs: TEST_DEADLINE_MS });
      if (!cancelled) events.onRow(row, host.now() - startedMs);
    } catch (error) {
      if (!cancelled) events.onFailure(id, error instanceof Error ? error.message : String(error));
    }
  };

  const runAll = async (): Promise<void> => {
    for (const id of ids) {
      if (cancelled) return;
      await runOne(id);
    }
    link?.dispose();
    if (!cancelled) events.onEnd();
  };
  void runAll();

  return {
    cancel: () => {
      cancelled = true;
      link?.dispose();
    },
  };
};
