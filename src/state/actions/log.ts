/** @file The last things the user did, newest last, with the tick at which they did them. */
import { live } from '../live.ts';

export interface LoggedAction {
  readonly tick: number;
  readonly id: string;
}

const KEPT = 500;
let entries: LoggedAction[] = [];

export const logAction = (id: string): void => {
  entries = [...entries.slice(1 - KEPT), { tick: live.snapshot?.tick ?? 0, id }];
};

export const actionLog = (): readonly LoggedAction[] => entries;
export const clearActionLog = (): void => {
  entries = [];
};
