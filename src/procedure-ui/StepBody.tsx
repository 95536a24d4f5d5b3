/** @file Inside of the current step: what, progress, buttons that do it, why, how, hint. */
import { useState } from 'react';
import type { StepId } from '../core/procedure/procedure.ts';
import type { PressId } from '../state/actions/registry.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { procedure } from '../ui/strings/en/procedure.ts';
import { ActionButton } from './ActionButton.tsx';
import { coachNote } from './coach-note.ts';
import styles from './StepBody.module.css';

/** The actions at hand in each step, so that nobody has to look for them. */
const SHORTCUTS: Readonly<Partial<Record<StepId, readonly PressId[]>>> = {
  angiogram: ['fluoro', 'contrast'],
  'wire1-subintimal': ['select-wire1'],
  'ivus-in': ['select-ivus'],
  pullback: ['pullback'],
  'read-image': ['mark-true-lumen', 'mark-plane'],
  orient: ['fluoro', 'c-arm-lao', 'c-arm-rao'],
  'deliver-wire2': ['select-wire2'],
  'steer-wire2': ['select-wire2', 'mark-wire2-tip'],
  'advance-wire2': ['select-wire2'],
};

export const StepBody = ({ id }: { readonly id: StepId }) => {
  const words = procedure.steps[id];
  const coachShown = useApp((s) => s.view.coachShown);
  const percent = useApp((s) => Math.round((s.slow?.procedure.progress ?? 0) * 100));
  const note = useApp(coachNote);
  const [hintFor, setHintFor] = useState<StepId | null>(null);
  const hintShown = hintFor === id;
  return (
    <div className={styles.body}>
      <p className={styles.what}>{words.what}</p>
      {note !== null && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
      {percent > 0 && (
        <div
          className={styles.progress}
          role="progressbar"
          aria-label={procedure.progress(words.title)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={procedure.progressText(percent)}
        >
          <span className={styles.fill} style={{ width: `${percent}%` }} />
        </div>
      )}
      {coachShown && (
        <>
          <dl className={styles.how}>
            {words.how.map(([keys, what]) => (
              <div key={keys} className={styles.control}>
                <dt>
                  {keys.split(' ').map((key, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of words
                    <kbd key={i} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.why}>
            <strong>{procedure.why}</strong> {words.why}
          </p>
        </>
      )}
      {hintShown && <p className={styles.hint}>{words.hint}</p>}
      <div className={styles.buttons}>
        {SHORTCUTS[id]?.map((action) => (
          <ActionButton key={action} action={action} size="small" />
        ))}
        <Button
          size="small"
          look="quiet"
          aria-expanded={hintShown}
          onClick={() => setHintFor(hintShown ? null : id)}
        >
          <Icon name="bulb" />
          {hintShown ? procedure.hintHide : procedure.hintShow}
        </Button>
      </div>
    </div>
  );
};
