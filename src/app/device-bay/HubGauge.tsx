/** @file The force at the hub, with the way it acts: a bar from the middle, against a push up, against a pull down. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { fixed } from '../../ui/format.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import styles from './FeelStrip.module.css';
import { mark, useLoad, write } from './use-load.ts';

/** What fingers push at most, N: as in mechanics. ASSUMED. */
const FULL_N = 2.5;
/** Less than this is no force to speak of, N. */
const SMALL_N = 0.005;

export const HubGauge = ({ device }: { readonly device: DeviceId }) => {
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const number = useRef<HTMLSpanElement>(null);
  useLoad(device, ({ load, loaded, digits, spoken }) => {
    const share = Math.max(-1, Math.min(1, load.hubN / FULL_N));
    if (bar.current) bar.current.style.transform = `scaleY(${share.toFixed(4)})`;
    const size = fixed(Math.abs(load.hubN), 2);
    const arrow = Math.abs(load.hubN) < SMALL_N ? '' : load.hubN > 0 ? ' ↑' : ' ↓';
    if (digits) write(number.current, loaded ? feel.newton(size) + arrow : '–');
    if (!spoken) return;
    mark(meter.current, 'aria-valuenow', (share * FULL_N).toFixed(2));
    mark(
      meter.current,
      'aria-valuetext',
      arrow === ''
        ? feel.spokenAtRest(size)
        : feel.spokenHub(size, load.hubN > 0 ? feel.pushing : feel.pulling),
    );
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter draws no marks and no needle
    <div
      ref={meter}
      className={styles.hub}
      role="meter"
      aria-label={feel.hubName(devices.inline[device])}
      aria-valuemin={-FULL_N}
      aria-valuemax={FULL_N}
      aria-valuenow={0}
    >
      <div className={styles.column}>
        <div ref={bar} className={styles.columnFill} />
      </div>
      <div className={styles.pair}>
        <span className={styles.name}>{feel.hub}</span>
        <span ref={number} className={styles.reading}>
          –
        </span>
      </div>
    </div>
  );
};
