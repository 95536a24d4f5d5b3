/** @file Remembers between visits how the hands work. */
import { isBetween, isBoolean, isOneOf, readSettings, writeSettings } from '../../platform/settings.ts';
import { type FeelSettings, GEARS } from '../../state/feel/feel-settings.ts';
import { appStore, setFeel } from '../../state/store.ts';

export const FEEL_KEY = 'truelumen.feel';

/** Reads them now and writes every change; returns the way to stop. */
export const rememberFeel = (): (() => void) => {
  setFeel(
    readSettings<FeelSettings>(
      {
        gear: isOneOf(...GEARS),
        gamepad: isBoolean,
        rumble: isBoolean,
        sound: isBoolean,
        volume: isBetween(0, 1),
      },
      FEEL_KEY,
    ),
  );
  return appStore.subscribe((state, before) => {
    if (state.feel !== before.feel) writeSettings(state.feel, FEEL_KEY);
  });
};
