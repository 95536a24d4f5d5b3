/** @file What is pushed, from where, and onto what. */
import { useId } from 'react';
import { WIRE_CLASSES } from '../../core/mechanics/wires.ts';
import { fixed } from '../../ui/format.ts';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './bench.module.css';
import { type BenchSettings, NONE, SUPPORT, TARGETS } from './settings.ts';

interface BenchControlsProps {
  readonly settings: BenchSettings;
  readonly onChange: (change: Partial<BenchSettings>) => void;
}

const OPTIONS = TARGETS.map((value) => ({ value, label: words.targets[value] }));

export const BenchControls = ({ settings, onChange }: BenchControlsProps) => {
  const wireId = useId();
  const otherId = useId();
  const options = (but: string) =>
    WIRE_CLASSES.filter(({ id }) => id !== but).map(({ id }) => (
      <option key={id} value={id}>
        {devices.wires[id] ?? id}
      </option>
    ));
  return (
    <div className={styles.controls}>
      <label htmlFor={wireId}>{words.wire}</label>
      <select
        id={wireId}
        className={styles.select}
        value={settings.wire}
        onChange={(event) => onChange({ wire: event.currentTarget.value })}
      >
        {options(settings.other)}
      </select>
      <label htmlFor={otherId}>{words.other}</label>
      <select
        id={otherId}
        className={styles.select}
        value={settings.other}
        onChange={(event) => onChange({ other: event.currentTarget.value })}
      >
        <option value={NONE}>{words.none}</option>
        {options(settings.wire)}
      </select>
      <div className={styles.whole}>
        <Segmented
          compact
          label={words.target}
          options={OPTIONS}
          value={settings.target}
          onChange={(target) => onChange({ target })}
        />
      </div>
      <div className={styles.whole}>
        <RangeField
          label={words.support}
          value={settings.supportMm}
          {...SUPPORT}
          text={words.mm(fixed(settings.supportMm, 1))}
          onChange={(supportMm) => onChange({ supportMm })}
        />
      </div>
    </div>
  );
};
