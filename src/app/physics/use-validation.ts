/** @file The hook that runs the physics validation and keeps what came of each test. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { TEST_TITLES } from '../../core/ultrasound/validation/names.ts';
import { rowPasses, type ValidationRow } from '../../core/ultrasound/validation/report.ts';
import { runValidation, type ValidationRun } from '../../engine/validation-run.ts';

/** Numbers of the tests, from 1. */
export const TEST_IDS: readonly number[] = TEST_TITLES.map((_, i) => i + 1);

export interface TestState {
  /** 'done' and 'failed' are of the newest run; the row may be of an earlier one. */
  readonly state: 'idle' | 'waiting' | 'running' | 'done' | 'failed';
  readonly row?: ValidationRow;
  readonly tookMs?: number;
  /** Why it failed. */
  readonly detail?: string;
}

const IDLE: TestState = { state: 'idle' };

export interface Validation {
  readonly tests: ReadonlyMap<number, TestState>;
  /** Tests of this run and how many are over; null when none is under way. */
  readonly progress: { readonly done: number; readonly all: number; readonly now: number | null } | null;
  readonly outcome: 'none' | 'ended' | 'cancelled';
  readonly run: (ids: readonly number[]) => void;
  readonly cancel: () => void;
}

export const stateOf = (tests: Validation['tests'], id: number): TestState => tests.get(id) ?? IDLE;

/** Tests with a result, and how many of those are within tolerance. */
export const countPassed = (
  tests: Validation['tests'],
): { readonly passed: number; readonly all: number } => {
  const rows = [...tests.values()].flatMap(({ row }) => (row ? [row] : []));
  return { passed: rows.filter(rowPasses).length, all: rows.length };
};

export const useValidation = (): Validation => {
  const [tests, setTests] = useState<ReadonlyMap<number, TestState>>(new Map());
  const [progress, setProgress] = useState<Validation['progress']>(null);
  const [outcome, setOutcome] = useState<Validation['outcome']>('none');
  const running = useRef<ValidationRun | null>(null);

  const put = useCallback((ids: readonly number[], change: (before: TestState) => TestState) => {
    setTests((now) => {
      const next = new Map(now);
      for (const id of ids) next.set(id, change(next.get(id) ?? IDLE));
      return next;
    });
  }, []);

  const run = useCallback(
    (ids: readonly number[]) => {
      running.current?.cancel();
      put(ids, (before) => ({ ...before, state: 'waiting' }));
      setOutcome('none');
      setProgress({ done: 0, all: ids.length, now: null });
      const step = () => setProgress((now) => now && { ...now, done: now.done + 1, now: null });
      running.current = runValidation(ids, {
        onStart: (id) => {
          put([id], (before) => ({ ...before, state: 'running' }));
          setProgress((now) => now && { ...now, now: id });
        },
        onRow: (row, tookMs) => {
          put([row.id], () => ({ state: 'done', row, tookMs }));
          step();
        },
        onFailure: (id, detail) => {
          put([id], () => ({ state: 'failed', detail }));
          step();
        },
        onEnd: () => {
          running.current = null;
          setProgress(null);
          setOutcome('ended');
        },
      });
    },
    [put],
  );

  const cancel = useCallback(() => {
    running.current?.cancel();
    running.current = null;
    setProgress(null);
    setOutcome('cancelled');
    put(TEST_IDS, ({ state, ...kept }) => ({
      ...kept,
      // a result of an earlier run stays
      state: state === 'waiting' || state === 'running' ? (kept.row ? 'done' : 'idle') : state,
    }));
  }, [put]);

  useEffect(() => () => running.current?.cancel(), []);
  return { tests, progress, outcome, run, cancel };
};
