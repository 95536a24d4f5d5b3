/** @file How many different frames arrived in the last second. */

const WINDOW_MS = 1000;

export interface FrameRateMeter {
  /** Call on every screen frame with the frame shown; counts it when it is new. */
  note(frame: object | null, nowMs: number): void;
  /** Frames per second over the last second; null before two frames have arrived in it. */
  perSecond(nowMs: number): number | null;
}

export const createFrameRateMeter = (): FrameRateMeter => {
  let last: object | null = null;
  const arrivals: number[] = [];
  const forget = (nowMs: number): void => {
    while (arrivals.length > 0 && nowMs - arrivals[0]! > WINDOW_MS) arrivals.shift();
  };
  return {
    note: (frame, nowMs) => {
      if (frame === last) return;
      last = frame;
      if (frame !== null) arrivals.push(nowMs);
      forget(nowMs);
    },
    perSecond: (nowMs) => {
      forget(nowMs);
      const first = arrivals[0];
      const newest = arrivals[arrivals.length - 1];
      if (first === undefined || newest === undefined || newest <= first) return null;
      return ((arrivals.length - 1) * 1000) / (newest - first);
    },
  };
};
