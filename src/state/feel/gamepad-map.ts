/** @file From a gamepad's sticks and buttons to hubs and actions, and from force to rumble. Standard mapping (W3C). Pure. */
import type { DeviceLoad, HubInput } from '../../core/mechanics/device.ts';
import type { HoldId, PressId } from '../actions/registry.ts';
import { FULL_RATE } from '../gears.ts';
import { responseOf } from '../hub.ts';
import type { Gear } from './feel-settings.ts';
import { loadShare } from './level.ts';
import type { TouchEvent } from './touch.ts';

/** A gamepad at one moment: axes -1 .. 1, buttons 0 .. 1. */
export interface PadReading {
  readonly name: string;
  readonly axes: readonly number[];
  readonly buttons: readonly number[];
}

/** Sticks come to rest within this of their centre. ASSUMED; a worn stick drifts by about 0.1. */
export const STICK_DEAD = 0.15;
/** A button or trigger counts as pressed from here. */
const PRESSED = 0.5;

const LEFT_Y = 1;
const RIGHT_X = 2;
const LEFT_TRIGGER = 6;
const RIGHT_TRIGGER = 7;

/** What the buttons do, by their number in the standard mapping. */
export const PAD_PRESS: Readonly<Record<number, PressId>> = {
  0: 'fluoro',
  1: 'contrast',
  2: 'pullback',
  3: 'confirm',
  4: 'select-previous',
  5: 'select-next',
  9: 'pause',
  10: 'gear-finer',
  11: 'gear-coarser',
  14: 'c-arm-lao',
  15: 'c-arm-rao',
};

/** Those that last while they are held. */
export const PAD_HOLD: Readonly<Record<number, HoldId>> = {
  12: 'transducer-distal',
  13: 'transducer-proximal',
};

/** Hub rates that the sticks ask for: left up pushes, right to the right turns clockwise. */
export const sticksOf = ({ axes }: PadReading, gear: Gear): HubInput => {
  const full = FULL_RATE[gear];
  return {
    advance: responseOf(-(axes[LEFT_Y] ?? 0), STICK_DEAD) * full.advance,
    torque: responseOf(axes[RIGHT_X] ?? 0, STICK_DEAD) * full.torque,
  };
};

/** The speed that a trigger holds: left fine, right coarse. */
export const triggerGear = ({ buttons }: PadReading): Gear | null => {
  if ((buttons[LEFT_TRIGGER] ?? 0) >= PRESSED) return 'fine';
  return (buttons[RIGHT_TRIGGER] ?? 0) >= PRESSED ? 'coarse' : null;
};

export interface PadChanges {
  readonly pressed: readonly PressId[];
  readonly started: readonly HoldId[];
  readonly stopped: readonly HoldId[];
}

/** What buttons went down and up since the reading before (null: none was). */
export const changesOf = (before: PadReading | null, now: PadReading | null): PadChanges => {
  const isDown = (reading: PadReading | null, index: number): boolean =>
    (reading?.buttons[index] ?? 0) >= PRESSED;
  const indexes = (table: Readonly<Record<number, unknown>>): number[] => Object.keys(table).map(Number);
  const went = (index: number, down: boolean): boolean =>
    isDown(now, index) === down && isDown(before, index) !== down;
  return {
    // the first reading is no press: a button may have been down for long
    pressed: before
      ? indexes(PAD_PRESS)
          .filter((i) => went(i, true))
          .map((i) => PAD_PRESS[i]!)
      : [],
    started: before
      ? indexes(PAD_HOLD)
          .filter((i) => went(i, true))
          .map((i) => PAD_HOLD[i]!)
      : [],
    stopped: indexes(PAD_HOLD)
      .filter((i) => went(i, false))
      .map((i) => PAD_HOLD[i]!),
  };
};

/** Magnitudes of the two motors, 0 .. 1. */
export interface Rumble {
  readonly weak: number;
  readonly strong: number;
  readonly ms: number;
}

/** Nothing shakes below this share of the label; all of it at the second. ASSUMED. */
const THRESHOLD = 0.1;
const FULL = 1.5;
/** Longer than the time between two orders, so that it does not stutter. */
export const RUMBLE_EVERY_MS = 80;
const RUMBLE_MS = 130;

/** The light motor follows the force; the heavy one joins when it nears the label. Null: still. */
export const rumbleOf = (load: DeviceLoad): Rumble | null => {
  const t = Math.max(0, Math.min(1, (loadShare(load) - THRESHOLD) / (FULL - THRESHOLD)));
  return t === 0 ? null : { weak: 0.15 + 0.75 * t, strong: 0.6 * t * t, ms: RUMBLE_MS };
};

/** A tick for what the fingers notice. */
export const TICKS: Readonly<Record<TouchEvent, Rumble>> = {
  pop: { weak: 1, strong: 1, ms: 60 },
  slip: { weak: 0.6, strong: 0.3, ms: 40 },
};
