/** @file Actions on the devices: which one the keys drive, push, pull, turn, load, transducer, pullback. */
import type { DeviceId } from '../../core/mechanics/device.ts';
import { type CatheterPreset, rotates } from '../../core/ultrasound/presets.ts';
import { FINE_RATE, KEY_RATE, releaseHubs, setHub } from '../hub.ts';
import { catheterOf, isLoaded, isRecording } from '../selectors.ts';
import { appStore, dispatch } from '../store.ts';
import { SLIDE_FINE, SLIDE_RATE, slideTransducer } from '../transducer.ts';
import { hold, inCase, press, running } from './action.ts';

/** Changing hands lets go first, so that no device keeps moving unattended. */
export const selectDevice = (device: DeviceId): void => {
  if (appStore.getState().selected === device) return;
  releaseHubs();
  appStore.setState({ selected: device });
};

/** Directions held now: a new one joins the old, so that push and torque work together. */
const held = { up: 0, down: 0, left: 0, right: 0 };
type Direction = keyof typeof held;

const applyHeld = (): void => {
  const device = appStore.getState().selected;
  const rate = (fineOrFull: number, coarse: number, fine: number): number =>
    fineOrFull === 0 ? 0 : fineOrFull === 1 ? coarse : fine;
  const { advance, torque } = KEY_RATE[device];
  setHub('keys', device, {
    advance: rate(held.up, advance, FINE_RATE.advance) - rate(held.down, advance, FINE_RATE.advance),
    torque: rate(held.right, torque, FINE_RATE.torque) - rate(held.left, torque, FINE_RATE.torque),
  });
};

const direction = <const Id extends string>(id: Id, key: string, which: Direction) =>
  hold({
    id,
    group: 'devices',
    keys: [key],
    enabled: (s) => running(s) && isLoaded(s, s.selected),
    start: (fine) => {
      held[which] = fine ? 2 : 1;
      applyHeld();
    },
    stop: () => {
      held[which] = 0;
      applyHeld();
    },
  });

const select = <const Id extends string>(id: Id, key: string, device: DeviceId) =>
  press({
    id,
    group: 'devices',
    keys: [key],
    enabled: inCase,
    pressed: (s) => s.selected === device,
    perform: () => selectDevice(device),
  });

const slide = <const Id extends string>(id: Id, key: string, sign: number) =>
  hold({
    id,
    group: 'imaging',
    keys: [key],
    enabled: (s) => running(s) && isLoaded(s, 'ivus') && rotates(catheterOf(s)),
    start: (fine) => slideTransducer(sign * (fine ? SLIDE_FINE : SLIDE_RATE)),
    stop: () => slideTransducer(0),
  });

/** Chosen speed of the next pullback, mm/s; catheters whose drive lacks it take the next slower one. */
export const pullbackChoice = { speed: 3 as number };

/** The chosen speed as the drive of a catheter offers it, mm/s. */
export const pullbackSpeed = ({ pullbackMmS }: CatheterPreset, wantedMmS: number): number =>
  pullbackMmS.findLast((offered) => offered <= wantedMmS) ?? pullbackMmS[0]!;

export const togglePullback = (): void => {
  const state = appStore.getState();
  const speed = isRecording(state) ? 0 : pullbackSpeed(catheterOf(state), pullbackChoice.speed);
  dispatch({ type: 'pullback', speed });
};

export const DEVICE_ACTIONS = [
  select('select-wire1', '1', 'wire1'),
  select('select-ivus', '2', 'ivus'),
  select('select-wire2', '3', 'wire2'),
  direction('push', 'ArrowUp', 'up'),
  direction('pull', 'ArrowDown', 'down'),
  direction('torque-left', 'ArrowLeft', 'left'),
  direction('torque-right', 'ArrowRight', 'right'),
  slide('transducer-proximal', 'PageUp', -1),
  slide('transducer-distal', 'PageDown', 1),
  press({
    id: 'pullback',
    group: 'imaging',
    keys: ['R'],
    enabled: (s) => running(s) && isLoaded(s, 'ivus'),
    pressed: isRecording,
    perform: togglePullback,
  }),
] as const;
