/** @file A direction on the picture: a line from the catheter to a knob at the rim, turned by pointer and keys. */
import type { KeyboardEvent } from 'react';
import { DEG } from '../../core/math/trig.ts';
import {
  type PictureGeometry,
  pointerPoint,
  pxPerMm,
  toScreen,
} from '../../viewer/cross-section/geometry.ts';
import { arrowOf, used } from '../../viewer/keys.ts';
import { useDrag } from '../../viewer/overlay/use-drag.ts';
import styles from './calcium.module.css';
import { psiOfLine } from './imaging.ts';

/** Degrees per arrow key, and with Shift. */
const STEP_DEG = 5;
const FINE_STEP_DEG = 1;
/** Where the line begins, mm from the catheter axis: outside its window. */
const INNER_MM = 0.5;
/** Distance of the knob from the rim, px. */
const INSET = 27;

/** Degrees within a turn, whole. */
export const foldDegrees = (deg: number): number => ((Math.round(deg) % 360) + 360) % 360;

/** Degrees clockwise from 12 o'clock under a pointer. */
export const degreesUnder = (
  geometry: PictureGeometry,
  event: { readonly currentTarget: Element; readonly clientX: number; readonly clientY: number },
): number => {
  const svg = event.currentTarget.closest('svg') ?? event.currentTarget;
  return foldDegrees(pointerPoint(geometry, svg, event).psi / DEG - 90);
};

interface LineHandleProps {
  readonly geometry: PictureGeometry;
  readonly deg: number;
  readonly look: 'line' | 'hand';
  readonly label: string;
  readonly text: string;
  readonly onTurn: (deg: number) => void;
}

export const LineHandle = ({ geometry, deg, look, label, text, onTurn }: LineHandleProps) => {
  const drag = useDrag((event) => onTurn(degreesUnder(geometry, event)));
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    if (arrow) {
      const sense = arrow.right + arrow.up;
      onTurn(foldDegrees(deg + sense * (event.shiftKey ? FINE_STEP_DEG : STEP_DEG)));
    } else if (event.key === 'Home') onTurn(0);
    else return;
    used(event);
  };
  const knob = knobOf(geometry, deg);
  return (
    <g className={styles[look]}>
      <path className={styles.ray} d={rayOf(geometry, deg)} />
      <g
        {...drag}
        className={styles.handle}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={359}
        aria-valuenow={deg}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
      >
        <circle className={styles.hit} cx={knob.x} cy={knob.y} r={22} />
        <circle className={styles.knob} cx={knob.x} cy={knob.y} r={6.5} />
      </g>
    </g>
  );
};

const knobOf = (geometry: PictureGeometry, deg: number): { readonly x: number; readonly y: number } =>
  toScreen(geometry, psiOfLine(deg), geometry.depthMm - INSET / pxPerMm(geometry));

const rayOf = (geometry: PictureGeometry, deg: number): string => {
  const from = toScreen(geometry, psiOfLine(deg), INNER_MM);
  const to = knobOf(geometry, deg);
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
};

/** The same line on the other picture, where only the pointer turns it. */
export const LineCopy = ({ geometry, deg }: { readonly geometry: PictureGeometry; readonly deg: number }) => {
  const knob = knobOf(geometry, deg);
  return (
    <g className={styles.line}>
      <path className={styles.ray} d={rayOf(geometry, deg)} />
      <circle className={styles.knob} cx={knob.x} cy={knob.y} r={4} />
    </g>
  );
};
