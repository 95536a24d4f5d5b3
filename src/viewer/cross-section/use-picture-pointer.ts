/** @file The hook for pressing on the picture: it places the armed mark or, while measuring, draws a length. */
import { type PointerEvent, useRef, useState } from 'react';
import type { PolarPoint } from '../../core/measure/length.ts';
import { type Length, within } from '../overlay/LengthOverlay.tsx';
import { type PictureGeometry, pointerPoint } from './geometry.ts';

interface PointerOptions {
  readonly geometry: PictureGeometry;
  /** There is an image to measure on. */
  readonly showing: boolean;
  /** Takes the press when a mark is armed; null otherwise. */
  readonly onMark: ((point: PolarPoint) => void) | null;
}

export const usePicturePointer = ({ geometry, showing, onMark }: PointerOptions) => {
  const [measuring, setMeasuring] = useState(false);
  const [length, setLength] = useState<Length | null>(null);
  const drawing = useRef(false);
  const pointAt = (event: PointerEvent<SVGSVGElement>): PolarPoint =>
    within(pointerPoint(geometry, event.currentTarget, event), geometry);
  const end = () => {
    drawing.current = false;
  };
  return {
    measuring,
    length,
    setLength,
    /** Turns measuring on or off; either way the old length goes. */
    toggleMeasuring: () => {
      setMeasuring(!measuring);
      setLength(null);
    },
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        if (event.button !== 0 || !event.isPrimary) return;
        const point = pointAt(event);
        if (onMark) onMark(point);
        else if (measuring && showing) {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = true;
          setLength({ a: point, b: point });
        }
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        if (!drawing.current || !event.isPrimary) return;
        const b = pointAt(event);
        setLength((before) => (before ? { a: before.a, b } : before));
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
};
