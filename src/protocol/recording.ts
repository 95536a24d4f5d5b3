/** @file A recorded pullback as the viewer reads it. */
import type { PolarFrame } from '../core/ultrasound/frame.ts';

export interface RecordedFrame {
  /** Distance of the transducer from home when the frame was taken, mm. */
  readonly pulledBackMm: number;
  readonly frame: PolarFrame;
}

export interface Recording {
  readonly pullbackId: number;
  /** Spacing of the frames along the pullback, mm. */
  readonly stepMm: number;
  /** Ordered by pulledBackMm, distal first; grows while the pullback runs. */
  readonly frames: readonly RecordedFrame[];
  readonly complete: boolean;
}
