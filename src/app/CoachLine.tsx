/** @file One line that says what to do next, where the procedure pane is out of sight. */
import { coachNote } from '../procedure-ui/coach-note.ts';
import { currentStep } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import styles from './CoachLine.module.css';

export const CoachLine = () => {
  const step = useApp(currentStep);
  const note = useApp(coachNote);
  const always = useApp((s) => s.layout === 'teach');
  return (
    <p className={always ? `${styles.line} ${styles.always}` : styles.line}>
      <strong>{procedure.next}</strong> {procedure.steps[step].title}
      <span className={note === null ? styles.what : styles.note}>
        {' '}
        · {note ?? procedure.steps[step].what}
      </span>
    </p>
  );
};
