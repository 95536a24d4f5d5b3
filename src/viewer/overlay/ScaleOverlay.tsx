/** @file Millimetre ticks on the cross axes and the clock face at the rim. */
import { memo } from 'react';
import { psiOfClock } from '../../core/measure/clock.ts';
import { type PictureGeometry, pxPerMm, toScreen } from '../cross-section/geometry.ts';
import styles from './overlay.module.css';

const HOURS = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Half length of a tick, px; every fifth millimetre is longer. */
const TICK = 3;
const LONG_TICK = 6;
/** Distance of the numerals from the rim, px. */
const NUMERAL_INSET = 10;

const ticks = (g: PictureGeometry): string => {
  const centre = g.side / 2;
  const parts: string[] = [];
  for (let mm = 1; mm <= g.depthMm + 1e-9; mm++) {
    const half = mm % 5 === 0 ? LONG_TICK : TICK;
    for (const offset of [-mm * pxPerMm(g), mm * pxPerMm(g)]) {
      parts.push(`M${centre + offset} ${centre - half}v${2 * half}`);
      parts.push(`M${centre - half} ${centre + offset}h${2 * half}`);
    }
  }
  return parts.join('');
};

interface ScaleOverlayProps {
  readonly geometry: PictureGeometry;
  /** False leaves the clock face alone: there is nothing to measure yet. */
  readonly measured: boolean;
}

export const ScaleOverlay = memo(({ geometry, measured }: ScaleOverlayProps) => {
  const rimMm = geometry.depthMm - NUMERAL_INSET / pxPerMm(geometry);
  const shown = geometry.side < 220 ? HOURS.filter((hour) => hour % 3 === 0) : HOURS;
  return (
    <g>
      <circle
        className={styles.rim}
        cx={geometry.side / 2}
        cy={geometry.side / 2}
        r={geometry.side / 2 - 0.5}
      />
      {measured && <path className={styles.ticks} d={ticks(geometry)} />}
      {shown.map((hour) => {
        const { x, y } = toScreen(geometry, psiOfClock(hour), rimMm);
        return (
          <text key={hour} className={hour % 3 === 0 ? styles.quarter : styles.numeral} x={x} y={y}>
            {hour}
          </text>
        );
      })}
    </g>
  );
});
