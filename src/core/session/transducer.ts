/** @file The IVUS transducer: sliding inside the still catheter by hand or motor, or carried along by its catheter. */
import { TICK_S } from './command.ts';

export interface Transducer {
  /** Distance from the home position (its most distal place), mm. */
  pulledBackMm: number;
  /** Slide by hand, mm/s, positive distal. */
  rate: number;
  /** Motorised pullback, mm/s; 0 when none runs. Pulls the transducer, or an array with its whole catheter. */
  pullbackSpeed: number;
  pullbackId: number;
  /** Where the running (or the last) pullback began, mm pulled back. */
  pullbackFromMm: number;
  /** Longest pullback recorded so far, mm. */
  longestMm: number;
}

/** This near to its end a sled stops, mm: the catheter may not arrive to the last bit. */
const END_MM = 1e-6;

export const createTransducer = (): Transducer => ({
  pulledBackMm: 0,
  rate: 0,
  pullbackSpeed: 0,
  pullbackId: 0,
  pullbackFromMm: 0,
  longestMm: 0,
});

/** Back home and still: the catheter has just been put in or taken out. */
export const homeTransducer = (t: Transducer): void => {
  t.pulledBackMm = 0;
  t.rate = 0;
  t.pullbackSpeed = 0;
};

export const recordedMm = (t: Transducer): number => Math.max(0, t.pulledBackMm - t.pullbackFromMm);

/** @returns true when the pullback ended by itself during this tick, at the end of its travel. */
export const stepTransducer = (t: Transducer, travelMm: number): boolean => {
  const speed = t.pullbackSpeed > 0 ? t.pullbackSpeed : -t.rate;
  if (speed === 0) return false;
  const next = t.pulledBackMm + speed * TICK_S;
  t.pulledBackMm = Math.min(travelMm, Math.max(0, next));
  if (t.pullbackSpeed > 0) t.longestMm = Math.max(t.longestMm, recordedMm(t));
  if (next > 0 && next < travelMm) return false;
  const wasPullback = t.pullbackSpeed > 0;
  t.rate = 0;
  t.pullbackSpeed = 0;
  return wasPullback;
};

/** An array goes where its catheter goes. @param movedMm way of the catheter in this tick, distal positive */
export const carryTransducer = (t: Transducer, movedMm: number): void => {
  t.pulledBackMm = Math.max(0, t.pulledBackMm - movedMm);
  if (t.pullbackSpeed > 0) t.longestMm = Math.max(t.longestMm, recordedMm(t));
};

/** Stops the sled at the end of its travel. @returns true when that ended a pullback */
export const stopSled = (t: Transducer, travelMm: number): boolean => {
  if (t.pullbackSpeed === 0 || t.pulledBackMm < travelMm - END_MM) return false;
  t.pullbackSpeed = 0;
  return true;
};
