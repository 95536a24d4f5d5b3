/** @file The motor drive of the IVUS catheter: slide the transducer, go to a position, record a pullback. */
import { useState } from 'react';
import { rotates } from '../../core/ultrasound/presets.ts';
import { ActionButton } from '../../procedure-ui/ActionButton.tsx';
import { pullbackChoice, pullbackSpeed } from '../../state/actions/device-actions.ts';
import { catheterOf, handsOff, isLoaded, isRecording } from '../../state/selectors.ts';
import { slideTransducerTo } from '../../state/transducer.ts';
import { useApp } from '../../state/use-app.ts';
import { fixed } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './controls.module.css';
import { HoldButton } from './HoldButton.tsx';

export const ImagingControls = () => {
  const loaded = useApp((s) => isLoaded(s, 'ivus'));
  const recording = useApp(isRecording);
  const idle = useApp(handsOff);
  const pulledBackMm = useApp((s) => s.slow?.imaging.pulledBackMm ?? 0);
  const travelMm = useApp((s) => s.slow?.imaging.travelMm ?? 150);
  const catheter = useApp(catheterOf);
  const slides = rotates(catheter);
  const [wanted, setWanted] = useState(pullbackChoice.speed);
  return (
    <section className={styles.group} aria-labelledby="transducer-heading">
      <div className={styles.head}>
        <h3 id="transducer-heading" className={styles.legend}>
          {devices.transducer}
        </h3>
        <span className={styles.aside}>
          <ActionButton action="flush" look="quiet" size="small" iconOnly>
            <Icon name="syringe" />
          </ActionButton>
        </span>
        <output className={styles.value}>
          {loaded && fixed(pulledBackMm, 1)}
          <span className={styles.unit}> {loaded ? devices.pulledBack : devices.noCatheter}</span>
        </output>
      </div>
      {/* Right is distal, as in the 3D scene: the range runs backwards. */}
      <div className={styles.slide}>
        <HoldButton action="transducer-proximal" label={devices.slideProximal}>
          {devices.proximalShort}
        </HoldButton>
        <RangeField
          label={devices.transducerPosition}
          labelHidden
          value={-pulledBackMm}
          min={-travelMm}
          max={0}
          step={0.5}
          origin={0}
          text={devices.transducerAt(fixed(pulledBackMm, 1), fixed(travelMm))}
          disabled={!loaded || recording || idle || !slides}
          onChange={(value) => slideTransducerTo(-value)}
        />
        <HoldButton action="transducer-distal" label={devices.slideDistal}>
          {devices.distalShort}
        </HoldButton>
      </div>
      <div className={styles.foot}>
        <ActionButton action="pullback" look={recording ? 'danger' : 'plain'} showKey>
          <Icon name={recording ? 'stop' : 'record'} filled />
          {recording ? devices.stopShort : devices.pullbackShort}
        </ActionButton>
        <Segmented
          label={devices.pullbackSpeed}
          options={catheter.pullbackMmS.map((value) => ({ value, label: String(value) }))}
          value={pullbackSpeed(catheter, wanted)}
          compact
          disabled={recording}
          onChange={(value) => {
            pullbackChoice.speed = value;
            setWanted(value);
          }}
        />
      </div>
    </section>
  );
};
