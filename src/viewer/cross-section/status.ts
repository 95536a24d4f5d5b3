/** @file What the cross-section says about itself: state, position, frame rate; compared before React hears of it. */

import type { ShownMode } from '../../state/shown-frame.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';

export interface Status {
  readonly mode: ShownMode;
  readonly catheterIn: boolean;
  readonly frequencyMHz: number;
  /** mm pulled back, rounded to 0.1. */
  readonly pulledBackMm: number | null;
  readonly stationMm: number | null;
  /** Whole frames per second of the live image; null when unknown or not live. */
  readonly framesPerSecond: number | null;
}

export const sameStatus = (a: Status, b: Status): boolean =>
  a.mode === b.mode &&
  a.catheterIn === b.catheterIn &&
  a.frequencyMHz === b.frequencyMHz &&
  a.pulledBackMm === b.pulledBackMm &&
  a.stationMm === b.stationMm &&
  a.framesPerSecond === b.framesPerSecond;

const MODE: Readonly<Record<ShownMode, string>> = {
  live: viewer.live,
  review: viewer.review,
  waiting: viewer.waiting,
};

export const modeText = (mode: ShownMode): string => MODE[mode];

export const positionText = (status: Status): string =>
  status.pulledBackMm === null ? viewer.noPosition : viewer.position(status.pulledBackMm);

export const rateText = (status: Status): string =>
  status.framesPerSecond === null ? viewer.noFrameRate : viewer.frameRate(status.framesPerSecond);

export const conventionText = (mirrored: boolean): string =>
  mirrored ? viewer.fromDistal : viewer.fromProximal;
