/**
 * @file The console's persistence: what is shown is a running average of the log frames, so that blood and noise flicker
 * less. It needs the frames before, so it belongs to whoever shows frames, not to their synthesis.
 */
import type { PolarFrame } from '../frame.ts';

/** A running average over about `frames` frames, weights falling geometrically; 1 shows every frame as it comes. */
export interface Persistence {
  /** The picture with the newest frame in it. A frame of another shape starts anew. */
  show(frame: PolarFrame): PolarFrame;
  reset(): void;
}

export const createPersistence = (frames: number): Persistence => {
  // an exponential average with this share of the newest has the variance of `frames` equal ones
  const newest = 2 / (Math.max(1, frames) + 1);
  let shown: PolarFrame | null = null;
  return {
    reset: () => {
      shown = null;
    },
    show: (frame) => {
      const before = shown;
      if (newest === 1 || !before || !sameShape(before, frame)) {
        shown = frame;
        return frame;
      }
      const data = new Uint16Array(frame.data.length);
      for (let i = 0; i < data.length; i++) {
        data[i] = before.data[i]! + (frame.data[i]! - before.data[i]!) * newest;
      }
      shown = { ...frame, data };
      return shown;
    },
  };
};

const sameShape = (a: PolarFrame, b: PolarFrame): boolean =>
  a.lines === b.lines &&
  a.samples === b.samples &&
  a.startMm === b.startMm &&
  a.mmPerSample === b.mmPerSample;
