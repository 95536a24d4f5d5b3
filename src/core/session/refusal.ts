/** @file Why an order is not carried out. Codes are keys of the strings table. */
import type { SheathFit } from '../mechanics/devices/fit.ts';
import type { RefusalReason } from '../mechanics/event.ts';
import type { ConfirmRefusal } from '../procedure/wire2.ts';

/** The order itself is no good: it never enters the log. */
export type InputRefusal = 'not-a-command' | 'not-a-number' | 'out-of-range' | 'in-the-past' | 'finished';

/** The order is fine but the session cannot follow it. */
export type SessionRefusal =
  /** Marking, sliding and pulling back need the transducer in the body. */
  | 'no-image'
  /** The transducer is at the end of its travel that way. */
  | 'transducer-at-limit'
  /** An array does not slide in its catheter. */
  | 'transducer-fixed'
  /** The drive of this catheter does not pull that fast. */
  | 'pullback-too-fast'
  /** Its shaft is kinked: the drive does not run. */
  | 'catheter-kinked'
  | 'unknown-catheter';

/** `command-refused` events carry one of these; `confirm-rejected` events a ConfirmRefusal. */
export type RefusalCode = InputRefusal | SessionRefusal | RefusalReason | ConfirmRefusal;

/** A refusal with the values of its sentence. */
export interface Refusal {
  readonly [value: string]: string | number;
  readonly reason: RefusalCode;
}

const up = (mm: number): number => Math.ceil(mm * 100 - 1e-6) / 100;

/**
 * What does not fit, for a sentence: `boreMm`, `needMm`, `missingMm`, `sheath`, and `device1`, `mm1`, `device2`, ... for
 * those that are in each other's way. Needs are rounded up: no sentence says that 1.80 does not go into 1.80.
 */
export const fitValues = (fit: SheathFit): Readonly<Record<string, string | number>> => {
  const needMm = up(fit.needMm);
  const missingMm = up(needMm - fit.boreMm);
  const pieces = fit.deciding.flatMap(({ name, mm }, i): [string, string | number][] => [
    [`device${i + 1}`, name],
    [`mm${i + 1}`, Math.round(mm * 100) / 100],
  ]);
  return { sheath: fit.sheath, boreMm: fit.boreMm, needMm, missingMm, ...Object.fromEntries(pieces) };
};

export const refusalOf = ({
  reason,
  fit,
}: {
  readonly reason: RefusalReason;
  readonly fit?: SheathFit;
}): Refusal => ({ ...(fit ? fitValues(fit) : {}), reason });

export type Enqueued =
  | { readonly ok: true; readonly tick: number }
  | { readonly ok: false; readonly reason: InputRefusal };
