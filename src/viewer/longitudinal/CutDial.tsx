/** @file A small clock face that shows and turns the direction of the cut. */
import { clockOfPsi, imagePoint, polarOf, psiOfClock } from '../../core/measure/clock.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { setCutClock } from '../display-limits.ts';
import { turnCutByKey } from '../overlay/CutHandle.tsx';
import { useDrag } from '../overlay/use-drag.ts';
import styles from './Longitudinal.module.css';

const RADIUS = 13;

interface CutDialProps {
  readonly cutClock: number;
  readonly mirrored: boolean;
}

export const CutDial = ({ cutClock, mirrored }: CutDialProps) => {
  const drag = useDrag((event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = box.top + box.height / 2 - event.clientY;
    if (Math.hypot(x, y) > 3) setCutClock(clockOfPsi(polarOf({ x, y }, mirrored).psi));
  });
  const near = imagePoint(psiOfClock(cutClock), RADIUS, mirrored);
  return (
    <div
      {...drag}
      className={styles.dial}
      role="slider"
      tabIndex={0}
      title={viewer.cutHint}
      aria-label={viewer.cut}
      aria-valuemin={0}
      aria-valuemax={12}
      aria-valuenow={cutClock}
      aria-valuetext={viewer.clock(cutClock)}
      onKeyDown={(event) => turnCutByKey(event, cutClock, mirrored)}
    >
      <svg viewBox="-18 -18 36 36" aria-hidden="true">
        <circle className={styles.dialFace} r={RADIUS} />
        <path className={styles.dialTicks} d="M0 -16v3M16 0h-3M0 16v-3M-16 0h3" />
        <path className={styles.dialLine} d={`M${near.x} ${-near.y}L${-near.x} ${near.y}`} />
        <circle className={styles.dialKnob} cx={near.x} cy={-near.y} r={3.5} />
      </svg>
    </div>
  );
};
