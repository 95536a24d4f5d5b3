/** @file Which frame the pictures show now: the live one, or the recorded one under the cursor or the cine. */
import type { PolarFrame } from '../core/ultrasound/frame.ts';
import { type CatheterId, DEFAULT_CATHETER } from '../core/ultrasound/presets.ts';
import { cineIndex, cineStore, nearestIndex } from './cine.ts';
import { live } from './live.ts';

export type ShownMode = 'live' | 'review' | 'waiting';

export interface Shown {
  readonly mode: ShownMode;
  readonly frame: PolarFrame | null;
  /** The catheter it was taken with, or the one that lies ready. */
  readonly catheter: CatheterId;
  /** Transducer position, mm pulled back from home; null without a catheter. */
  readonly pulledBackMm: number | null;
  /** Index into the recording, -1 when live. */
  readonly index: number;
}

/** @param nowMs the screen frame's time. @param reviewMm the view setting; null follows the live transducer. */
export const shownFrame = (nowMs: number, reviewMm: number | null): Shown => {
  const frames = live.recording?.frames ?? [];
  const { run } = cineStore.getState();
  if (reviewMm !== null && frames.length > 0) {
    const index = run ? cineIndex(run, nowMs, frames.length) : nearestIndex(frames, reviewMm);
    const recorded = frames[index]!;
    const { frame, pulledBackMm } = recorded;
    const catheter = live.recording?.catheter ?? DEFAULT_CATHETER.id;
    return { mode: 'review', frame, catheter, pulledBackMm, index };
  }
  const imaging = live.snapshot?.imaging;
  const inBody = imaging?.pose != null;
  const frame = inBody ? live.shown : null;
  return {
    mode: frame ? 'live' : 'waiting',
    frame,
    catheter: imaging?.catheter ?? DEFAULT_CATHETER.id,
    pulledBackMm: inBody ? imaging.pulledBackMm : null,
    index: -1,
  };
};
