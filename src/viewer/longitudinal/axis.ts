/** @file The longitudinal view's horizontal axis: mm pulled back, distal on the left, proximal on the right. */
import type { Recording } from '../../protocol/recording.ts';

export interface Axis {
  readonly fromMm: number;
  readonly toMm: number;
}

/** Shortest stretch shown, mm: a pullback of one frame must not fill the screen. */
const SHORTEST_MM = 10;

/**
 * While recording, the whole way the transducer can go, so that the picture grows without rescaling; afterwards
 * just what was recorded.
 */
export const axisOf = (recording: Recording | null, travelMm: number): Axis => {
  const first = recording?.frames[0]?.pulledBackMm ?? 0;
  const last = recording?.frames.at(-1)?.pulledBackMm ?? 0;
  const end = recording && !recording.complete ? Math.max(last, travelMm) : last;
  return { fromMm: first, toMm: Math.max(end, first + SHORTEST_MM) };
};

/** Fraction of the width, 0 at the left edge; beyond 0 .. 1 outside the axis. */
export const fractionOf = (axis: Axis, mm: number): number => (mm - axis.fromMm) / (axis.toMm - axis.fromMm);

export const mmAt = (axis: Axis, fraction: number): number =>
  axis.fromMm + Math.min(1, Math.max(0, fraction)) * (axis.toMm - axis.fromMm);

const NICE_MM = [1, 2, 5, 10, 20, 50] as const;
/** Room a label needs, px. */
const LABEL_PX = 46;

/** Places with a label on an axis drawn this wide: multiples of a round step, mm. */
export const axisLabels = (axis: Axis, widthPx: number): number[] => {
  const span = axis.toMm - axis.fromMm;
  const step = NICE_MM.find((nice) => (nice / span) * widthPx >= LABEL_PX) ?? 50;
  const first = Math.ceil(axis.fromMm / step - 1e-6);
  const last = Math.floor(axis.toMm / step + 1e-6);
  // Adding 0 turns a -0 into 0.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) * step + 0);
};
