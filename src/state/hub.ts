/**
 * @file Hands on the hubs: merges what pads and keys ask for into hub commands, one per change.
 *
 * Control is by velocity: a pad or key says how fast, letting go says zero. Several sources may hold one device;
 * their wishes add up and are clamped to what a hand can do.
 */
import { DEVICE_IDS, type DeviceId, type HubInput } from '../core/mechanics/device.ts';
import { appStore, dispatch } from './store.ts';

const SOURCES = ['pad', 'keys', 'gamepad'] as const;
export type HubSource = (typeof SOURCES)[number];

/** Fastest a hand pushes (mm/s) and twirls (rad/s): full deflection of a pad. ASSUMED. */
export const HUB_LIMIT: HubInput = { advance: 20, torque: 4 };

export const STILL: HubInput = { advance: 0, torque: 0 };

type Wishes = Record<HubSource, HubInput>;
const untouched = (): Wishes => ({ pad: STILL, keys: STILL, gamepad: STILL });
const wishes: Record<DeviceId, Wishes> = { wire1: untouched(), ivus: untouched(), wire2: untouched() };
const sent: Record<DeviceId, HubInput> = { wire1: STILL, ivus: STILL, wire2: STILL };

const listeners = new Set<() => void>();

/** The motion now asked of a device's hub. */
export const hubRate = (device: DeviceId): HubInput => sent[device];

/** Called after any change of `hubRate`; returns the way to stop. */
export const onHubChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const clampTo = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));
/** Steps of the session's own rounding, so that what is shown is what is played; never -0. */
const round = (value: number, stepsPerUnit: number): number =>
  Math.round(value * stepsPerUnit) / stepsPerUnit + 0;

/** One source's wish for one device; the command goes out only if the sum changes. */
export const setHub = (source: HubSource, device: DeviceId, wish: HubInput): void => {
  wishes[device][source] = wish;
  const { pad, keys, gamepad } = wishes[device];
  const advance = round(clampTo(pad.advance + keys.advance + gamepad.advance, HUB_LIMIT.advance), 100);
  const torque = round(clampTo(pad.torque + keys.torque + gamepad.torque, HUB_LIMIT.torque), 1000);
  if (advance === sent[device].advance && torque === sent[device].torque) return;
  sent[device] = { advance, torque };
  const running = appStore.getState().page === 'case';
  if (running) dispatch({ type: 'hub', device, advance, torque });
  for (const listener of listeners) listener();
};

/** Lets go of everything: on blur, pause, a dialog, leaving the case. */
export const releaseHubs = (): void => {
  for (const device of DEVICE_IDS) {
    for (const source of SOURCES) setHub(source, device, STILL);
  }
};

/** Dead centre of a pad on the screen, of its reach. */
const PAD_DEAD = 0.08;

/**
 * Deflection to rate: a dead centre, then a cubic blend so that small movements are fine.
 * @param deflection -1 .. 1
 */
export const responseOf = (deflection: number, dead = PAD_DEAD): number => {
  const size = Math.min(1, Math.abs(deflection));
  if (size <= dead) return 0;
  const t = (size - dead) / (1 - dead);
  return Math.sign(deflection) * (0.25 * t + 0.75 * t * t * t);
};
