/** @file Moving the table by drag, field by wheel or pinch, and both by keyboard, on the picture element. */
import { type RefObject, useEffect } from 'react';
import type { FluoroModel } from './fluoro-model.ts';

/** Table step of one key press, share of the field. */
const KEY_SHARE = 0.06;
const WHEEL_FACTOR = 0.0013;

const KEY_MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export const useTableGestures = (fieldRef: RefObject<HTMLElement | null>, model: FluoroModel): void => {
  useEffect(() => {
    const element = fieldRef.current;
    if (!element) return;
    const fingers = new Map<number, { x: number; y: number }>();
    const mmPerPixel = (): number =>
      model.fieldMm / Math.max(1, Math.min(element.clientWidth, element.clientHeight));
    const spread = (): number => {
      const [a, b] = [...fingers.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };

    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent): void => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const spreadBefore = spread();
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const mm = mmPerPixel() / fingers.size;
      const du = (event.clientX - before.x) * mm;
      const dv = (event.clientY - before.y) * mm;
      if (du !== 0 || dv !== 0) model.drag(du, dv);
      const spreadNow = spread();
      if (spreadBefore > 0 && spreadNow > 0) model.zoomBy(spreadBefore / spreadNow);
    };
    const up = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      model.zoomBy(Math.exp(event.deltaY * WHEEL_FACTOR));
    };
    const key = (event: KeyboardEvent): void => {
      // Plain arrows drive the selected device; with Alt they belong to the table while the picture has focus.
      const step = event.altKey ? KEY_MOVES[event.key] : undefined;
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const mm = KEY_SHARE * model.fieldMm;
      model.drag(step[0] * mm, step[1] * mm);
    };

    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('keydown', key);
    };
  }, [fieldRef, model]);
};
