/** @file Why an order is not carried out. Codes are keys of the strings table. */
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
  | 'unknown-catheter';

/** `command-refused` events carry one of these; `confirm-rejected` events a ConfirmRefusal. */
export type RefusalCode = InputRefusal | SessionRefusal | RefusalReason | ConfirmRefusal;

export type Enqueued =
  | { readonly ok: true; readonly tick: number }
  | { readonly ok: false; readonly reason: InputRefusal };
