/**
 * @file What a validation says: rows of checks and plots, plain data that survives JSON. Each subject has words of its own, so
 * that the screen can print them in any language; see `ultrasound/validation` and `mechanics/validation`.
 */

/** The words that a subject's checks are made of. */
export interface Vocabulary {
  readonly title: string;
  readonly quantity: string;
  readonly condition: string;
  readonly word: string;
  readonly unit: string;
  readonly source: string;
  readonly note: string;
  readonly series: string;
}

export interface Tolerance {
  /** Smallest and largest measured value that passes; null where that side is open. */
  readonly lo: number | null;
  readonly hi: number | null;
}

export type Conditions<V extends Vocabulary> = { readonly [name in V['condition']]?: number | V['word'] };

export interface Check<V extends Vocabulary> {
  readonly what: V['quantity'];
  /** Under which conditions, e.g. { frequencyMHz: 40, depthMm: 1.5 }. */
  readonly at?: Conditions<V>;
  readonly measured: number;
  /** What theory, a table or another program says; null where only a limit exists. */
  readonly reference: number | null;
  readonly tolerance: Tolerance;
  readonly unit: V['unit'];
  readonly pass: boolean;
  readonly source: V['source'];
  /** Reported with its own verdict, but not part of the row's: a known limit, or more than the test asks. */
  readonly extra?: true;
  /** What a reader must know about it. */
  readonly note?: V['note'];
}

export interface Axis<V extends Vocabulary> {
  readonly label: V['quantity'] | V['condition'];
  readonly unit: V['unit'];
}

export interface Series<V extends Vocabulary> {
  readonly name: V['series'];
  /** Tells curves of the same name apart. */
  readonly at?: Conditions<V>;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly style: 'line' | 'points';
}

export interface Plot<V extends Vocabulary> {
  readonly x: Axis<V>;
  readonly y: Axis<V>;
  readonly series: readonly Series<V>[];
}

export interface ValidationRow<V extends Vocabulary> {
  /** Number of the test, from 1. */
  readonly id: number;
  readonly title: V['title'];
  readonly checks: readonly Check<V>[];
  readonly plot?: Plot<V>;
}

/** NaN and the infinities are never within: a measurement that failed does not pass. */
export const within = (measured: number, { lo, hi }: Tolerance): boolean =>
  Number.isFinite(measured) && (lo === null || measured >= lo) && (hi === null || measured <= hi);

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

/** What a check or a row has to say of itself to be judged. */
interface Judged {
  readonly pass: boolean;
  readonly extra?: true;
}

/** A row passes when it has checks and all of them pass, extra ones aside. */
export const rowPasses = ({ checks }: { readonly checks: readonly Judged[] }): boolean => {
  const counting = checks.filter(({ extra }) => !extra);
  return counting.length > 0 && counting.every(({ pass }) => pass);
};

/** How a subject writes its checks and rows. @param titles its tests, in the order of their numbers */
export const reportIn = <V extends Vocabulary>(titles: readonly V['title'][]) => ({
  /** A check that passes if the measured value is a number within its tolerance. */
  checkOf: (of: Omit<Check<V>, 'pass'>): Check<V> => ({ ...of, pass: within(of.measured, of.tolerance) }),
  /** A row with the number that belongs to its title. */
  rowOf: (title: V['title'], checks: readonly Check<V>[], plot?: Plot<V>): ValidationRow<V> => ({
    id: titles.indexOf(title) + 1,
    title,
    checks,
    ...(plot ? { plot } : {}),
  }),
});
