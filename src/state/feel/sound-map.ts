/** @file From force to sound: how loud and how high, and which click for which event. Pure; all numbers ASSUMED, by ear. */
import type { DeviceLoad } from '../../core/mechanics/device.ts';
import type { SessionEvent } from '../../core/procedure/event.ts';
import { loadShare } from './level.ts';
import type { TouchEvent } from './touch.ts';

export interface Voice {
  /** Hum of the loaded tip. */
  readonly toneGain: number;
  readonly toneHz: number;
  /** Rustle of a loaded tip that slides. */
  readonly scrapeGain: number;
  readonly scrapeHz: number;
}

export interface Click {
  readonly hz: number;
  /** Glides there over its length, Hz. */
  readonly toHz: number;
  readonly gain: number;
  readonly seconds: number;
}

export const SILENT: Voice = { toneGain: 0, toneHz: 110, scrapeGain: 0, scrapeHz: 400 };

/** Quiet: never more than this, of full scale, at full volume. */
export const LOUDEST_TONE = 0.06;
export const LOUDEST_SCRAPE = 0.1;
/** Nothing sounds below this share of the label. */
const THRESHOLD = 0.08;
const SPAN = 1.4;
/** Rises by two octaves over the scale. */
const LOWEST_HZ = 110;
const OCTAVES = 2;
/** Speed at which the rustle is full, mm/s. */
const FULL_SPEED_MM_S = 10;

const unit = (value: number): number => Math.max(0, Math.min(1, value));

/** @param speedMmS of the device's way, either sign. @param volume 0 .. 1 */
export const voiceOf = (load: DeviceLoad, speedMmS: number, volume: number): Voice => {
  const strength = unit((loadShare(load) - THRESHOLD) / SPAN);
  const speed = unit(Math.abs(speedMmS) / FULL_SPEED_MM_S);
  return {
    toneGain: LOUDEST_TONE * unit(volume) * strength,
    toneHz: LOWEST_HZ * 2 ** (OCTAVES * strength),
    scrapeGain: LOUDEST_SCRAPE * unit(volume) * Math.sqrt(strength * speed),
    scrapeHz: 400 + 1800 * strength,
  };
};

const CLICKS: Readonly<Record<TouchEvent, Click>> = {
  pop: { hz: 1900, toHz: 700, gain: 0.3, seconds: 0.035 },
  slip: { hz: 900, toHz: 500, gain: 0.2, seconds: 0.05 },
};

export const clickOf = (event: TouchEvent, volume: number): Click => scaled(CLICKS[event], volume);

const scaled = (click: Click, volume: number): Click => ({ ...click, gain: click.gain * unit(volume) });

/** What the session says that deserves a sound: calcium knocks, a perforation warns (two falling tones). */
const SAID: Readonly<Partial<Record<SessionEvent['code'], readonly Click[]>>> = {
  'wire2-calcium': [{ hz: 2600, toHz: 2300, gain: 0.25, seconds: 0.02 }],
  perforation: [
    { hz: 880, toHz: 840, gain: 0.4, seconds: 0.25 },
    { hz: 587, toHz: 440, gain: 0.4, seconds: 0.45 },
  ],
};

export const clicksFor = ({ code }: SessionEvent, volume: number): readonly Click[] =>
  (SAID[code] ?? []).map((click) => scaled(click, volume));
