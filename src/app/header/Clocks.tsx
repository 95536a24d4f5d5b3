/** @file Counters: time, fluoroscopy time, contrast. */
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../state/use-app.ts';
import { clock, fixed } from '../../ui/format.ts';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import styles from './Clocks.module.css';

const words = caseScreen.clocks;

/** How long the note stands beside the clock, ms. */
const NOTE_MS = 5000;

/** What was just charged to the clock; the event list and the spoken events tell for what. */
const Charged = () => {
  const charges = useApp((s) => s.charges);
  const seen = useRef(charges.length);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const added = charges.slice(seen.current);
    seen.current = charges.length;
    if (added.length === 0) return;
    setSeconds((now) => now + added.reduce((sum, charge) => sum + charge.seconds, 0));
    const timer = setTimeout(() => setSeconds(0), NOTE_MS);
    return () => clearTimeout(timer);
  }, [charges]);
  return seconds > 0 ? (
    <span className={styles.charged} aria-hidden="true">
      {feel.charged(seconds)}
    </span>
  ) : null;
};

export const Clocks = () => {
  const time = useApp((s) => clock(s.slow?.clocks.timeS ?? 0));
  const fluoro = useApp((s) => clock(s.slow?.clocks.fluoroS ?? 0));
  const contrast = useApp((s) => words.ml(fixed(s.slow?.clocks.contrastMl ?? 0, 0)));
  const fluoroOn = useApp((s) => s.slow?.cArm.fluoroOn ?? false);
  const paused = useApp((s) => s.paused);
  return (
    <dl className={styles.clocks} aria-label={words.group}>
      <div className={styles.clock} data-lit={paused ? 'paused' : undefined}>
        <dt>{paused ? caseScreen.paused : words.time}</dt>
        <dd>
          {time}
          <Charged />
        </dd>
      </div>
      <div className={styles.clock} data-lit={fluoroOn ? 'beam' : undefined}>
        <dt>{words.fluoro}</dt>
        <dd>{fluoro}</dd>
      </div>
      <div className={styles.clock}>
        <dt>{words.contrast}</dt>
        <dd>{contrast}</dd>
      </div>
    </dl>
  );
};
