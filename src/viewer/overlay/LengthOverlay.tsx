/** @file A measured length: two points on the image, each a handle, and the distance in mm between them. */
import type { KeyboardEvent } from 'react';
import { distanceMm, type PolarPoint } from '../../core/measure/length.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { type PictureGeometry, pointerPoint, toScreen } from '../cross-section/geometry.ts';
import { arrowOf, used } from '../keys.ts';
import { movePoint } from './move-point.ts';
import styles from './overlay.module.css';
import { useDrag } from './use-drag.ts';

export interface Length {
  readonly a: PolarPoint;
  readonly b: PolarPoint;
}

/** mm per arrow key, and with Shift. */
const STEP_MM = 0.05;
const FINE_STEP_MM = 0.01;

interface PointProps {
  readonly geometry: PictureGeometry;
  readonly point: PolarPoint;
  readonly number: 1 | 2;
  readonly lengthMm: number;
  readonly onMove: (point: PolarPoint) => void;
}

const LengthPoint = ({ geometry, point, number, lengthMm, onMove }: PointProps) => {
  const drag = useDrag((event) => {
    const svg = (event.currentTarget as SVGElement).ownerSVGElement;
    if (svg) onMove(within(pointerPoint(geometry, svg, event), geometry));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    if (!arrow) return;
    const step = event.shiftKey ? FINE_STEP_MM : STEP_MM;
    onMove(movePoint(point, arrow.right * step, arrow.up * step, geometry));
    used(event);
  };
  const { x, y } = toScreen(geometry, point.psi, point.rangeMm);
  return (
    <g
      {...drag}
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-label={viewer.lengthPoint(number)}
      aria-valuenow={Number(lengthMm.toFixed(2))}
      aria-valuetext={viewer.lengthResult(lengthMm)}
      onKeyDown={onKeyDown}
    >
      <circle className={styles.hit} cx={x} cy={y} r={16} />
      <path className={styles.caliper} d={`M${x - 5} ${y}h10M${x} ${y - 5}v10`} />
    </g>
  );
};

/** Keeps a point on the picture. */
export const within = (point: PolarPoint, geometry: PictureGeometry): PolarPoint => ({
  psi: point.psi,
  rangeMm: Math.min(point.rangeMm, geometry.depthMm),
});

/** Half the width of the text and its distance from the line, px. */
const LABEL_HALF = 30;
const LABEL_AWAY = 18;

/** Beside the line's middle, on its upper side, far enough for the text not to touch it; inside the picture. */
const labelPlace = (a: ScreenPoint, b: ScreenPoint, side: number): ScreenPoint => {
  const run = Math.hypot(b.x - a.x, b.y - a.y);
  // Unit normal that points up on the screen; straight up for a point.
  const sense = b.x >= a.x ? 1 : -1;
  const nx = run > 0 ? (sense * (b.y - a.y)) / run : 0;
  const ny = run > 0 ? (-sense * (b.x - a.x)) / run : -1;
  const away = LABEL_AWAY + (LABEL_HALF - LABEL_AWAY + 6) * Math.abs(nx);
  const inside = (value: number, margin: number) => Math.min(side - margin, Math.max(margin, value));
  return {
    x: inside((a.x + b.x) / 2 + nx * away, LABEL_HALF + 4),
    y: inside((a.y + b.y) / 2 + ny * away, 14) + 4,
  };
};

interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

interface LengthOverlayProps {
  readonly geometry: PictureGeometry;
  readonly length: Length;
  readonly onChange: (length: Length) => void;
}

export const LengthOverlay = ({ geometry, length, onChange }: LengthOverlayProps) => {
  const a = toScreen(geometry, length.a.psi, length.a.rangeMm);
  const b = toScreen(geometry, length.b.psi, length.b.rangeMm);
  const lengthMm = distanceMm(length.a, length.b);
  const label = labelPlace(a, b, geometry.side);
  return (
    <g>
      <path className={styles.lengthLine} d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      <text className={styles.lengthText} x={label.x} y={label.y}>
        {viewer.length(lengthMm)}
      </text>
      <LengthPoint
        geometry={geometry}
        point={length.a}
        number={1}
        lengthMm={lengthMm}
        onMove={(point) => onChange({ ...length, a: point })}
      />
      <LengthPoint
        geometry={geometry}
        point={length.b}
        number={2}
        lengthMm={lengthMm}
        onMove={(point) => onChange({ ...length, b: point })}
      />
    </g>
  );
};
