/**
 * @file Sliding the transducer inside the still catheter: by held key or button (a rate), or to a chosen position.
 *
 * The world only knows rates, so going to a position is a rate that is stopped when a snapshot shows arrival.
 */
import type { ImagingState } from '../core/session/snapshot.ts';
import { live } from './live.ts';
import { dispatch } from './store.ts';

/** mm/s of a held key or button, and with the fine modifier. ASSUMED. */
export const SLIDE_RATE = 10;
export const SLIDE_FINE = 1;
/** mm; closer than this counts as arrived (a snapshot at 60 Hz and 10 mm/s is 0.17 mm apart). */
const ARRIVED_MM = 0.2;

let targetMm: number | null = null;
let sentRate = 0;

const send = (rate: number): void => {
  if (rate === sentRate) return;
  sentRate = rate;
  dispatch({ type: 'transducer', rate });
};

/** Held slide. @param rate mm/s, positive distal; 0 stops */
export const slideTransducer = (rate: number): void => {
  targetMm = null;
  send(rate);
};

/** Starts a slide that ends at a position. @param pulledBackMm distance from home, mm */
export const slideTransducerTo = (pulledBackMm: number): void => {
  const imaging = live.snapshot?.imaging;
  if (!imaging) return;
  targetMm = Math.max(0, Math.min(imaging.travelMm, pulledBackMm));
  steer(imaging);
};

/** Called with every snapshot. */
export const steer = (imaging: ImagingState): void => {
  if (targetMm === null) return;
  // Pulling back is proximal, so its rate is negative.
  const leftMm = imaging.pulledBackMm - targetMm;
  if (Math.abs(leftMm) <= ARRIVED_MM) {
    targetMm = null;
    send(0);
    return;
  }
  const rate = Math.abs(leftMm) < 2 ? SLIDE_RATE / 4 : SLIDE_RATE;
  send(leftMm > 0 ? rate : -rate);
};

/** Forgets everything about the last case. */
export const resetTransducer = (): void => {
  targetMm = null;
  sentRate = 0;
};
