/** @file Playing a recorded pullback: which frame is due follows from the clock, so a slow screen drops frames and
 *  never slows the run. */
import { createStore } from 'zustand/vanilla';
import { live } from './live.ts';
import { appStore, setView } from './store.ts';

/** Frames per second of a rotating console at 1800 rpm (interventional cardiology textbooks). */
export const CINE_RATE = 30;

/** 1 towards proximal (as recorded), -1 towards distal. */
export type CineDirection = 1 | -1;

export interface CineRun {
  readonly direction: CineDirection;
  readonly startMs: number;
  readonly startIndex: number;
}

export interface CineState {
  readonly run: CineRun | null;
}

export const cineStore = createStore<CineState>(() => ({ run: null }));

/** Index due at a time; goes round at either end. @param count number of frames, above 0. */
export const cineIndex = (run: CineRun, nowMs: number, count: number): number => {
  const steps = Math.floor((Math.max(0, nowMs - run.startMs) * CINE_RATE) / 1000);
  const index = run.startIndex + run.direction * steps;
  return ((index % count) + count) % count;
};

/** Index of the recorded place nearest to `mm`, for places in rising order; -1 when there are none. */
export const nearestIndex = (places: readonly { readonly pulledBackMm: number }[], mm: number): number => {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.pulledBackMm < mm) low = middle + 1;
    else high = middle;
  }
  const before = places[low - 1];
  const at = places[low];
  if (!at) return -1;
  return before && mm - before.pulledBackMm < at.pulledBackMm - mm ? low - 1 : low;
};

const review = (index: number): void => {
  const place = live.recording?.frames[index];
  if (place) setView({ reviewMm: place.pulledBackMm });
};

/** Index shown now: the frame due while playing, the reviewed one otherwise; -1 when the image is live. Asks the
 *  store, not a rendered value: several keys may come between two renders. */
const indexNow = (nowMs: number): number => {
  const frames = live.recording?.frames ?? [];
  const { reviewMm } = appStore.getState().view;
  if (frames.length === 0 || reviewMm === null) return -1;
  const { run } = cineStore.getState();
  return run ? cineIndex(run, nowMs, frames.length) : nearestIndex(frames, reviewMm);
};

/** Starts at the frame shown, or, from live or from the far end, at the end from which the direction leads away. */
export const play = (direction: CineDirection, nowMs: number): void => {
  const frames = live.recording?.frames ?? [];
  if (frames.length === 0) return;
  const at = indexNow(nowMs);
  const fresh = direction === 1 ? 0 : frames.length - 1;
  const farEnd = direction === 1 ? frames.length - 1 : 0;
  const startIndex = at === -1 || at === farEnd ? fresh : at;
  cineStore.setState({ run: { direction, startMs: nowMs, startIndex } });
  review(startIndex);
};

/** Stops on the frame that is due now. */
export const pause = (nowMs: number): void => {
  if (!cineStore.getState().run) return;
  const index = indexNow(nowMs);
  cineStore.setState({ run: null });
  if (index >= 0) review(index);
};

/** Moves by whole frames from the one shown, from live by the recorded frame nearest to the transducer; stops playing. */
export const stepFrames = (by: number, nowMs: number): void => {
  const frames = live.recording?.frames ?? [];
  const shown = indexNow(nowMs);
  cineStore.setState({ run: null });
  if (frames.length === 0) return;
  const from = shown >= 0 ? shown : nearestIndex(frames, live.snapshot?.imaging.pulledBackMm ?? 0);
  review(Math.min(frames.length - 1, Math.max(0, from + by)));
};

/** Back to the live image. */
export const goLive = (): void => {
  cineStore.setState({ run: null });
  setView({ reviewMm: null });
};
