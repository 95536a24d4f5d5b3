/** @file Arcs around the picture's rim: the true one, the one read off the image, and the one drawn by hand. */

import { DEG, TAU } from '../../core/math/trig.ts';
import type { Sector } from '../../core/measure/calcium-arc.ts';
import { type PictureGeometry, pxPerMm, toScreen } from '../../viewer/cross-section/geometry.ts';
import styles from './calcium.module.css';

export type ArcKind = 'seen' | 'read' | 'hand';

/** Distance of each from the rim, px: between numerals and tissue. */
const INSET: Readonly<Record<ArcKind, number>> = { seen: 21, read: 27, hand: 33 };
const STEP_RAD = 2 * DEG;

/** A polyline along the sector with a short foot at either end. */
const pathOf = (geometry: PictureGeometry, { fromRad, widthRad }: Sector, inset: number): string => {
  const r = geometry.depthMm - inset / pxPerMm(geometry);
  const foot = geometry.depthMm - (inset + 4) / pxPerMm(geometry);
  const steps = Math.max(1, Math.ceil(widthRad / STEP_RAD));
  const points = Array.from({ length: steps + 1 }, (_, i) =>
    toScreen(geometry, fromRad + (widthRad * i) / steps, r),
  );
  const whole = widthRad >= TAU - 1e-6;
  if (!whole) {
    points.unshift(toScreen(geometry, fromRad, foot));
    points.push(toScreen(geometry, fromRad + widthRad, foot));
  }
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
};

interface ArcOverlayProps {
  readonly geometry: PictureGeometry;
  readonly arcs: Readonly<Partial<Record<ArcKind, Sector | null>>>;
}

export const ArcOverlay = ({ geometry, arcs }: ArcOverlayProps) => (
  <g>
    {(['seen', 'read', 'hand'] as const).map((kind) => {
      const sector = arcs[kind];
      if (!sector) return null;
      return (
        <path
          key={kind}
          className={`${styles.arc} ${styles[`${kind}Arc`]}`}
          d={pathOf(geometry, sector, INSET[kind])}
        />
      );
    })}
  </g>
);

/** The line that stands for an arc in lists. */
export const ArcSample = ({ kind }: { readonly kind: ArcKind }) => (
  <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true" focusable="false">
    <path className={`${styles.arc} ${styles[`${kind}Arc`]}`} d="M1 4h24" />
  </svg>
);
