/** @file Every action, once. Buttons, keyboard, help dialog and log read this list. */
import { appStore } from '../store.ts';
import type { Action, HoldAction, PressAction } from './action.ts';
import { BALLOON_ACTIONS } from './balloon-actions.ts';
import { CINE_ACTIONS } from './cine-actions.ts';
import { DEVICE_ACTIONS } from './device-actions.ts';
import { FLUORO_ACTIONS } from './fluoro-actions.ts';
import { logAction } from './log.ts';
import { READING_ACTIONS } from './reading-actions.ts';
import { SESSION_ACTIONS } from './session-actions.ts';
import { VIEW_ACTIONS } from './view-actions.ts';

const TABLE = [
  ...DEVICE_ACTIONS,
  ...BALLOON_ACTIONS,
  ...CINE_ACTIONS,
  ...FLUORO_ACTIONS,
  ...READING_ACTIONS,
  ...VIEW_ACTIONS,
  ...SESSION_ACTIONS,
] as const;

export type ActionId = (typeof TABLE)[number]['id'];
export type PressId = Extract<(typeof TABLE)[number], { kind: 'press' }>['id'];
export type HoldId = Extract<(typeof TABLE)[number], { kind: 'hold' }>['id'];

export const ACTIONS: readonly Action<ActionId>[] = TABLE;

const byId = new Map<string, Action<ActionId>>(ACTIONS.map((action) => [action.id, action]));
const byKey = new Map<string, Action<ActionId>>(
  ACTIONS.flatMap((action) => action.keys.map((key) => [key, action] as const)),
);

export const actionOf = (id: ActionId): Action<ActionId> => {
  const action = byId.get(id);
  if (!action) throw new Error(`No action ${id}.`);
  return action;
};

export const pressActionOf = (id: PressId): PressAction<ActionId> => actionOf(id) as PressAction<ActionId>;
export const holdActionOf = (id: HoldId): HoldAction<ActionId> => actionOf(id) as HoldAction<ActionId>;

/** The action bound to a key name (see action.ts), or null. */
export const actionForKey = (key: string): Action<ActionId> | null => byKey.get(key) ?? null;

/** Performs a press action if it is enabled; tells whether it did. */
export const perform = (id: PressId): boolean => {
  const action = pressActionOf(id);
  if (!action.enabled(appStore.getState())) return false;
  logAction(id);
  action.perform();
  return true;
};

/** Begins a hold action if it is enabled; tells whether it did. */
export const startHold = (id: HoldId, fine: boolean): boolean => {
  const action = holdActionOf(id);
  if (!action.enabled(appStore.getState())) return false;
  logAction(id);
  action.start(fine);
  return true;
};

/** Ends a hold action; always allowed. */
export const stopHold = (id: HoldId): void => holdActionOf(id).stop();
