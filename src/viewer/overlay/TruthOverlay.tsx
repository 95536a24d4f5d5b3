/** @file What is really there, over what is seen: drawn outside React, at most ten times a second. */
import { useId, useRef } from 'react';
import { truthContours } from '../../core/measure/truth-contours.ts';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { live } from '../../state/live.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import type { PictureGeometry } from '../cross-section/geometry.ts';
import styles from './overlay.module.css';
import { TRUTH_LAYERS, type TruthLayer, truthPaths } from './truth-paths.ts';

const PERIOD_MS = 100;

interface TruthOverlayProps {
  readonly geometry: PictureGeometry;
  readonly getFrame: () => PolarFrame | null;
}

const LAYER_CLASS: Readonly<Record<TruthLayer, string | undefined>> = {
  calcium: styles.truthCalcium,
  eem: styles.truthEem,
  iel: styles.truthIel,
  lumen: styles.truthLumen,
  holes: styles.truthPlane,
  wire1: styles.truthWire1,
  wire2: styles.truthWire2,
};

const layerPaths = (g: PictureGeometry, frame: PolarFrame | null): Partial<Record<TruthLayer, string>> =>
  frame && live.tissue ? truthPaths(g, frame.pose, truthContours(live.tissue, frame.pose, g.depthMm)) : {};

/** Says whether the truth on the image may have changed: to a hundredth of a mm or rad. */
const situationKey = (frame: PolarFrame | null): string => {
  if (!frame) return '';
  const { s, x, y, rollRad, wires } = frame.pose;
  const numbers = [s, x, y, rollRad, ...wires.flatMap((wire) => [wire.x, wire.y])];
  return `${live.tissue?.version} ${numbers.map((n) => n.toFixed(2)).join(' ')} ${wires.map((w) => w.device).join(' ')}`;
};

export const TruthOverlay = ({ geometry, getFrame }: TruthOverlayProps) => {
  const clipId = useId();
  const paths = useRef(new Map<TruthLayer, SVGPathElement>());
  const drawn = useRef<{ key: string; geometry: PictureGeometry } | null>(null);
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  useFrameLoop((nowMs) => {
    if (nowMs - lastMs.current < PERIOD_MS) return;
    const frame = getFrame();
    const key = situationKey(frame);
    if (drawn.current?.key === key && drawn.current.geometry === geometry) return;
    lastMs.current = nowMs;
    drawn.current = { key, geometry };
    const next = layerPaths(geometry, frame);
    for (const [layer, path] of paths.current) path.setAttribute('d', next[layer] ?? '');
  });
  return (
    <g clipPath={`url(#${clipId})`}>
      <clipPath id={clipId}>
        <circle cx={geometry.side / 2} cy={geometry.side / 2} r={geometry.side / 2} />
      </clipPath>
      {TRUTH_LAYERS.map((layer) => (
        <path
          key={layer}
          className={LAYER_CLASS[layer]}
          ref={(path) => {
            if (path) paths.current.set(layer, path);
            else paths.current.delete(layer);
          }}
        />
      ))}
    </g>
  );
};

/** Names the lines of the overlay: colour and line style together. */
export const TruthKey = () => (
  <ul className={styles.truthKey} aria-label={viewer.truthShown}>
    {(['lumen', 'iel', 'eem', 'calcium', 'plane'] as const).map((key) => (
      <li key={key}>
        <svg width="18" height="8" aria-hidden="true">
          <path
            className={LAYER_CLASS[key === 'plane' ? 'holes' : key]}
            d={key === 'calcium' ? 'M2 1v6M6 1v6M10 1v6M14 1v6' : 'M1 4h16'}
          />
        </svg>
        {viewer.truthKey[key]}
      </li>
    ))}
  </ul>
);
