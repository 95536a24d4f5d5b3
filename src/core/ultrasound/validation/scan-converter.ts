/** @file What the validation asks of the screen: to draw a polar frame. The caller brings it, for it lies in another layer. */
import type { PolarFrame } from '../frame.ts';

/** What part of a frame is drawn, and how bright. */
export interface ScanView {
  readonly gainDb: number;
  readonly dynamicRangeDb: number;
  readonly gamma: number;
  readonly depthMm: number;
  readonly rotationRad: number;
  readonly mirrored: boolean;
}

/** How words of a frame become dB. */
export interface WordScale {
  readonly floorDb: number;
  readonly stepDb: number;
}

/** Draws grey bytes, row-major from the top left. */
export type ScanConverter = (
  frame: PolarFrame,
  scale: WordScale,
  view: ScanView,
  width: number,
  height: number,
  out: Uint8Array,
) => void;
