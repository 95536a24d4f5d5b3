/** @file One shared animation-frame loop: every pane that draws subscribes here, so there is one tick per screen frame. */

/** @param nowMs the browser's frame time, ms. @param dtMs since the previous frame, capped at 100 ms. */
export type FrameCallback = (nowMs: number, dtMs: number) => void;

const LONGEST_STEP_MS = 100;
const callbacks = new Set<FrameCallback>();
let handle: number | null = null;
let previousMs: number | null = null;

const tick = (nowMs: number): void => {
  const dtMs = previousMs === null ? 0 : Math.min(LONGEST_STEP_MS, nowMs - previousMs);
  previousMs = nowMs;
  for (const callback of [...callbacks]) {
    try {
      callback(nowMs, dtMs);
    } catch (error) {
      // One broken pane must not stop the others; it would fail again on the next frame, so it leaves the loop.
      callbacks.delete(callback);
      reportError(error);
    }
  }
  schedule();
};

const schedule = (): void => {
  const wanted = callbacks.size > 0 && !document.hidden;
  handle = wanted ? requestAnimationFrame(tick) : null;
  if (!wanted) previousMs = null;
};

const wake = (): void => {
  if (handle === null) schedule();
};

/** Runs the callback on every screen frame while the page is visible; returns the way to stop. */
export const onFrame = (callback: FrameCallback): (() => void) => {
  if (callbacks.size === 0) document.addEventListener('visibilitychange', wake);
  callbacks.add(callback);
  wake();
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    document.removeEventListener('visibilitychange', wake);
    if (handle !== null) cancelAnimationFrame(handle);
    handle = null;
    previousMs = null;
  };
};
