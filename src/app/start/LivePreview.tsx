/** @file A live IVUS frame of the flagship, drifting slowly along the vessel: the real synthesis, not a film. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseFile } from '../../core/cases/schema.ts';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { createPreview } from '../../engine/engine.ts';
import { prefersReducedMotion } from '../../platform/capability.ts';
import { DEFAULT_VIEW } from '../../state/view-settings.ts';
import { fixed } from '../../ui/format.ts';
import { start } from '../../ui/strings/en/start.ts';
import { CrossSectionCanvas } from '../../viewer/cross-section/CrossSectionCanvas.tsx';
import styles from './LivePreview.module.css';

/** mm/s: slow enough to read while reading the page. */
const DRIFT = 1.2;
/** The stretch to drift through, mm from the distal cap: plaque and plane, then the open lumen beyond. */
const FROM_CAP = { from: -26, to: 22 };
/** A still picture is taken here, where lumen and plane lie side by side. */
const STILL_FROM_CAP = 8;
/** At most so many frames a second: decoration should not heat a laptop. */
const FRAME_GAP_MS = 80;
const VIEW = { ...DEFAULT_VIEW, depthMm: 3.4 };
const ROLL_RAD = 0.6;

/** There and back between the ends with time, ms. */
const stationAt = (capMm: number, elapsedMs: number): number => {
  const length = FROM_CAP.to - FROM_CAP.from;
  const along = (STILL_FROM_CAP - FROM_CAP.from + (elapsedMs / 1000) * DRIFT) % (2 * length);
  return capMm + FROM_CAP.from + (along < length ? along : 2 * length - along);
};

export const LivePreview = ({ caseFile }: { readonly caseFile: CaseFile }) => {
  const frame = useRef<PolarFrame | null>(null);
  const caption = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'waiting' | 'live' | 'failed'>('waiting');
  const getFrame = useCallback(() => frame.current, []);

  useEffect(() => {
    const preview = createPreview(caseFile);
    const capMm = caseFile.anatomy.occlusion.endMm;
    const still = prefersReducedMotion();
    let ended = false;
    let elapsedMs = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const next = async (): Promise<void> => {
      const startedMs = performance.now();
      if (!document.hidden) {
        const s = stationAt(capMm, elapsedMs);
        const shot = await preview.frameAt(s, ROLL_RAD);
        if (ended) return;
        if (!shot) {
          if (!frame.current) setState('failed');
          return;
        }
        frame.current = shot;
        if (caption.current) caption.current.textContent = start.previewStation(fixed(s));
        setState('live');
        if (still) return;
      }
      const tookMs = performance.now() - startedMs;
      const gapMs = document.hidden ? 500 : Math.max(FRAME_GAP_MS, 2 * tookMs);
      timer = setTimeout(() => void next(), gapMs - tookMs);
      if (!document.hidden) elapsedMs += Math.min(gapMs, 400);
    };
    void next();
    return () => {
      ended = true;
      clearTimeout(timer);
      preview.dispose();
    };
  }, [caseFile]);

  return (
    <figure className={styles.figure}>
      <div className={styles.disc}>
        <CrossSectionCanvas getFrame={getFrame} view={VIEW} label={start.previewName} />
        {state !== 'live' && (
          <p className={styles.note} role="status">
            {state === 'waiting' ? start.previewWaiting : start.previewFailed}
          </p>
        )}
      </div>
      <figcaption className={styles.caption}>
        <span ref={caption} className={styles.station} />
        <span>{start.previewCaption}</span>
      </figcaption>
    </figure>
  );
};
