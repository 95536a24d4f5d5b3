/** @file What is really there, over what is seen: drawn outside React, at most ten times a second. */
import { useId, useRef } from 'react';
import {
  type ImageContour,
  type ImagePlane,
  polarFromPlane,
  type TruthContours,
  truthContours,
} from '../../core/measure/truth-contours.ts';
import type { PolarFrame, SlabWire } from '../../core/ultrasound/frame.ts';
import { live } from '../../state/live.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import { type PictureGeometry, pxPerMm, toScreen } from '../cross-section/geometry.ts';
import styles from './overlay.module.css';

const PERIOD_MS = 100;

const point = (g: PictureGeometry, psi: number, rangeMm: number): string => {
  const { x, y } = toScreen(g, psi, rangeMm);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
};

export const contourPath = (g: PictureGeometry, contour: ImageContour): string => {
  const parts: string[] = [];
  for (let i = 0; i < contour.length; i += 2) parts.push(point(g, contour[i]!, contour[i + 1]!));
  return parts.length > 0 ? `M${parts.join('L')}Z` : '';
};

const circlePath = (g: PictureGeometry, psi: number, rangeMm: number, radiusMm: number): string => {
  const { x, y } = toScreen(g, psi, rangeMm);
  const r = radiusMm * pxPerMm(g);
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
};

const calciumPath = (g: PictureGeometry, truth: TruthContours): string =>
  truth.calcium.map((run) => `M${point(g, run.psi, run.innerMm)}L${point(g, run.psi, run.outerMm)}`).join('');

/** Circle a little larger than the wire, so that the echo inside stays visible. */
const wirePath = (
  g: PictureGeometry,
  plane: ImagePlane,
  wires: readonly SlabWire[],
  device: SlabWire['device'],
): string =>
  wires
    .filter((wire) => wire.device === device)
    .map((wire) => {
      const { psi, rangeMm } = polarFromPlane(plane, wire.x, wire.y);
      return circlePath(g, psi, rangeMm, wire.radiusMm + 3 / pxPerMm(g));
    })
    .join('');

interface TruthOverlayProps {
  readonly geometry: PictureGeometry;
  readonly getFrame: () => PolarFrame | null;
}

const LAYERS = ['calcium', 'eem', 'iel', 'lumen', 'holes', 'wire1', 'wire2'] as const;
type Layer = (typeof LAYERS)[number];

const LAYER_CLASS: Readonly<Record<Layer, string | undefined>> = {
  calcium: styles.truthCalcium,
  eem: styles.truthEem,
  iel: styles.truthIel,
  lumen: styles.truthLumen,
  holes: styles.truthPlane,
  wire1: styles.truthWire1,
  wire2: styles.truthWire2,
};

const layerPaths = (g: PictureGeometry, frame: PolarFrame | null): Partial<Record<Layer, string>> => {
  if (!frame || !live.tissue) return {};
  const { pose } = frame;
  const truth = truthContours(live.tissue, pose, g.depthMm);
  return {
    calcium: calciumPath(g, truth),
    eem: contourPath(g, truth.eem),
    iel: contourPath(g, truth.iel),
    lumen: contourPath(g, truth.lumen),
    holes: truth.holes.map((hole) => circlePath(g, hole.psi, hole.rangeMm, hole.radiusMm)).join(''),
    wire1: wirePath(g, pose, pose.wires, 'wire1'),
    wire2: wirePath(g, pose, pose.wires, 'wire2'),
  };
};

/** Says whether the truth on the image may have changed: to a hundredth of a mm or rad. */
const situationKey = (frame: PolarFrame | null): string => {
  if (!frame) return '';
  const { s, x, y, rollRad, wires } = frame.pose;
  const numbers = [s, x, y, rollRad, ...wires.flatMap((wire) => [wire.x, wire.y])];
  return `${live.tissue?.version} ${numbers.map((n) => n.toFixed(2)).join(' ')} ${wires.map((w) => w.device).join(' ')}`;
};

export const TruthOverlay = ({ geometry, getFrame }: TruthOverlayProps) => {
  const clipId = useId();
  const paths = useRef(new Map<Layer, SVGPathElement>());
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
      {LAYERS.map((layer) => (
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
