/**
 * @file What changes sixty times a second, outside React: panes read it in their frame loops.
 *
 * Fields are replaced, never mutated (except `tissue`, whose `version` grows), so `===` tells whether to redraw.
 */
import type { Tissue } from '../core/anatomy/tissue.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { PolarFrame } from '../core/ultrasound/frame.ts';
import type { Recording } from '../protocol/recording.ts';

export interface Live {
  snapshot: Snapshot | null;
  /** Newest live IVUS frame. */
  frame: PolarFrame | null;
  /** The main thread's copy of the tissue, kept at the snapshot's edits. */
  tissue: Tissue | null;
  recording: Recording | null;
}

export const live: Live = { snapshot: null, frame: null, tissue: null, recording: null };

export const clearLive = (): void => {
  live.snapshot = null;
  live.frame = null;
  live.tissue = null;
  live.recording = null;
};
