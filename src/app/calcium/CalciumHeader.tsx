/** @file The bar over the calcium page: the way home, examples to start from, reset and link. */
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import { Brand } from '../Brand.tsx';
import styles from './calcium.module.css';
import { type CalciumSettings, PRESET_IDS, PRESETS, sameSettings } from './settings.ts';

interface CalciumHeaderProps {
  readonly settings: CalciumSettings;
  readonly onPreset: (preset: CalciumSettings) => void;
  readonly onReset: () => void;
  readonly onLink: () => void;
  readonly onHome: () => void;
}

export const CalciumHeader = ({ settings, onPreset, onReset, onLink, onHome }: CalciumHeaderProps) => {
  const { gainDb, lineDeg } = settings;
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.home}
        aria-label={words.home}
        title={words.home}
        onClick={onHome}
      >
        <Brand compact />
      </button>
      <h1 className={styles.title}>{words.title}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div className={styles.presets} role="group" aria-label={words.presets}>
        {PRESET_IDS.map((id) => (
          <Button
            key={id}
            size="small"
            pressed={sameSettings(settings, { ...PRESETS[id], gainDb, lineDeg })}
            onClick={() => onPreset(PRESETS[id])}
          >
            {words.preset[id]}
          </Button>
        ))}
      </div>
      <div className={styles.tools}>
        <Button size="small" look="quiet" title={words.resetHint} onClick={onReset}>
          <Icon name="restart" />
          {words.reset}
        </Button>
        <Button size="small" look="quiet" title={words.copyLinkHint} onClick={onLink}>
          {words.copyLink}
        </Button>
      </div>
    </header>
  );
};
