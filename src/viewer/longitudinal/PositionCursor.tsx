/** @file The cursor along the pullback: drag or arrow keys choose the frame that the cross-section shows. */
import type { KeyboardEvent } from 'react';
import type { Recording } from '../../protocol/recording.ts';
import { nearestIndex, stepFrames } from '../../state/cine.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { arrowOf, used } from '../keys.ts';
import { type Axis, fractionOf } from './axis.ts';
import styles from './Longitudinal.module.css';

/** Frames per arrow key with Shift, and per Page key. */
const LEAP = 10;

interface PositionCursorProps {
  readonly axis: Axis;
  readonly recording: Recording;
  /** Place shown, mm pulled back; null while the image is live. */
  readonly shownMm: number | null;
  /** Live transducer, mm pulled back; where the cursor rests while the image is live. */
  readonly liveMm: number | null;
}

export const PositionCursor = ({ axis, recording, shownMm, liveMm }: PositionCursorProps) => {
  const { frames } = recording;
  const at = shownMm ?? liveMm ?? axis.fromMm;
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    const now = performance.now();
    if (arrow) stepFrames((arrow.right || arrow.up) * (event.shiftKey ? LEAP : 1), now);
    else if (event.key === 'PageUp') stepFrames(LEAP, now);
    else if (event.key === 'PageDown') stepFrames(-LEAP, now);
    else if (event.key === 'Home') stepFrames(-frames.length, now);
    else if (event.key === 'End') stepFrames(frames.length, now);
    else return;
    used(event);
  };
  const fraction = Math.min(1, Math.max(0, fractionOf(axis, at)));
  return (
    <div
      className={styles.cursor}
      data-review={shownMm !== null}
      style={{ left: `${100 * fraction}%` }}
      role="slider"
      tabIndex={0}
      aria-label={viewer.positionCursor}
      aria-orientation="horizontal"
      aria-valuemin={axis.fromMm}
      aria-valuemax={frames.at(-1)?.pulledBackMm ?? axis.toMm}
      aria-valuenow={Number(at.toFixed(2))}
      aria-valuetext={
        shownMm === null ? viewer.live : viewer.positionValue(at, nearestIndex(frames, at) + 1, frames.length)
      }
      onKeyDown={onKeyDown}
    />
  );
};
