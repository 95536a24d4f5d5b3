/** @file The tip's force over the last five seconds, as a small line with the label load as a dashed one. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { prefersReducedMotion } from '../../platform/capability.ts';
import { FULL_SCALE, loadShare } from '../../state/feel/level.ts';
import { live } from '../../state/live.ts';
import { poseOf } from '../../state/selectors.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import styles from './FeelStrip.module.css';

const SECONDS = 5;
const PER_SECOND = 20;
const COUNT = SECONDS * PER_SECOND;
const TICKS = 240 / PER_SECOND;
const WIDTH = 120;
const HEIGHT = 30;

interface Trace {
  device: DeviceId;
  readonly shares: Float32Array;
  /** Simulated time of the newest, in samples: the trace stands while the case is paused. */
  newest: number;
}

const yOf = (share: number): number => HEIGHT - 1 - (HEIGHT - 2) * Math.min(1, share / FULL_SCALE);

export const ForceTrace = ({ device }: { readonly device: DeviceId }) => {
  const line = useRef<SVGPathElement>(null);
  const trace = useRef<Trace | null>(null);
  useFrameLoop(() => {
    const { snapshot } = live;
    const pose = poseOf(snapshot, device);
    if (!snapshot || !pose) return;
    const now = Math.floor(snapshot.tick / TICKS);
    let kept = trace.current;
    if (!kept || kept.device !== device || now < kept.newest) {
      kept = { device, shares: new Float32Array(COUNT), newest: now };
      trace.current = kept;
    }
    const passed = now - kept.newest;
    const every = prefersReducedMotion() ? PER_SECOND / 2 : 1;
    if (passed < every) return;
    const { shares } = kept;
    shares.copyWithin(0, Math.min(COUNT, passed));
    shares.fill(pose.loaded ? loadShare(pose.load) : 0, Math.max(0, COUNT - passed));
    kept.newest = now;
    let d = '';
    for (let i = 0; i < COUNT; i++)
      d += `${i === 0 ? 'M' : 'L'}${((i * WIDTH) / (COUNT - 1)).toFixed(1)} ${yOf(shares[i]!).toFixed(1)}`;
    line.current?.setAttribute('d', d);
  });
  return (
    <svg
      className={styles.trace}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={feel.traceName}
    >
      <path className={styles.traceLabel} d={`M0 ${yOf(1)}H${WIDTH}`} />
      <path ref={line} className={styles.traceLine} d={`M0 ${yOf(0)}H${WIDTH}`} />
    </svg>
  );
};
