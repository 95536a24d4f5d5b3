/** @file A slider with its name and spoken value: a native range input, drawn in the program's look. */
import type { CSSProperties } from 'react';
import styles from './RangeField.module.css';

interface RangeFieldProps {
  readonly label: string;
  /** Hides the label on screen but keeps it as the name. */
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words and units, shown and spoken. */
  readonly text: string;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
  /** Fills from this value instead of the minimum, for ranges with a natural zero. */
  readonly origin?: number;
}

export const RangeField = ({
  label,
  labelHidden = false,
  value,
  min,
  max,
  step,
  text,
  onChange,
  disabled = false,
  origin = min,
}: RangeFieldProps) => {
  const share = (v: number): string => `${((v - min) / (max - min)) * 100}%`;
  const fill = { '--from': share(Math.min(value, origin)), '--to': share(Math.max(value, origin)) };
  return (
    <label className={styles.field}>
      <span className={labelHidden ? 'visually-hidden' : styles.label}>{label}</span>
      {!labelHidden && (
        <span className={styles.value} aria-hidden="true">
          {text}
        </span>
      )}
      <input
        type="range"
        className={styles.range}
        style={fill as CSSProperties}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
};
