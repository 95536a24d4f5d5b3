/** @file The torque dial of a device: how far the hub is turned, and the tip only when the truth is shown. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { live } from '../../state/live.ts';
import { poseOf } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { degreesOf } from '../../ui/format.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import styles from './RollDial.module.css';

const TICKS = Array.from({ length: 12 }, (_, i) => i * 30);

export const RollDial = ({ device }: { readonly device: DeviceId }) => {
  const truthShown = useApp((s) => s.view.truthShown);
  const hubDeg = useApp((s) => degreesOf(poseOf(s.slow, device)?.hubRollRad ?? 0));
  const tipDeg = useApp((s) => degreesOf(poseOf(s.slow, device)?.tipRollRad ?? 0));
  const hub = useRef<SVGGElement>(null);
  const tip = useRef<SVGGElement>(null);
  useFrameLoop(() => {
    const pose = poseOf(live.snapshot, device);
    if (!pose) return;
    hub.current?.setAttribute('transform', `rotate(${(pose.hubRollRad * 180) / Math.PI})`);
    tip.current?.setAttribute('transform', `rotate(${(pose.tipRollRad * 180) / Math.PI})`);
  });
  const name = truthShown
    ? devices.dialWithTip(devices.names[device], hubDeg, tipDeg)
    : devices.dial(devices.names[device], hubDeg);
  return (
    <svg className={styles.dial} viewBox="-24 -24 48 48" role="img" aria-label={name}>
      <circle className={styles.face} r="22" />
      {TICKS.map((deg) => (
        <path key={deg} className={styles.tick} d="M0-22V-19" transform={`rotate(${deg})`} />
      ))}
      <g ref={hub}>
        <path className={styles.hub} d="M0 8V-16" style={{ stroke: `var(--${device})` }} />
        <circle r="3.5" style={{ fill: `var(--${device})` }} />
      </g>
      {truthShown && (
        <g ref={tip}>
          <path className={styles.tip} d="M-3.5-16 0-22 3.5-16Z" />
        </g>
      )}
    </svg>
  );
};
