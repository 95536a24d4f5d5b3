/** @file Twist stored in the shaft: a needle over turns either way, with a warning for wind-up. */
import { useRef } from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { isWoundUp, turnsOf, WIND_UP_TURNS } from '../../state/feel/level.ts';
import { fixed } from '../../ui/format.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import styles from './FeelStrip.module.css';
import { mark, useLoad, write } from './use-load.ts';

/** The needle stands at its stop for so many turns, deg from the top; a root scale shows a few degrees as well as three turns. */
const FULL_TURNS = 4;
const FULL_DEG = 110;
const angleOf = (turns: number): number =>
  Math.sign(turns) * Math.min(1, Math.sqrt(Math.abs(turns) / FULL_TURNS)) * FULL_DEG;

const R = 15;
const at = (deg: number, r: number): string => {
  const a = (deg * Math.PI) / 180;
  return `${(r * Math.sin(a)).toFixed(2)} ${(-r * Math.cos(a)).toFixed(2)}`;
};
const arc = (from: number, to: number): string =>
  `M${at(from, R)}A${R} ${R} 0 ${Math.abs(to - from) > 180 ? 1 : 0} ${to > from ? 1 : 0} ${at(to, R)}`;
const MARKS = [-WIND_UP_TURNS, -1, 0, 1, WIND_UP_TURNS].map(angleOf);
const WARN_DEG = angleOf(WIND_UP_TURNS);

const textOf = (turns: number): string => {
  const size = Math.abs(turns);
  return size < 1 ? feel.degrees(fixed(size * 360)) : feel.turns(fixed(size, 1));
};

/** Less than this points nowhere, turns. */
const STRAIGHT = 0.003;

export const TwistGauge = ({ device }: { readonly device: DeviceId }) => {
  const meter = useRef<HTMLDivElement>(null);
  const needle = useRef<SVGPathElement>(null);
  const number = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  useLoad(device, ({ load, loaded, digits, spoken }) => {
    const turns = turnsOf(load);
    const wound = isWoundUp(load);
    mark(needle.current as Element, 'transform', `rotate(${angleOf(turns).toFixed(1)})`);
    mark(meter.current, 'data-wound', String(wound));
    const arrow = Math.abs(turns) < STRAIGHT ? '' : turns > 0 ? ' ↻' : ' ↺';
    if (digits) {
      write(number.current, loaded ? textOf(turns) + arrow : '–');
      write(note.current, wound ? `⚠ ${feel.windUp}` : feel.twist);
    }
    if (!spoken) return;
    const words = feel.spokenTwist(fixed(Math.abs(turns), 1), turns < 0 ? feel.counter : feel.clockwise);
    mark(
      meter.current,
      'aria-valuenow',
      fixed(Math.max(-FULL_TURNS, Math.min(FULL_TURNS, turns)), 1).replace('−', '-'),
    );
    mark(meter.current, 'aria-valuetext', wound ? feel.spokenWindUp(words) : words);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter draws no marks and no needle
    <div
      ref={meter}
      className={styles.twist}
      role="meter"
      aria-label={feel.twistName(devices.inline[device])}
      aria-valuemin={-FULL_TURNS}
      aria-valuemax={FULL_TURNS}
      aria-valuenow={0}
    >
      <svg className={styles.dial} viewBox="-20 -20 40 30" aria-hidden="true">
        <path className={styles.dialArc} d={arc(-FULL_DEG, FULL_DEG)} />
        <path className={styles.dialWarn} d={arc(WARN_DEG, FULL_DEG)} />
        <path className={styles.dialWarn} d={arc(-WARN_DEG, -FULL_DEG)} />
        {MARKS.map((deg) => (
          <path key={deg} className={styles.dialTick} d={`M${at(deg, R - 3)}L${at(deg, R + 3)}`} />
        ))}
        <path ref={needle} className={styles.needle} d="M0 3V-17" />
        <circle r="2.4" className={styles.hubDot} />
      </svg>
      <div className={styles.pair}>
        <span ref={note} className={styles.name}>
          {feel.twist}
        </span>
        <span ref={number} className={styles.reading}>
          –
        </span>
      </div>
    </div>
  );
};
