/** @file Actions on the devices: which one the keys drive, push, pull, turn, load, transducer, pullback. */
import { DEVICE_IDS, type DeviceId } from '../../core/mechanics/device.ts';
import { type CatheterPreset, rotates } from '../../core/ultrasound/presets.ts';
import type { Gear } from '../feel/feel-settings.ts';
import { gearNow, keyRate, shifted } from '../gears.ts';
import { releaseHubs, setHub } from '../hub.ts';
import { catheterOf, isLoaded, isRecording } from '../selectors.ts';
import { appStore, dispatch, setFeel } from '../store.ts';
import { SLIDE_FINE, SLIDE_RATE, slideTransducer } from '../transducer.ts';
import { hold, inCase, press, running } from './action.ts';

/** Changing hands lets go first, so that no device keeps moving unattended. */
export const selectDevice = (device: DeviceId): void => {
  if (appStore.getState().selected === device) return;
  releaseHubs();
  appStore.setState({ selected: device });
};

/** Directions held now: a new one joins the old, so that push and torque work together. */
type Held = 'no' | 'yes' | 'fine';
type Direction = 'up' | 'down' | 'left' | 'right';
const held: Record<Direction, Held> = { up: 'no', down: 'no', left: 'no', right: 'no' };

const applyHeld = (): void => {
  const device = appStore.getState().selected;
  const chosen = keyRate(gearNow(), device);
  const fine = keyRate('fine', device);
  const rate = (how: Held, of: keyof typeof chosen): number =>
    how === 'no' ? 0 : how === 'fine' ? fine[of] : chosen[of];
  setHub('keys', device, {
    advance: rate(held.up, 'advance') - rate(held.down, 'advance'),
    torque: rate(held.right, 'torque') - rate(held.left, 'torque'),
  });
};

/** Chooses a speed; what is held goes on at it. */
export const setGear = (gear: Gear): void => {
  setFeel({ gear });
  applyHeld();
};

/** A modifier holds a speed for the moment, or lets go of it (null). */
export const holdGear = (gearHeld: Gear | null): void => {
  if (appStore.getState().gearHeld === gearHeld) return;
  appStore.setState({ gearHeld });
  applyHeld();
};

const shift = <const Id extends string>(id: Id, keys: readonly string[], by: -1 | 1) =>
  press({
    id,
    group: 'devices',
    keys,
    enabled: (s) => inCase(s) && shifted(s.feel.gear, by) !== s.feel.gear,
    perform: () => setGear(shifted(appStore.getState().feel.gear, by)),
  });

const selectBy = <const Id extends string>(id: Id, by: number) =>
  press({
    id,
    group: 'devices',
    keys: [],
    enabled: inCase,
    perform: () => {
      const at = DEVICE_IDS.indexOf(appStore.getState().selected) + by + DEVICE_IDS.length;
      selectDevice(DEVICE_IDS[at % DEVICE_IDS.length]!);
    },
  });

const direction = <const Id extends string>(id: Id, key: string, which: Direction) =>
  hold({
    id,
    group: 'devices',
    keys: [key],
    enabled: (s) => running(s) && isLoaded(s, s.selected),
    start: (fine) => {
      held[which] = fine ? 'fine' : 'yes';
      applyHeld();
    },
    stop: () => {
      held[which] = 'no';
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
    start: (fine) => slideTransducer(sign * (fine || gearNow() === 'fine' ? SLIDE_FINE : SLIDE_RATE)),
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
  selectBy('select-previous', -1),
  selectBy('select-next', 1),
  direction('push', 'ArrowUp', 'up'),
  direction('pull', 'ArrowDown', 'down'),
  direction('torque-left', 'ArrowLeft', 'left'),
  direction('torque-right', 'ArrowRight', 'right'),
  shift('gear-finer', ['-'], -1),
  shift('gear-coarser', ['+', '='], 1),
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
  press({
    id: 'flush',
    group: 'imaging',
    keys: ['U'],
    enabled: (s) => running(s) && isLoaded(s, 'ivus'),
    perform: () => dispatch({ type: 'flush' }),
  }),
] as const;
