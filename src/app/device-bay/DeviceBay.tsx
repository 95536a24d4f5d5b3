/** @file Everything the hands do, along the bottom: three hubs, the transducer, the C-arm. */
import { useEffect, useRef } from 'react';
import { DEVICE_IDS } from '../../core/mechanics/device.ts';
import type { StepId } from '../../core/procedure/procedure.ts';
import { currentStep } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { BalloonBar } from './BalloonBar.tsx';
import { CArmControls } from './CArmControls.tsx';
import styles from './DeviceBay.module.css';
import { DeviceCard } from './DeviceCard.tsx';
import { FeelStrip } from './FeelStrip.tsx';
import { ImagingControls } from './ImagingControls.tsx';

type Group = 'wire1' | 'ivus' | 'wire2' | 'transducer' | 'c-arm';

/** Order of the groups in the bay. */
const GROUPS: readonly Group[] = [...DEVICE_IDS, 'transducer', 'c-arm'];

/** What each step is done with. */
const GROUP_OF: Readonly<Record<StepId, Group>> = {
  angiogram: 'c-arm',
  'wire1-subintimal': 'wire1',
  'ivus-in': 'ivus',
  pullback: 'transducer',
  'read-image': 'transducer',
  orient: 'c-arm',
  'deliver-wire2': 'wire2',
  'steer-wire2': 'wire2',
  'advance-wire2': 'wire2',
  confirm: 'transducer',
  finish: 'transducer',
};

export const DeviceBay = () => {
  const step = useApp(currentStep);
  const strip = useRef<HTMLDivElement>(null);
  // On a phone the groups lie in a strip: the one that the step needs comes under the thumb.
  useEffect(() => {
    const bay = strip.current;
    const group = bay?.children[GROUPS.indexOf(GROUP_OF[step])];
    if (!bay || !(group instanceof HTMLElement)) return;
    if (bay.scrollWidth <= bay.clientWidth && bay.scrollHeight <= bay.clientHeight) return;
    const left = group.offsetLeft - bay.offsetLeft + (group.offsetWidth - bay.clientWidth) / 2;
    const top = group.offsetTop - bay.offsetTop;
    bay.scrollTo({ left, top, behavior: 'smooth' });
  }, [step]);
  return (
    <section className={styles.region} aria-labelledby="device-bay-heading">
      <h2 id="device-bay-heading" className="visually-hidden">
        {caseScreen.panes.deviceBay}
      </h2>
      <BalloonBar />
      <FeelStrip />
      <div ref={strip} className={styles.bay}>
        {DEVICE_IDS.map((device) => (
          <DeviceCard key={device} device={device} />
        ))}
        <ImagingControls />
        <CArmControls />
      </div>
    </section>
  );
};
