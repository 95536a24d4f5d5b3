/** @file The load of a device, sixty times a second, outside React: eased for the eye, told slowly to the ear. */
import { useRef } from 'react';
import type { DeviceId, DeviceLoad } from '../../core/mechanics/device.ts';
import { prefersReducedMotion } from '../../platform/capability.ts';
import { live } from '../../state/live.ts';
import { poseOf } from '../../state/selectors.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';

export const NO_LOAD: DeviceLoad = { tipN: 0, labelN: null, hubN: 0, twistRad: 0 };

/** Numbers follow within this time, s: without it digits flicker. */
const EASE_S = 0.06;
/** Digits change at most so often, and spoken values, ms. */
const DIGITS_MS = 100;
export const SPOKEN_MS = 250;

export interface LoadMoment {
  readonly load: DeviceLoad;
  readonly loaded: boolean;
  /** Digits may change now; spoken values may change now. */
  readonly digits: boolean;
  readonly spoken: boolean;
}

/** Calls `draw` on every screen frame; four times a second, without easing, for those who want no motion. */
export const useLoad = (device: DeviceId, draw: (moment: LoadMoment) => void): void => {
  const shown = useRef<{ device: DeviceId; load: DeviceLoad } | null>(null);
  const digitsAt = useRef(0);
  const spokenAt = useRef(0);
  const still = useRef(prefersReducedMotion());
  useFrameLoop((nowMs, dtMs) => {
    const pose = poseOf(live.snapshot, device);
    const loaded = pose?.loaded ?? false;
    const load = pose && loaded ? pose.load : NO_LOAD;
    const spoken = nowMs - spokenAt.current >= SPOKEN_MS;
    if (spoken) still.current = prefersReducedMotion();
    if (still.current && !spoken && shown.current?.device === device) return;
    const digits = nowMs - digitsAt.current >= DIGITS_MS || shown.current?.device !== device;
    const from = shown.current?.device === device && loaded && !still.current ? shown.current.load : load;
    const k = 1 - Math.exp(-dtMs / 1000 / EASE_S);
    const ease = (a: number, b: number): number => (Math.abs(b - a) < 1e-6 ? b : a + (b - a) * k);
    const eased: DeviceLoad = {
      tipN: ease(from.tipN, load.tipN),
      labelN: load.labelN,
      hubN: ease(from.hubN, load.hubN),
      twistRad: ease(from.twistRad, load.twistRad),
    };
    shown.current = { device, load: eased };
    if (digits) digitsAt.current = nowMs;
    if (spoken) spokenAt.current = nowMs;
    draw({ load: eased, loaded, digits, spoken });
  });
};

/** Writes only what differs: the document stays quiet while nothing changes. */
export const write = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};
export const mark = (element: Element | null, name: string, value: string): void => {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
};
