/** @file The hook by which a component draws on every screen frame without rendering. */
import { useEffect, useRef } from 'react';
import { type FrameCallback, onFrame } from './frame-loop.ts';

/** Calls the newest `callback` on each animation frame while mounted; nothing is called while the page is hidden. */
export const useFrameLoop = (callback: FrameCallback): void => {
  const newest = useRef(callback);
  useEffect(() => {
    newest.current = callback;
  });
  useEffect(() => onFrame((nowMs, dtMs) => newest.current(nowMs, dtMs)), []);
};
