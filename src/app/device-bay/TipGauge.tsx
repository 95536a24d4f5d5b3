/** @file The force on the tip against the tip load of the wire's label: a bar with marks, newton and gram-force. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { FULL_SCALE, gramForce, levelOf, loadShare, referenceN } from '../../state/feel/level.ts';
import { fixed } from '../../ui/format.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import styles from './FeelStrip.module.css';
import { mark, useLoad, write } from './use-load.ts';

/** Marks in labels, and where they stand on the bar, %. */
const MARKS = [0.5, 1, 1.5].map((share) => ({ share, at: (share / FULL_SCALE) * 100 }));

export const TipGauge = ({ device }: { readonly device: DeviceId }) => {
  const meter = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  const newton = useRef<HTMLSpanElement>(null);
  const gf = useRef<HTMLSpanElement>(null);
  const label = useRef<HTMLSpanElement>(null);
  useLoad(device, ({ load, loaded, digits, spoken }) => {
    const share = loadShare(load);
    if (fill.current) fill.current.style.transform = `scaleX(${Math.min(1, share / FULL_SCALE).toFixed(4)})`;
    mark(meter.current, 'data-level', levelOf(load));
    mark(meter.current, 'data-over', String(share > FULL_SCALE));
    if (digits) {
      write(newton.current, loaded ? fixed(load.tipN, 2) : '–');
      write(gf.current, loaded ? feel.gf(fixed(gramForce(load.tipN), 1)) : '');
      write(
        label.current,
        !loaded ? '' : load.labelN === null ? feel.noLabel : feel.ofLabel(fixed(gramForce(load.labelN), 1)),
      );
    }
    if (!spoken) return;
    const n = fixed(load.tipN, 2);
    const g = fixed(gramForce(load.tipN), 1);
    mark(meter.current, 'aria-valuemax', fixed(gramForce(FULL_SCALE * referenceN(load)), 1));
    mark(
      meter.current,
      'aria-valuenow',
      fixed(Math.min(gramForce(load.tipN), gramForce(FULL_SCALE * referenceN(load))), 1),
    );
    mark(
      meter.current,
      'aria-valuetext',
      load.labelN === null ? feel.spokenTipPlain(n, g) : feel.spokenTip(n, g, fixed(share * 100)),
    );
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter draws no marks and no needle
    <div
      ref={meter}
      className={styles.tip}
      role="meter"
      aria-label={feel.tipName(devices.inline[device])}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={0}
      data-level="free"
    >
      <span className={styles.name}>{feel.tip}</span>
      <span className={styles.number}>
        <span ref={newton} className={styles.digits}>
          –
        </span>{' '}
        N
      </span>
      <div className={styles.scale}>
        <div className={styles.track}>
          <div ref={fill} className={styles.fill} />
          {MARKS.map(({ share, at }) => (
            <i key={share} className={styles.tick} data-label={share === 1} style={{ left: `${at}%` }} />
          ))}
          <span className={styles.over} aria-hidden="true">
            ▸
          </span>
        </div>
        <div className={styles.legend}>
          <span ref={gf} />
          <span ref={label} className={styles.labelLoad} />
        </div>
      </div>
    </div>
  );
};
