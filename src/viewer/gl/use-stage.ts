/** @file The hook that puts a stage into an element: own canvas, device pixels, message state, clean end. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { createStage, type Stage, type StageOptions, type StageState } from './stage.ts';

/** More device pixels than this per CSS pixel cost time and show nothing more. */
const MOST_PIXEL_RATIO = 2;

interface UseStage<Input> {
  /** The element to fill. */
  readonly hostRef: RefObject<HTMLDivElement | null>;
  readonly stageRef: RefObject<Stage<Input> | null>;
  readonly state: StageState;
}

/** The options must be the same functions for the life of the component. */
export const useStage = <Input>(
  options: Omit<StageOptions<Input>, 'canvas' | 'onState'>,
): UseStage<Input> => {
  const hostRef = useRef<HTMLDivElement | null>(null);
  const stageRef = useRef<Stage<Input> | null>(null);
  const [state, setState] = useState<StageState>('gl');
  const fixed = useRef(options);

  useEffect(() => {
    const host = hostRef.current;
    if (!host) return;
    // The canvas is made here, not in JSX: ending a stage gives its graphics context back for good.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
    host.prepend(canvas);
    const stage = createStage({ ...fixed.current, canvas, onState: setState });
    stageRef.current = stage;
    const fill = () => {
      const ratio = Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
      const box = host.getBoundingClientRect();
      stage.resize(Math.round(box.width * ratio), Math.round(box.height * ratio));
    };
    const observer = new ResizeObserver(fill);
    observer.observe(host);
    // A move to a screen of another pixel ratio changes no box.
    window.addEventListener('resize', fill);
    fill();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', fill);
      stageRef.current = null;
      stage.dispose();
      canvas.remove();
    };
  }, []);

  return { hostRef, stageRef, state };
};
