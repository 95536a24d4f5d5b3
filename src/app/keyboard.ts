/** @file The keyboard: turns key events into actions of the registry, and never leaves a device moving. */
import { holdGear } from '../state/actions/device-actions.ts';
import {
  type ActionId,
  actionForKey,
  type HoldId,
  type PressId,
  perform,
  startHold,
  stopHold,
} from '../state/actions/registry.ts';
import { releaseHubs } from '../state/hub.ts';
import { appStore } from '../state/store.ts';
import { slideTransducer } from '../state/transducer.ts';

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
/** Controls that use arrows, Home or Page keys themselves. */
const OWN_ARROWS =
  'input, select, textarea, [role="slider"], [role="tab"], [role="menuitem"], [role="option"], [contenteditable]';
/** Controls that Space or Enter works. */
const OWN_SPACE = 'button, a[href], summary, input, select, [role="button"], [role="radio"]';
/** Controls into which text is typed. */
const OWN_TEXT = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable]';

/** Name of a key event as the registry writes it. */
export const keyName = (event: KeyboardEvent): string => {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  // Shift is part of the name only where it does not already show in the character or mean "fine".
  const shift = control && event.shiftKey ? 'Shift+' : '';
  return control + shift + key;
};

const belongsToTarget = (event: KeyboardEvent): boolean => {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest(OWN_TEXT)) return true;
  if (event.key === ' ' && target.closest(OWN_SPACE)) return true;
  const moves = ARROWS.includes(event.key) || event.key.startsWith('Page');
  return moves && target.closest(OWN_ARROWS) !== null;
};

/** Listens until the returned function is called. */
export const listenToKeyboard = (target: Window = window): (() => void) => {
  /** Held actions by the physical key that holds them, so that a change of Shift in between ends the right one. */
  const held = new Map<string, HoldId>();

  const restart = (fine: boolean): void => {
    for (const id of held.values()) startHold(id, fine);
  };

  const down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (event.key === 'Shift') {
      holdGear('fine');
      restart(true);
    }
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    if (belongsToTarget(event)) return;
    const action = actionForKey(keyName(event));
    if (!action) return;
    if (action.kind === 'hold') {
      event.preventDefault();
      // A repeat may succeed where the first press came too early, such as a push right after loading.
      if (!held.has(event.code) && startHold(action.id as HoldId, event.shiftKey)) {
        held.set(event.code, action.id as HoldId);
      }
      return;
    }
    if (event.repeat && !REPEATS.has(action.id)) return;
    if (perform(action.id as PressId)) event.preventDefault();
    // The browser's own save and open would be worse than nothing.
    else if (event.ctrlKey && (event.key === 's' || event.key === 'o')) event.preventDefault();
  };

  const up = (event: KeyboardEvent): void => {
    if (event.key === 'Shift') {
      holdGear(null);
      restart(false);
    }
    const id = held.get(event.code);
    if (!id) return;
    held.delete(event.code);
    stopHold(id);
  };

  const letGo = (): void => {
    for (const id of held.values()) stopHold(id);
    held.clear();
    holdGear(null);
    releaseHubs();
    if (appStore.getState().page === 'case') slideTransducer(0);
  };
  const hidden = (): void => {
    if (document.hidden) letGo();
  };

  /**
   * A control worked with the pointer gives its keys back to the hands: arrows must go on driving the device, and
   * Space must not press the last button again. With the keyboard, and inside dialogs, it keeps them.
   */
  const freeKeys = (event: MouseEvent): void => {
    const focused = document.activeElement;
    if (appStore.getState().page !== 'case' || !(focused instanceof HTMLElement)) return;
    const setting = focused instanceof HTMLInputElement && /^(range|radio)$/.test(focused.type);
    const clicked = focused instanceof HTMLButtonElement && event.detail > 0;
    if ((setting || clicked) && !focused.closest('dialog')) focused.blur();
  };

  target.addEventListener('keydown', down);
  target.addEventListener('click', freeKeys);
  target.addEventListener('keyup', up);
  target.addEventListener('blur', letGo);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    letGo();
    target.removeEventListener('keydown', down);
    target.removeEventListener('click', freeKeys);
    target.removeEventListener('keyup', up);
    target.removeEventListener('blur', letGo);
    document.removeEventListener('visibilitychange', hidden);
  };
};

/** Press actions for which holding the key repeats. */
const REPEATS: ReadonlySet<ActionId> = new Set<ActionId>(['c-arm-lao', 'c-arm-rao']);
