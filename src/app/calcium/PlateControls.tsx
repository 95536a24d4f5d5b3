/** @file The sliders of plate, catheter and console, and the switches of the physics. */
import { catheterOffsetMm, PLATE_SHAPES, plateArcRad } from '../../core/cases/calcium-phantom.ts';
import { DEG } from '../../core/math/trig.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import styles from './calcium.module.css';
import { phantomOf } from './imaging.ts';
import { type CalciumSettings, EFFECT_FIELDS, type NumberField, RANGES } from './settings.ts';

interface PlateControlsProps {
  readonly settings: CalciumSettings;
  readonly onChange: (change: Partial<CalciumSettings>) => void;
}

const SHAPES = PLATE_SHAPES.map((value) => ({ value, label: words.shapes[value] }));
const FIELDS = ['arcDeg', 'thicknessMm', 'depthMm', 'frequencyMHz', 'gainDb', 'offsetMm'] as const;
/** Filled from the natural zero. */
const ORIGINS: Partial<Record<NumberField, number>> = { gainDb: 0, offsetMm: 0 };

/** What a slider says; where the phantom limits what is asked, it says so. */
const textOf = (settings: CalciumSettings, field: NumberField): string => {
  const phantom = phantomOf(settings);
  if (field === 'arcDeg') {
    const shown = plateArcRad(phantom) / DEG;
    if (shown < settings.arcDeg - 0.5) return words.values.arcLimited(settings.arcDeg, shown);
  }
  if (field === 'depthMm' && settings.shape === 'nodule') return words.values.noduleDepth;
  if (field === 'offsetMm') {
    const shown = catheterOffsetMm(phantom);
    if (shown < settings.offsetMm - 0.005) return words.values.offsetStopped(shown);
  }
  return words.values[field](settings[field]);
};

export const PlateControls = ({ settings, onChange }: PlateControlsProps) => (
  <div className={styles.controls}>
    <Segmented
      label={words.shape}
      options={SHAPES}
      value={settings.shape}
      onChange={(shape) => onChange({ shape })}
    />
    {FIELDS.map((field) => (
      <RangeField
        key={field}
        label={words.fields[field]}
        value={settings[field]}
        {...RANGES[field]}
        {...(ORIGINS[field] === undefined ? {} : { origin: ORIGINS[field] })}
        text={textOf(settings, field)}
        disabled={field === 'depthMm' && settings.shape === 'nodule'}
        onChange={(value) => onChange({ [field]: value })}
      />
    ))}
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
    <div className={styles.effects} role="group" aria-label={words.effects}>
      {EFFECT_FIELDS.map((field) => (
        <Button
          key={field}
          size="small"
          pressed={settings[field]}
          title={words.effectHint[field]}
          onClick={() => onChange({ [field]: !settings[field] })}
        >
          <Icon name={settings[field] ? 'check' : 'close'} />
          {words.effect[field]}
        </Button>
      ))}
    </div>
  </div>
);
