/** @file The hook for dragging a handle: pointer capture, move only while held, one pointer at a time. */
import { type PointerEvent, useRef } from 'react';

interface DragHandlers {
  onPointerDown(event: PointerEvent<Element>): void;
  onPointerMove(event: PointerEvent<Element>): void;
  onPointerUp(event: PointerEvent<Element>): void;
  onPointerCancel(event: PointerEvent<Element>): void;
}

/** `onDrag` hears every position from press to release. */
export const useDrag = (onDrag: (event: PointerEvent<Element>) => void): DragHandlers => {
  const held = useRef<number | null>(null);
  const end = (event: PointerEvent<Element>) => {
    if (event.pointerId === held.current) held.current = null;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || held.current !== null) return;
      event.stopPropagation();
      held.current = event.pointerId;
      event.currentTarget.setPointerCapture(event.pointerId);
      onDrag(event);
    },
    onPointerMove: (event) => {
      if (event.pointerId === held.current) onDrag(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
};
