/** @file The text in the corners of the picture, as consoles print it. */
import type { ViewSettings } from '../../state/view-settings.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { TruthKey } from '../overlay/TruthOverlay.tsx';
import styles from './CrossSection.module.css';
import { conventionText, modeText, rateText, type Status } from './status.ts';

interface ReadoutsProps {
  readonly status: Status;
  readonly view: ViewSettings;
}

export const Readouts = ({ status, view }: ReadoutsProps) => (
  <div className={styles.readouts} aria-hidden="true">
    <div className={styles.topLeft}>
      <span className={styles.badge} data-mode={status.mode}>
        {modeText(status.mode)}
      </span>
      {status.pulledBackMm !== null && (
        <span>
          <span className={styles.position}>{viewer.positionMm(status.pulledBackMm)}</span>
          <br />
          {viewer.pulledBack}
        </span>
      )}
    </div>
    <div className={styles.topRight}>
      <span>{viewer.frequency(status.frequencyMHz)}</span>
      <span>{viewer.depth(view.depthMm)}</span>
      <span className={styles.secondary}>{viewer.gainText(view.gainDb)}</span>
      <span className={styles.secondary}>{viewer.rangeText(view.dynamicRangeDb)}</span>
      {status.framesPerSecond !== null && <span className={styles.secondary}>{rateText(status)}</span>}
    </div>
    <div className={view.mirrored ? `${styles.bottomLeft} ${styles.mirrored}` : styles.bottomLeft}>
      {conventionText(view.mirrored)}
    </div>
    <div className={styles.bottomRight}>
      {view.truthShown && status.mode !== 'waiting' && <TruthKey />}
      {status.mode !== 'waiting' && <span>{viewer.tick}</span>}
    </div>
  </div>
);
