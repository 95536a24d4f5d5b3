/** @file What an action is: one entry that feeds buttons, keyboard, help and the log. Its label is strings.help.actions[id]. */
import { handsOff } from '../selectors.ts';
import type { AppState } from '../store.ts';

export const ACTION_GROUPS = ['devices', 'imaging', 'fluoroscopy', 'reading', 'view', 'session'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/**
 * `keys`: names as in KeyboardEvent.key, letters in upper case, 'Space' for ' ', with 'Ctrl+' (or Command) and
 * 'Shift+' in front where they matter. The first is the one that help and buttons show.
 */
interface Common<Id extends string> {
  readonly id: Id;
  readonly group: ActionGroup;
  readonly keys: readonly string[];
  enabled(state: AppState): boolean;
}

export interface PressAction<Id extends string = string> extends Common<Id> {
  readonly kind: 'press';
  perform(): void;
  /** For toggles: whether it is on. */
  pressed?(state: AppState): boolean;
}

/** Lasts while the key or button is held. Shift, when held, makes it fine (`gears.ts`). */
export interface HoldAction<Id extends string = string> extends Common<Id> {
  readonly kind: 'hold';
  start(fine: boolean): void;
  stop(): void;
}

export type Action<Id extends string = string> = PressAction<Id> | HoldAction<Id>;

export const press = <const Id extends string>(action: Omit<PressAction<Id>, 'kind'>): PressAction<Id> => ({
  kind: 'press',
  ...action,
});

export const hold = <const Id extends string>(action: Omit<HoldAction<Id>, 'kind'>): HoldAction<Id> => ({
  kind: 'hold',
  ...action,
});

/** A case is on screen and goes on. */
export const inCase = (state: AppState): boolean => state.page === 'case' && state.slow !== null;
export const running = (state: AppState): boolean => inCase(state) && !handsOff(state);
