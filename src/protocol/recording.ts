/** @file A recorded pullback as the viewer reads it. */
import type { PolarFrame } from '../core/ultrasound/frame.ts';
import type { CatheterId } from '../core/ultrasound/presets.ts';

export interface RecordedFrame {
  /** Distance of the transducer from home when the frame was taken, mm. */
  readonly pulledBackMm: number;
  readonly frame: PolarFrame;
}

export interface Recording {
  readonly pullbackId: number;
  /** With which it was recorded. Default the one that sessions begin with. */
  readonly catheter?: CatheterId;
  /** Spacing of the frames along the pullback, mm. */
  readonly stepMm: number;
  /** Ordered by pulledBackMm, distal first; grows while the pullback runs. */
  readonly frames: readonly RecordedFrame[];
  readonly complete: boolean;
}
