/**
 * @file What changes sixty times a second, outside React: panes read it in their frame loops.
 *
 * Fields are replaced, never mutated (except `tissue`, whose `version` grows), so `===` tells whether to redraw.
 */
import type { Tissue } from '../core/anatomy/tissue.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { PolarFrame } from '../core/ultrasound/frame.ts';
import { createPersistence, type Persistence } from '../core/ultrasound/receiver/persistence.ts';
import type { Recording } from '../protocol/recording.ts';

export interface Live {
  snapshot: Snapshot | null;
  /** Newest live IVUS frame, as it came. */
  frame: PolarFrame | null;
  /** The same after the console's persistence: what the panes show. */
  shown: PolarFrame | null;
  /** The main thread's copy of the tissue, kept at the snapshot's edits. */
  tissue: Tissue | null;
  recording: Recording | null;
}

export const live: Live = { snapshot: null, frame: null, shown: null, tissue: null, recording: null };

let persistence: { readonly frames: number; readonly average: Persistence } | null = null;

/** Takes the newest live frame; `frames` of them are averaged for the eye. */
export const takeFrame = (frame: PolarFrame, frames: number): void => {
  if (persistence?.frames !== frames) persistence = { frames, average: createPersistence(frames) };
  live.frame = frame;
  live.shown = persistence.average.show(frame);
};

export const clearLive = (): void => {
  live.snapshot = null;
  live.frame = null;
  live.shown = null;
  persistence = null;
  live.tissue = null;
  live.recording = null;
};
