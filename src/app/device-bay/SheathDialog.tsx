/** @file Choosing the sheath: the bores there are, what lies or would lie in each to scale, and whether it fits. */
import { useId, useState } from 'react';
import { SHEATHS, type SheathId } from '../../core/mechanics/devices/sheaths.ts';
import { accessOf, catheterOf } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { sheath as words } from '../../ui/strings/en/sheath.ts';
import choices from './choice-list.module.css';
import styles from './SheathDialog.module.css';
import { SheathPicture } from './SheathPicture.tsx';
import { judged, plansOf } from './sheath-plans.ts';

interface SheathDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export const SheathDialog = ({ open, onClose }: SheathDialogProps) => {
  const inUse = useApp((s) => accessOf(s).sheath);
  const [picked, setPicked] = useState<SheathId | null>(null);
  const chosen = picked ?? inUse;
  const busy = useApp((s) => {
    const { ivus, wire2, balloon } = accessOf(s).contents;
    return ivus !== null || wire2 !== null || balloon !== null;
  });

  const close = (): void => {
    setPicked(null);
    onClose();
  };
  const take = (): void => {
    if (chosen !== inUse) dispatch({ type: 'sheath', id: chosen });
    close();
  };

  return (
    <Dialog
      title={words.title}
      open={open}
      onClose={close}
      wide
      footer={
        <>
          {busy && chosen !== inUse && <p className={styles.busy}>{words.inUse}</p>}
          <Button onClick={close}>{caseScreen.cancel}</Button>
          <Button look="primary" disabled={busy && chosen !== inUse} onClick={take}>
            {words.use}
          </Button>
        </>
      }
    >
      <Choice chosen={chosen} onPick={setPicked} />
    </Dialog>
  );
};

/** Any sheath may be looked at, whatever is in the present one. */
const Choice = ({
  chosen,
  onPick,
}: {
  readonly chosen: SheathId;
  readonly onPick: (id: SheathId) => void;
}) => {
  const { contents } = useApp(accessOf);
  const catheter = useApp(catheterOf);
  const plans = plansOf(contents, catheter);
  const [key, setKey] = useState('now');
  const plan = plans.find((entry) => entry.key === key) ?? plans[0]!;
  const { fits, fit, sentence } = judged(chosen, plan.contents);
  const name = useId();
  return (
    <div className={styles.columns}>
      <fieldset className={choices.list}>
        <legend className="visually-hidden">{words.title}</legend>
        {SHEATHS.map(({ id, boreMm, outerMm }) => (
          <label key={id} className={choices.choice}>
            <input
              type="radio"
              name={`${name}-sheath`}
              className={choices.input}
              checked={id === chosen}
              onChange={() => onPick(id)}
            />
            <span className={choices.name}>{words.sheaths[id].name}</span>
            <span className={choices.facts}>{words.facts(boreMm, outerMm)}</span>
            <span className={choices.change}>{words.sheaths[id].change}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.view}>
        <SheathPicture
          fit={fit}
          contents={plan.contents}
          label={words.picture(words.sheaths[chosen].short)}
        />
        <p className={fits ? styles.verdict : `${styles.verdict} ${styles.bad}`} role="status">
          <strong>{fits ? words.fits : words.doesNotFit}</strong> {sentence}
        </p>
      </div>
      <fieldset className={styles.plans}>
        <legend className={styles.heading}>{words.show}</legend>
        {plans.map((entry) => {
          const verdict = judged(chosen, entry.contents).fits;
          return (
            <label key={entry.key} className={styles.plan}>
              <input
                type="radio"
                name={`${name}-plan`}
                className={styles.planInput}
                checked={entry.key === plan.key}
                onChange={() => setKey(entry.key)}
              />
              <span>{entry.label}</span>
              <span className={verdict ? styles.yes : styles.no}>
                {verdict ? words.fitsShort : words.doesNotFitShort}
              </span>
            </label>
          );
        })}
      </fieldset>
    </div>
  );
};
