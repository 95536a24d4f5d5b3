/** @file Gain, dynamic range and depth: three sliders under the picture. */
import { useId } from 'react';
import { catheterOf } from '../../state/selectors.ts';
import { setView } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import type { ViewSettings } from '../../state/view-settings.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { DYNAMIC_RANGE_DB, depthLimits, GAIN_DB, type Limits, setDepth } from '../display-limits.ts';
import styles from './controls.module.css';

interface SliderProps {
  readonly label: string;
  /** Accessible name where the visible label is shortened. */
  readonly name?: string;
  readonly limits: Limits;
  readonly value: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
}

const Slider = ({ label, name, limits, value, text, onChange }: SliderProps) => {
  const id = useId();
  const filled = `${(100 * (value - limits.min)) / (limits.max - limits.min)}%`;
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={limits.min}
        max={limits.max}
        step={limits.step}
        value={value}
        aria-label={name ?? label}
        aria-valuetext={text}
        style={{ '--filled': filled } as React.CSSProperties}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        // The arrow keys belong to this slider while it has the focus, not to the hub.
        onKeyDown={(event) => {
          if (event.key.startsWith('Arrow') || event.key.startsWith('Page')) event.stopPropagation();
        }}
      />
      <output htmlFor={id}>{text}</output>
    </div>
  );
};

export const ImageControls = ({ view }: { readonly view: ViewSettings }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
  <div className={styles.controls} role="group" aria-label={viewer.imageControls}>
    <Slider
      label={viewer.gain}
      limits={GAIN_DB}
      value={view.gainDb}
      text={viewer.gainValue(view.gainDb)}
      onChange={(gainDb) => setView({ gainDb })}
    />
    <Slider
      label={viewer.dynamicRange}
      name={viewer.dynamicRangeName}
      limits={DYNAMIC_RANGE_DB}
      value={view.dynamicRangeDb}
      text={viewer.dynamicRangeValue(view.dynamicRangeDb)}
      onChange={(dynamicRangeDb) => setView({ dynamicRangeDb })}
    />
    <Slider
      label={viewer.depthName}
      limits={depthLimits(useApp(catheterOf))}
      value={view.depthMm}
      text={viewer.depthValue(view.depthMm)}
      onChange={setDepth}
    />
  </div>
);
