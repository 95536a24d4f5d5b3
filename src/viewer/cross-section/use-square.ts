/** @file The hook that measures the largest square inside an element. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Side in whole CSS px, known before the first paint; 0 while the element has no room. */
export const useSquare = (ref: RefObject<HTMLElement | null>): number => {
  const [side, setSide] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setSide(Math.floor(Math.min(element.clientWidth, element.clientHeight)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return side;
};
