/** @file The one synthesiser of the page: made at a user's gesture, silent when nothing is asked of it. */
import { createSound, type Sound, type SoundClick, type SoundVoice } from '../../platform/sound.ts';
import { clickOf, SILENT } from '../../state/feel/sound-map.ts';
import { appStore, setFeel } from '../../state/store.ts';

let make: () => Sound | null = createSound;
let sound: Sound | null = null;

/** Tests listen to what would be heard. */
export const setSoundFactory = (factory: () => Sound | null): void => {
  closeSound();
  make = factory;
};

export const hasSound = (): boolean => typeof AudioContext !== 'undefined';

/** From a gesture only. */
const wake = (): Sound | null => {
  sound ??= make();
  return sound;
};

export const closeSound = (): void => {
  sound?.close();
  sound = null;
};

/** The user's choice; a click with it is gesture enough. */
export const switchSound = (on: boolean): void => {
  setFeel({ sound: on });
  if (on) trySound();
  else closeSound();
};

export const trySound = (): void => {
  const { volume } = appStore.getState().feel;
  wake()?.clicks([clickOf('pop', volume), clickOf('slip', volume)]);
};

/** A remembered choice waits for the first gesture on the page. Returns the way to stop waiting. */
export const wakeOnGesture = (): (() => void) => {
  const first = (): void => {
    if (appStore.getState().feel.sound) wake();
  };
  addEventListener('pointerdown', first);
  addEventListener('keydown', first);
  return () => {
    removeEventListener('pointerdown', first);
    removeEventListener('keydown', first);
    closeSound();
  };
};

export const sing = (voice: SoundVoice): void => sound?.voice(voice);
export const hush = (): void => sound?.voice(SILENT);
export const tap = (clicks: readonly SoundClick[]): void => {
  if (clicks.length > 0) sound?.clicks(clicks);
};
