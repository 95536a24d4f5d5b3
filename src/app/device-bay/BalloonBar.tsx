/** @file The balloon on its wire, while there is one: which, how deep, push and pull. */

import { findBalloon } from '../../core/mechanics/devices/balloons.ts';
import { handsOff } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { fixed } from '../../ui/format.ts';
import { balloon as words } from '../../ui/strings/en/balloon.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './BalloonBar.module.css';
import { HoldButton } from './HoldButton.tsx';

export const BalloonBar = () => {
  const pose = useApp((s) => s.slow?.balloon);
  const idle = useApp(handsOff);
  if (!pose?.loaded) return null;
  const lengthMm = pose.fromTipMm[1] - pose.fromTipMm[0];
  return (
    <section className={styles.bar} aria-label={words.name}>
      <p className={styles.what}>
        {words.rides(words.size(findBalloon(pose.id)!.nominalMm, lengthMm), devices.inline[pose.on])}
        <strong className={styles.depth}>{devices.mm(fixed(pose.insertionMm, 1))}</strong>
        {pose.stopped && <span className={styles.stopped}>{words.atTip}</span>}
      </p>
      <HoldButton action="balloon-push" label={words.push}>
        {devices.push}
      </HoldButton>
      <HoldButton action="balloon-pull" label={words.pull}>
        {devices.pull}
      </HoldButton>
      <Button
        size="small"
        disabled={idle}
        aria-label={words.takeOff}
        onClick={() => dispatch({ type: 'unload', device: 'balloon' })}
      >
        {devices.unload}
      </Button>
    </section>
  );
};
