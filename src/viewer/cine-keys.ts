/** @file The keys of playing a pullback, as editors have them: J backwards, K pause, L forwards, space toggles. */
import type { KeyboardEvent } from 'react';
import { appStore } from '../state/store.ts';
import { cineStore, goLive, pause, play } from './cine.ts';
import { used } from './keys.ts';

/** Handles a key pressed inside a viewer pane; returns whether it was one of these. Buttons keep their space key. */
export const cineKey = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false;
  const now = performance.now();
  const key = event.key.toLowerCase();
  if (key === 'j') play(-1, now);
  else if (key === 'k') pause(now);
  else if (key === 'l') play(1, now);
  else if (key === ' ' && !(event.target instanceof HTMLButtonElement)) {
    if (cineStore.getState().run) pause(now);
    else play(1, now);
  } else if (key === 'escape' && appStore.getState().view.reviewMm !== null) goLive();
  else return false;
  used(event);
  return true;
};
