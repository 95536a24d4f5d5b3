/** @file Counters: time, fluoroscopy time, contrast. */
import { useApp } from '../../state/use-app.ts';
import { clock, fixed } from '../../ui/format.ts';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import styles from './Clocks.module.css';

const words = caseScreen.clocks;

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
        <dd>{time}</dd>
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
