/** @file What the hands feel of the selected device, for people without haptics, and how fast the hands are. */
import { type CSSProperties, useState } from 'react';
import { setGear } from '../../state/actions/device-actions.ts';
import { GEARS } from '../../state/feel/feel-settings.ts';
import { levelOf } from '../../state/feel/level.ts';
import { poseOf } from '../../state/selectors.ts';
import type { AppState } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceSwatch } from '../../ui/DeviceSwatch.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { lazyDialog } from '../../ui/lazy-dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import { feel } from '../../ui/strings/en/feel.ts';
import styles from './FeelStrip.module.css';
import { ForceTrace } from './ForceTrace.tsx';
import { HubGauge } from './HubGauge.tsx';
import { TipGauge } from './TipGauge.tsx';
import { TwistGauge } from './TwistGauge.tsx';

const FeelDialog = lazyDialog(async () => (await import('../feel/FeelDialog.tsx')).FeelDialog);

const OPTIONS = GEARS.map((value) => ({ value, label: feel.gears[value] }));

const levelNow = (state: AppState): keyof typeof feel.levels => {
  const pose = poseOf(state.slow, state.selected);
  if (!pose?.loaded) return 'out';
  return pose.tip.phase === 'in-catheter' ? 'hidden' : levelOf(pose.load);
};

export const FeelStrip = () => {
  const device = useApp((s) => s.selected);
  const level = useApp(levelNow);
  const gear = useApp((s) => s.gearHeld ?? s.feel.gear);
  const sound = useApp((s) => s.feel.sound);
  const gamepad = useApp((s) => s.feel.gamepad);
  const [open, setOpen] = useState(false);
  return (
    <section
      className={styles.strip}
      style={{ '--device': `var(--${device})` } as CSSProperties}
      aria-label={feel.strip}
    >
      <div className={styles.who}>
        <span className={styles.device}>
          <DeviceSwatch device={device} />
          {devices.names[device]}
        </span>
        <span className={styles.level} data-level={level}>
          {feel.levels[level]}
        </span>
      </div>
      <TipGauge device={device} />
      <ForceTrace device={device} />
      <HubGauge device={device} />
      <TwistGauge device={device} />
      <div className={styles.hands}>
        <Segmented label={feel.hands} options={OPTIONS} value={gear} compact onChange={setGear} />
        <Button
          size="small"
          look="quiet"
          aria-label={feel.open}
          title={feel.open}
          onClick={() => setOpen(true)}
        >
          <span className={styles.word}>{feel.button}</span>
          <Icon name={sound ? 'sound' : 'soundOff'} />
          {gamepad && <Icon name="gamepad" />}
        </Button>
      </div>
      <FeelDialog open={open} onClose={() => setOpen(false)} />
    </section>
  );
};
