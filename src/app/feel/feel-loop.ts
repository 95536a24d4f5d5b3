/** @file On every screen frame: the gamepad to the hubs, the load of the selected device to rumble and sound. */
import { readGamepad, shakeGamepad } from '../../platform/gamepad.ts';
import { holdGear } from '../../state/actions/device-actions.ts';
import { type HoldId, perform, startHold, stopHold } from '../../state/actions/registry.ts';
import type { Gear } from '../../state/feel/feel-settings.ts';
import {
  changesOf,
  type PadReading,
  RUMBLE_EVERY_MS,
  rumbleOf,
  sticksOf,
  TICKS,
  triggerGear,
} from '../../state/feel/gamepad-map.ts';
import { clickOf, clicksFor, voiceOf } from '../../state/feel/sound-map.ts';
import { createTouch, feel, type Touch, type TouchEvent } from '../../state/feel/touch.ts';
import { gearNow } from '../../state/gears.ts';
import { hubRate, STILL, setHub } from '../../state/hub.ts';
import { live } from '../../state/live.ts';
import { handsOff, poseOf } from '../../state/selectors.ts';
import { appStore } from '../../state/store.ts';
import { onFrame } from '../../ui/frame-loop.ts';
import { hush, sing, tap, wakeOnGesture } from './sound-box.ts';

/** Hands are on the devices: a case runs and no dialog is in the way. */
const inHand = (): boolean => {
  const state = appStore.getState();
  return state.page === 'case' && !handsOff(state) && !document.querySelector('dialog[open]');
};

/** The gamepad's part. Lets go whenever it is unplugged, switched off or out of place. */
const createPadHands = () => {
  let before: PadReading | null = null;
  let driving: ReturnType<typeof appStore.getState>['selected'] | null = null;
  let trigger: Gear | null = null;
  const held = new Set<HoldId>();
  // only a change is told, so that the keyboard's own modifier is left alone
  const pull = (next: Gear | null): void => {
    if (next !== trigger) holdGear(next);
    trigger = next;
  };
  const letGo = (): void => {
    if (driving) setHub('gamepad', driving, STILL);
    driving = null;
    pull(null);
    for (const id of held) stopHold(id);
    held.clear();
  };
  return (): void => {
    const { feel: settings } = appStore.getState();
    const now = settings.gamepad ? readGamepad() : null;
    const changes = changesOf(before, now);
    before = now;
    if (!now || !inHand()) {
      letGo();
      // the pause button has to work both ways
      if (now && changes.pressed.includes('pause') && !document.querySelector('dialog[open]'))
        perform('pause');
      return;
    }
    for (const id of changes.stopped) {
      if (held.delete(id)) stopHold(id);
    }
    for (const id of changes.started) {
      if (startHold(id, false)) held.add(id);
    }
    for (const id of changes.pressed) perform(id);
    const { selected } = appStore.getState();
    if (driving && driving !== selected) letGo();
    pull(triggerGear(now));
    const wish = sticksOf(now, gearNow());
    const active = wish.advance !== 0 || wish.torque !== 0;
    if (!active && !driving) return;
    const usable = poseOf(live.snapshot, selected)?.loaded ?? false;
    setHub('gamepad', selected, usable ? wish : STILL);
    driving = active ? selected : null;
  };
};

/** Starts it all; returns the way to stop. */
export const startFeel = (): (() => void) => {
  const hands = createPadHands();
  let touch: Touch = createTouch();
  let touched: string | null = null;
  let tick = 0;
  let rumbleAtMs = 0;
  let singing = false;

  const give = (nowMs: number): void => {
    const { snapshot } = live;
    const { selected, feel: settings } = appStore.getState();
    const pose = poseOf(snapshot, selected);
    if (!snapshot || !pose?.loaded || !inHand()) {
      if (singing) hush();
      singing = false;
      return;
    }
    if (touched !== selected || snapshot.tick < tick) {
      touch = createTouch();
      touched = selected;
      tick = snapshot.tick;
    }
    let felt: TouchEvent | null = null;
    if (snapshot.tick > tick) {
      felt = feel(touch, pose, (snapshot.tick - tick) / 240);
      tick = snapshot.tick;
    }
    if (settings.gamepad && settings.rumble) {
      const rumble = felt ? TICKS[felt] : nowMs - rumbleAtMs >= RUMBLE_EVERY_MS ? rumbleOf(pose.load) : null;
      if (rumble) {
        shakeGamepad(rumble.weak, rumble.strong, rumble.ms);
        rumbleAtMs = nowMs + (felt ? rumble.ms : 0);
      }
    }
    if (settings.sound) {
      const rate = hubRate(selected);
      sing(voiceOf(pose.load, rate.advance, settings.volume));
      if (felt) tap([clickOf(felt, settings.volume)]);
      singing = true;
    }
  };

  // a perforation is heard whichever device is selected
  const stopListening = appStore.subscribe((state, before) => {
    if (state.events === before.events || !state.feel.sound || state.page !== 'case') return;
    const known = new Set(before.events);
    for (const event of state.events) if (!known.has(event)) tap(clicksFor(event, state.feel.volume));
  });
  const stopFrames = onFrame((nowMs) => {
    hands();
    give(nowMs);
  });
  const stopWaking = wakeOnGesture();
  return () => {
    stopFrames();
    stopListening();
    stopWaking();
  };
};
