/** @file The offer to go on with the autosaved case. */
import { continueAutosave } from '../../state/restore.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { clock } from '../../ui/format.ts';
import { start } from '../../ui/strings/en/start.ts';
import styles from './ContinueButton.module.css';

const MINUTE_MS = 60_000;

const whenText = (savedAtMs: number, nowMs: number): string => {
  const minutes = Math.floor((nowMs - savedAtMs) / MINUTE_MS);
  if (minutes < 1) return start.now;
  if (minutes < 60) return start.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? start.hoursAgo(hours) : start.daysAgo(Math.floor(hours / 24));
};

export const ContinueButton = () => {
  const info = useApp((s) => s.autosave);
  if (!info) return null;
  return (
    <Button size="large" onClick={() => void continueAutosave()}>
      <span className={styles.words}>
        {start.continueButton(clock(info.timeS))}
        <span className={styles.detail}>
          {start.continueDetail(whenText(info.savedAtMs, Date.now()), info.caseTitle)}
        </span>
      </span>
    </Button>
  );
};
