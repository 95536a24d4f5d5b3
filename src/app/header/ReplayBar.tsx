/** @file The controls of a replay, in place of the session's own. */
import { PLAYBACK_SPEEDS, setPlaybackSpeed, skipPlayback } from '../../state/playback.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { clock } from '../../ui/format.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { procedure } from '../../ui/strings/en/procedure.ts';
import styles from './ReplayBar.module.css';

const words = procedure.replay;
const OPTIONS = PLAYBACK_SPEEDS.map((value) => ({
  value: value as number,
  label: value === 0 ? words.pausedSpeed : words.times(value),
}));

export const ReplayBar = () => {
  const playback = useApp((s) => s.playback);
  const nowS = useApp((s) => Math.floor(s.slow?.clocks.timeS ?? 0));
  if (!playback) return null;
  return (
    <section className={styles.bar} aria-label={words.title}>
      <strong>{words.title}</strong>
      <span className={styles.position}>{words.position(clock(nowS), clock(playback.endS))}</span>
      <Segmented
        label={words.speed}
        options={OPTIONS}
        value={playback.speed}
        compact
        onChange={setPlaybackSpeed}
      />
      <Button size="small" onClick={skipPlayback}>
        {words.skip}
      </Button>
    </section>
  );
};
