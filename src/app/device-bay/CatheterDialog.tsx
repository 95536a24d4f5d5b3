/** @file Choosing the IVUS catheter on the table: what there is, and what each changes. */
import { type CSSProperties, useId, useState } from 'react';
import { CATHETER_PRESETS, type CatheterId, type CatheterPreset } from '../../core/ultrasound/presets.ts';
import { catheterOf } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './choice-list.module.css';

interface CatheterDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** French: three times the diameter in mm. */
const french = (preset: CatheterPreset): string => (6 * preset.windowRadiusMm).toFixed(1);

const factsOf = (preset: CatheterPreset): string =>
  devices.catheterFacts({
    tipMm: preset.tipToTransducerMm,
    fr: french(preset),
    rxLumens: preset.rxLumens,
    framesPerS: preset.framesPerS,
    fastest: preset.pullbackMmS.at(-1)!,
  });

export const CatheterDialog = ({ open, onClose }: CatheterDialogProps) => {
  const inUse = useApp((s) => catheterOf(s).id);
  const [picked, setPicked] = useState<CatheterId | null>(null);
  const chosen = picked ?? inUse;
  const name = useId();

  const close = (): void => {
    setPicked(null);
    onClose();
  };
  const take = (): void => {
    if (chosen !== inUse) dispatch({ type: 'catheter', id: chosen });
    close();
  };

  return (
    <Dialog
      title={devices.catheterTitle}
      open={open}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{caseScreen.cancel}</Button>
          <Button look="primary" onClick={take}>
            {devices.catheterUse}
          </Button>
        </>
      }
    >
      <fieldset className={styles.list} style={{ '--chosen': 'var(--ivus)' } as CSSProperties}>
        <legend className="visually-hidden">{devices.catheterTitle}</legend>
        {CATHETER_PRESETS.map((preset) => (
          <label key={preset.id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={preset.id === chosen}
              onChange={() => setPicked(preset.id)}
            />
            <span className={styles.name}>{devices.catheters[preset.id].name}</span>
            <span className={styles.facts}>{factsOf(preset)}</span>
            <span className={styles.change}>{devices.catheters[preset.id].change}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
};
