/** @file An entry of the time ledger: a piece of work at the table and what it cost. */
import type { HubId } from './command.ts';

/** Names of the work at the table; keys of the strings table. */
export type Work = 'load-wire' | 'load-ivus' | 'load-balloon' | 'take-out' | 'exchange' | 'reshape' | 'flush';

export interface Charge {
  readonly tick: number;
  readonly work: Work;
  readonly seconds: number;
  readonly device: HubId;
}
