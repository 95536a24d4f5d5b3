/** @file The hook that changes the displayed depth by wheel and by two fingers. */
import { type RefObject, useEffect } from 'react';
import { appStore } from '../../state/store.ts';
import { DEPTH_STEP_MM, setDepth } from '../display-limits.ts';

export const useDepthGestures = (ref: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const touches = new Map<number, { x: number; y: number }>();
    let start: { spread: number; depthMm: number } | null = null;

    const spread = (): number => {
      const [a, b] = [...touches.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    const onWheel = (event: WheelEvent) => {
      // A browser's own zoom gesture stays its own.
      if (event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      setDepth(appStore.getState().view.depthMm + Math.sign(event.deltaY) * DEPTH_STEP_MM);
    };
    const onDown = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
      start = touches.size === 2 ? { spread: spread(), depthMm: appStore.getState().view.depthMm } : null;
    };
    const onMove = (event: PointerEvent) => {
      if (!touches.has(event.pointerId)) return;
      touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = spread();
      if (start && now > 0) setDepth((start.depthMm * start.spread) / now);
    };
    const onEnd = (event: PointerEvent) => {
      touches.delete(event.pointerId);
      start = null;
    };
    // In the capture phase: handles on the picture stop the press from bubbling, and two fingers still zoom.
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown, true);
    element.addEventListener('pointermove', onMove, true);
    element.addEventListener('pointerup', onEnd, true);
    element.addEventListener('pointercancel', onEnd, true);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown, true);
      element.removeEventListener('pointermove', onMove, true);
      element.removeEventListener('pointerup', onEnd, true);
      element.removeEventListener('pointercancel', onEnd, true);
    };
  }, [ref]);
};
