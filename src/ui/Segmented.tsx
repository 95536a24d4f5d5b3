/** @file One choice out of a few, side by side: a radio group drawn as a strip. */
import { useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<T extends string | number> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  readonly compact?: boolean;
}

export const Segmented = <T extends string | number>({
  label,
  options,
  value,
  onChange,
  disabled = false,
  compact = false,
}: SegmentedProps<T>) => {
  const name = useId();
  return (
    <fieldset className={compact ? `${styles.strip} ${styles.compact}` : styles.strip} disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
