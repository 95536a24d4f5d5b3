/** @file What a physics validation says: rows of checks and plots, plain data that survives JSON. */
import {
  type Condition,
  type Note,
  type Quantity,
  type SeriesName,
  type Source,
  TEST_TITLES,
  type TestTitle,
  type Unit,
  type Word,
} from './names.ts';

export interface Tolerance {
  /** Smallest and largest measured value that passes; null where that side is open. */
  readonly lo: number | null;
  readonly hi: number | null;
}

export type Conditions = { readonly [name in Condition]?: number | Word };

export interface Check {
  readonly what: Quantity;
  /** Under which conditions, e.g. { frequencyMHz: 40, depthMm: 1.5 }. */
  readonly at?: Conditions;
  readonly measured: number;
  /** What theory, a table or the simulator says; null where only a limit exists. */
  readonly reference: number | null;
  readonly tolerance: Tolerance;
  readonly unit: Unit;
  readonly pass: boolean;
  readonly source: Source;
  /** Reported with its own verdict, but not part of the row's: a known limit, or more than the test asks. */
  readonly extra?: true;
  /** What a reader must know about it. */
  readonly note?: Note;
}

export interface Axis {
  readonly label: Quantity | Condition;
  readonly unit: Unit;
}

export interface Series {
  readonly name: SeriesName;
  /** Tells curves of the same name apart. */
  readonly at?: Conditions;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly style: 'line' | 'points';
}

export interface Plot {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

export interface ValidationRow {
  /** Number of the test, from 1. */
  readonly id: number;
  readonly title: TestTitle;
  readonly checks: readonly Check[];
  readonly plot?: Plot;
}

/** NaN and the infinities are never within: a measurement that failed does not pass. */
export const within = (measured: number, { lo, hi }: Tolerance): boolean =>
  Number.isFinite(measured) && (lo === null || measured >= lo) && (hi === null || measured <= hi);

/** A check that passes if the measured value is a number within its tolerance. */
export const checkOf = (of: Omit<Check, 'pass'>): Check => ({
  ...of,
  pass: within(of.measured, of.tolerance),
});

/** Reference +- a share of it. */
export const relative = (reference: number, share: number): Tolerance => ({
  lo: reference - Math.abs(reference) * share,
  hi: reference + Math.abs(reference) * share,
});

/** Reference +- an amount in its own unit. */
export const absolute = (reference: number, amount: number): Tolerance => ({
  lo: reference - amount,
  hi: reference + amount,
});

export const atMost = (hi: number): Tolerance => ({ lo: null, hi });

export const atLeast = (lo: number): Tolerance => ({ lo, hi: null });

/** A row with the number that belongs to its title. */
export const rowOf = (title: TestTitle, checks: readonly Check[], plot?: Plot): ValidationRow => ({
  id: TEST_TITLES.indexOf(title) + 1,
  title,
  checks,
  ...(plot ? { plot } : {}),
});

/** A row passes when it has checks and all of them pass, extra ones aside. */
export const rowPasses = ({ checks }: ValidationRow): boolean => {
  const counting = checks.filter(({ extra }) => !extra);
  return counting.length > 0 && counting.every(({ pass }) => pass);
};
