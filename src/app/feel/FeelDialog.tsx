/** @file How the hands work and what comes back to them: speed, gamepad, sound. */
import { useState } from 'react';
import { readGamepad } from '../../platform/gamepad.ts';
import { setGear } from '../../state/actions/device-actions.ts';
import { GEARS } from '../../state/feel/feel-settings.ts';
import { PAD_HOLD, PAD_PRESS } from '../../state/feel/gamepad-map.ts';
import { FULL_RATE, keyRate } from '../../state/gears.ts';
import { setFeel } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { feel } from '../../ui/strings/en/feel.ts';
import { help } from '../../ui/strings/en/help.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import styles from './FeelDialog.module.css';
import { hasSound, switchSound, trySound } from './sound-box.ts';

interface FeelDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const OPTIONS = GEARS.map((value) => ({ value, label: feel.gears[value] }));

export const FeelDialog = ({ open, onClose }: FeelDialogProps) => (
  <Dialog
    title={feel.title}
    open={open}
    onClose={onClose}
    footer={
      <Button look="primary" onClick={onClose}>
        {feel.done}
      </Button>
    }
  >
    {open && (
      <div className={styles.form}>
        <Speed />
        <Gamepad />
        <Sound />
        <p className={styles.note}>{feel.honesty}</p>
      </div>
    )}
  </Dialog>
);

const Speed = () => {
  const gear = useApp((s) => s.feel.gear);
  return (
    <section aria-labelledby="feel-speed">
      <h3 id="feel-speed" className={styles.heading}>
        {feel.speedHeading}
      </h3>
      <Segmented label={feel.hands} options={OPTIONS} value={gear} onChange={setGear} />
      <p className={styles.note}>
        {feel.speedRow(
          feel.gears[gear],
          String(keyRate(gear, 'wire1').advance),
          String(keyRate(gear, 'wire2').advance),
          String(FULL_RATE[gear].advance),
        )}
      </p>
      <p className={styles.note}>{feel.speedHelp}</p>
    </section>
  );
};

const BUTTONS = [...Object.entries(PAD_PRESS), ...Object.entries(PAD_HOLD)].map(
  ([index, id]) => [feel.buttons[Number(index)] ?? index, help.actions[id]] as const,
);

const Gamepad = () => {
  const on = useApp((s) => s.feel.gamepad);
  const rumble = useApp((s) => s.feel.rumble);
  const [name, setName] = useState<string | null>(null);
  // React renders only when the name changes
  useFrameLoop(() => setName(on ? (readGamepad()?.name ?? null) : null));
  return (
    <section aria-labelledby="feel-gamepad">
      <h3 id="feel-gamepad" className={styles.heading}>
        {feel.gamepadHeading}
      </h3>
      <Check label={feel.gamepad} checked={on} onChange={(gamepad) => setFeel({ gamepad })} />
      {on && (
        <>
          <p className={styles.note} role="status">
            {name === null ? feel.gamepadNone : feel.gamepadSeen(name)}
          </p>
          <Check label={feel.rumble} checked={rumble} onChange={(next) => setFeel({ rumble: next })} />
          <details>
            <summary className={styles.summary}>{feel.gamepadTable}</summary>
            <dl className={styles.table}>
              {[...feel.sticks, ...BUTTONS].map(([key, what]) => (
                <div key={key} className={styles.row}>
                  <dt>{key}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </section>
  );
};

const Sound = () => {
  const on = useApp((s) => s.feel.sound);
  const volume = useApp((s) => s.feel.volume);
  return (
    <section aria-labelledby="feel-sound">
      <h3 id="feel-sound" className={styles.heading}>
        {feel.soundHeading}
      </h3>
      {hasSound() ? (
        <>
          <Check label={feel.sound} checked={on} onChange={switchSound} />
          <p className={styles.note}>{feel.soundHelp}</p>
          {on && (
            <div className={styles.volume}>
              <RangeField
                label={feel.volume}
                value={Math.round(volume * 100)}
                min={0}
                max={100}
                step={5}
                text={feel.percent(String(Math.round(volume * 100)))}
                onChange={(percent) => setFeel({ volume: percent / 100 })}
              />
              <Button onClick={trySound}>{feel.trySound}</Button>
            </div>
          )}
        </>
      ) : (
        <p className={styles.note}>{feel.soundNone}</p>
      )}
    </section>
  );
};

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className={styles.check}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    {label}
  </label>
);
