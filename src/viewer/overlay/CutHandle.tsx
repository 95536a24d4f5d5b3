/** @file The line of the longitudinal cut across the image, turned by its handle. */
import type { KeyboardEvent } from 'react';
import { clockOfPsi, psiOfClock } from '../../core/measure/clock.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { type PictureGeometry, pointerPoint, pxPerMm, toScreen } from '../cross-section/geometry.ts';
import { setCutClock } from '../display-limits.ts';
import { arrowOf, used } from '../keys.ts';
import styles from './overlay.module.css';
import { useDrag } from './use-drag.ts';

/** Hours per arrow key (7.5 deg), and with Shift. */
const STEP = 0.25;
const FINE_STEP = 0.05;
/** Distance of the handle from the rim, px: inside the numerals. */
const INSET = 27;

/** Keys that turn the cut; true when the key was one of them. */
export const turnCutByKey = (event: KeyboardEvent, cutClock: number, mirrored: boolean): boolean => {
  const arrow = arrowOf(event);
  if (arrow) {
    // Right and up turn the handle clockwise on the screen as it is shown.
    const sense = (arrow.right + arrow.up) * (mirrored ? -1 : 1);
    setCutClock(cutClock + sense * (event.shiftKey ? FINE_STEP : STEP));
  } else if (event.key === 'Home') setCutClock(0);
  else return false;
  used(event);
  return true;
};

interface CutHandleProps {
  readonly geometry: PictureGeometry;
  readonly cutClock: number;
}

export const CutHandle = ({ geometry, cutClock }: CutHandleProps) => {
  const drag = useDrag((event) => {
    const svg = (event.currentTarget as SVGElement).ownerSVGElement;
    if (svg) setCutClock(clockOfPsi(pointerPoint(geometry, svg, event).psi));
  });
  const inset = INSET / pxPerMm(geometry);
  const near = toScreen(geometry, psiOfClock(cutClock), geometry.depthMm - inset);
  const far = toScreen(geometry, psiOfClock(cutClock + 6), geometry.depthMm - inset);
  const nearInner = toScreen(geometry, psiOfClock(cutClock), geometry.depthMm * 0.22);
  const farInner = toScreen(geometry, psiOfClock(cutClock + 6), geometry.depthMm * 0.22);
  return (
    <g>
      <path
        className={styles.cut}
        d={`M${near.x} ${near.y}L${nearInner.x} ${nearInner.y}M${farInner.x} ${farInner.y}L${far.x} ${far.y}`}
      />
      <g
        {...drag}
        className={styles.handle}
        role="slider"
        tabIndex={0}
        aria-label={viewer.cut}
        aria-valuemin={0}
        aria-valuemax={12}
        aria-valuenow={cutClock}
        aria-valuetext={viewer.clock(cutClock)}
        onKeyDown={(event) => turnCutByKey(event, cutClock, geometry.mirrored)}
      >
        <title>{viewer.cutHint}</title>
        <circle className={styles.hit} cx={near.x} cy={near.y} r={22} />
        <circle className={styles.cutKnob} cx={near.x} cy={near.y} r={6} />
      </g>
    </g>
  );
};
