/** @file One device: its line, where it is, how it feels, its hub pad and dial, loading and set-up. */
import { type CSSProperties, useState, useSyncExternalStore } from 'react';
import type { DeviceId, DevicePose } from '../../core/mechanics/device.ts';
import type { StepId } from '../../core/procedure/procedure.ts';
import { selectDevice } from '../../state/actions/device-actions.ts';
import { levelOf } from '../../state/feel/level.ts';
import { hubRate, onHubChange } from '../../state/hub.ts';
import { accessOf, catheterOf, currentStep, handsOff, poseOf } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceSwatch } from '../../ui/DeviceSwatch.tsx';
import { fixed } from '../../ui/format.ts';
import { lazyDialog } from '../../ui/lazy-dialog.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import { sheath as words } from '../../ui/strings/en/sheath.ts';
import styles from './DeviceCard.module.css';
import { HubPad } from './HubPad.tsx';
import { RollDial } from './RollDial.tsx';
import { TipBar } from './TipBar.tsx';

const CatheterDialog = lazyDialog(async () => (await import('./CatheterDialog.tsx')).CatheterDialog);
const SetupDialog = lazyDialog(async () => (await import('./SetupDialog.tsx')).SetupDialog);
const SheathDialog = lazyDialog(async () => (await import('./SheathDialog.tsx')).SheathDialog);

const feelOf = (pose: DevicePose): keyof typeof feel.levels =>
  pose.tip.phase === 'in-catheter' ? 'hidden' : levelOf(pose.load);

export const DeviceCard = ({ device }: { readonly device: DeviceId }) => {
  const selected = useApp((s) => s.selected === device);
  const idle = useApp(handsOff);
  const pose = useApp((s) => poseOf(s.slow, device));
  const truthShown = useApp((s) => s.view.truthShown);
  const wanted = useApp((s) => !handsOff(s) && currentStep(s) === LOADED_IN[device]);
  const role = useApp((s) =>
    device === 'ivus' ? devices.catheters[catheterOf(s).id].short : devices.roles[device],
  );
  const [setupOpen, setSetupOpen] = useState(false);
  const loaded = pose?.loaded ?? false;
  const name = devices.names[device];
  const level = pose && loaded ? feelOf(pose) : null;
  return (
    <article
      className={selected ? `${styles.card} ${styles.selected}` : styles.card}
      style={{ '--device': `var(--${device})` } as CSSProperties}
      aria-label={name}
    >
      <button
        type="button"
        className={styles.head}
        aria-pressed={selected}
        onClick={() => selectDevice(device)}
      >
        <DeviceSwatch device={device} />
        <span className={styles.name}>{name}</span>
        <span className={styles.key} aria-hidden="true">
          {KEYS[device]}
        </span>
      </button>
      <div className={styles.pad}>
        <HubPad device={device} disabled={!loaded || idle} />
      </div>
      <div className={styles.side}>
        <div className={styles.readings}>
          <RollDial device={device} />
          <p className={styles.insertion}>
            {loaded && pose ? (
              <>
                <strong>{fixed(pose.insertionMm, 1)}</strong> mm
              </>
            ) : (
              devices.outShort
            )}
          </p>
        </div>
        {loaded && <TipBar device={device} />}
        {truthShown && loaded && pose ? (
          <p className={`${styles.feel} ${styles.phase}`}>{devices.phases[pose.tip.phase]}</p>
        ) : (
          <StateLine device={device} word={level === null ? role : feel.levels[level]} level={level} />
        )}
        <div className={styles.buttons}>
          {device === 'ivus' ? (
            <>
              <Button
                size="small"
                look={wanted && !loaded ? 'primary' : 'plain'}
                disabled={idle}
                aria-label={
                  loaded
                    ? devices.unloadName(devices.inline[device])
                    : devices.loadName(devices.inline[device])
                }
                onClick={() => {
                  selectDevice(device);
                  dispatch(loaded ? { type: 'unload', device } : { type: 'load', device });
                }}
              >
                {loaded ? devices.unload : devices.load}
              </Button>
              {!loaded && (
                <Button
                  size="small"
                  disabled={idle}
                  aria-label={devices.catheterName}
                  title={devices.catheterTitle}
                  onClick={() => setSetupOpen(true)}
                >
                  {devices.catheterShort}
                </Button>
              )}
            </>
          ) : (
            <Button
              size="small"
              look={wanted && !loaded ? 'primary' : 'plain'}
              disabled={idle}
              aria-label={
                loaded ? devices.setupTitle(devices.inline[device]) : devices.loadName(devices.inline[device])
              }
              onClick={() => {
                selectDevice(device);
                setSetupOpen(true);
              }}
            >
              {loaded ? devices.setup : devices.load}
            </Button>
          )}
          {device === 'wire1' && <SheathButton idle={idle} />}
        </div>
      </div>
      {device === 'ivus' ? (
        <CatheterDialog open={setupOpen} onClose={() => setSetupOpen(false)} />
      ) : (
        <SetupDialog device={device} loaded={loaded} open={setupOpen} onClose={() => setSetupOpen(false)} />
      )}
    </article>
  );
};

/** Wire 1 is what the sheath is exchanged over: its card has the choice. */
const SheathButton = ({ idle }: { readonly idle: boolean }) => {
  const sheath = useApp((s) => accessOf(s).sheath);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        disabled={idle}
        aria-label={words.buttonName(words.sheaths[sheath].short)}
        title={words.title}
        onClick={() => setOpen(true)}
      >
        {words.short}
      </Button>
      <SheathDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
};

/** The step that asks for the device to be loaded: its button stands out then. */
const LOADED_IN: Readonly<Record<DeviceId, StepId | null>> = {
  wire1: null,
  ivus: 'ivus-in',
  wire2: 'deliver-wire2',
};

const KEYS: Readonly<Record<DeviceId, string>> = { wire1: '1', ivus: '2', wire2: '3' };

interface StateLineProps {
  readonly device: DeviceId;
  readonly word: string;
  readonly level: keyof typeof feel.levels | null;
}

/** What the hand asks of the hub while it moves; at rest, how it feels, or what the device is for. */
const StateLine = ({ device, word, level }: StateLineProps) => {
  const rate = useSyncExternalStore(onHubChange, () => hubRate(device));
  const moving = rate.advance !== 0 || rate.torque !== 0;
  return (
    <p className={styles.feel} data-level={moving ? undefined : (level ?? undefined)}>
      {moving
        ? `${devices.rate.advance(fixed(rate.advance, 1))}  ${devices.rate.torque(fixed((rate.torque * 180) / Math.PI))}`
        : word}
    </p>
  );
};
