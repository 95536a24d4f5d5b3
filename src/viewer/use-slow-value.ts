/** @file The hook that lets React follow a fast value at ten times a second, and only when it has changed. */
import { useRef, useState } from 'react';
import { useFrameLoop } from '../ui/use-frame-loop.ts';

const PERIOD_MS = 100;

/** @param same says whether two values show the same; compared before every render. */
export const useSlowValue = <T>(read: (nowMs: number) => T, same: (a: T, b: T) => boolean): T => {
  const [value, setValue] = useState(() => read(performance.now()));
  const last = useRef(Number.NEGATIVE_INFINITY);
  useFrameLoop((nowMs) => {
    if (nowMs - last.current < PERIOD_MS) return;
    last.current = nowMs;
    const next = read(nowMs);
    setValue((before) => (same(before, next) ? before : next));
  });
  return value;
};
