/** @file What each speed means: the rate of a held key, and full deflection of a pad or stick. All ASSUMED. */
import type { DeviceId, HubInput } from '../core/mechanics/device.ts';
import { GEARS, type Gear } from './feel/feel-settings.ts';
import { HUB_LIMIT } from './hub.ts';
import { appStore } from './store.ts';

/** mm/s and rad/s of a held key: fine to probe a cap with, coarse to cross an open artery. */
const KEY: Readonly<Record<Gear, HubInput>> = {
  fine: { advance: 0.5, torque: 0.2 },
  normal: { advance: 12, torque: 2 },
  coarse: HUB_LIMIT,
};

/** Wire 2 is steered, so its keys are slower. */
const STEERED: Readonly<Partial<Record<Gear, HubInput>>> = {
  normal: { advance: 5, torque: 1.5 },
  coarse: { advance: 12, torque: 3 },
};

/** Full deflection; small deflections are slower by `responseOf`. */
export const FULL_RATE: Readonly<Record<Gear, HubInput>> = {
  fine: { advance: 1, torque: 0.4 },
  normal: { advance: 12, torque: 2.5 },
  coarse: HUB_LIMIT,
};

export const keyRate = (gear: Gear, device: DeviceId): HubInput =>
  (device === 'wire2' ? STEERED[gear] : undefined) ?? KEY[gear];

/** The speed in force: one that a modifier holds, or the chosen one. */
export const gearNow = (): Gear => {
  const { gearHeld, feel } = appStore.getState();
  return gearHeld ?? feel.gear;
};

/** The next finer (-1) or coarser (1) speed; stays at the ends. */
export const shifted = (gear: Gear, by: -1 | 1): Gear => GEARS[GEARS.indexOf(gear) + by] ?? gear;
