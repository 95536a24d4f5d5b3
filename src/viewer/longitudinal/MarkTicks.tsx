/** @file Where along the recorded pullback the user has placed marks: their glyphs at the top edge of the picture. */
import type { Mark } from '../../core/procedure/procedure.ts';
import type { Recording } from '../../protocol/recording.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { MarkGlyph } from '../overlay/MarkGlyph.tsx';
import { type Axis, fractionOf } from './axis.ts';
import styles from './Longitudinal.module.css';

/** A mark farther than this from every recorded frame belongs to another run, mm. */
const NEAR_MM = 1;

/** Place of a station (mm along the vessel) in a recording, mm pulled back; null when it was not recorded. */
export const placeOfStation = (recording: Recording, stationMm: number): number | null => {
  let best: { awayMm: number; place: number } | null = null;
  for (const { frame, pulledBackMm } of recording.frames) {
    const awayMm = Math.abs(frame.pose.s - stationMm);
    if (awayMm <= NEAR_MM && (best === null || awayMm < best.awayMm)) best = { awayMm, place: pulledBackMm };
  }
  return best?.place ?? null;
};

interface MarkTicksProps {
  readonly axis: Axis;
  readonly recording: Recording;
  readonly marks: readonly Mark[];
}

export const MarkTicks = ({ axis, recording, marks }: MarkTicksProps) =>
  marks.map((mark) => {
    const place = placeOfStation(recording, mark.stationMm);
    if (place === null) return null;
    return (
      <svg
        key={`${mark.kind}-${mark.tick}`}
        className={styles.markTick}
        style={{ left: `${100 * fractionOf(axis, place)}%` }}
        viewBox="-10 -10 20 20"
        role="img"
        aria-label={viewer.markAlong(viewer.marks[mark.kind], place)}
      >
        <MarkGlyph kind={mark.kind} x={0} y={0} />
      </svg>
    );
  });
