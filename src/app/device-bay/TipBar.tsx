/** @file The tip's load on a device's own card: a thin bar with the label load in its middle. Decoration: the strip tells it in full. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { FULL_SCALE, levelOf, loadShare } from '../../state/feel/level.ts';
import styles from './FeelStrip.module.css';
import { mark, useLoad } from './use-load.ts';

export const TipBar = ({ device }: { readonly device: DeviceId }) => {
  const bar = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  useLoad(device, ({ load }) => {
    const share = Math.min(1, loadShare(load) / FULL_SCALE);
    if (fill.current) fill.current.style.transform = `scaleX(${share.toFixed(4)})`;
    mark(bar.current, 'data-level', levelOf(load));
  });
  return (
    <div ref={bar} className={`${styles.tipBar} ${styles.tip}`} aria-hidden="true">
      <div ref={fill} className={styles.fill} />
      <i className={styles.tick} data-label="true" style={{ left: '50%' }} />
    </div>
  );
};
