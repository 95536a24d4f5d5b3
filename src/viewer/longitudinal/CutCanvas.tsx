/** @file The longitudinal picture itself, drawn when the recording, the cut or the display settings change. */
import { useRef } from 'react';
import { live } from '../../state/live.ts';
import type { ViewSettings } from '../../state/view-settings.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import { useStage } from '../gl/use-stage.ts';
import { axisOf } from './axis.ts';
import { createCpuCut, createGlCut, sameCut } from './cut-picture.ts';
import { createLongitudinalFeed } from './feed.ts';
import styles from './Longitudinal.module.css';

interface CutCanvasProps {
  readonly view: ViewSettings;
  readonly describedBy: string;
}

export const CutCanvas = ({ view, describedBy }: CutCanvasProps) => {
  const { hostRef, stageRef, state } = useStage({
    createGl: createGlCut,
    createCpu: createCpuCut,
    same: sameCut,
  });
  const feed = useRef(createLongitudinalFeed());
  useFrameLoop(() => {
    const axis = axisOf(live.recording, live.snapshot?.imaging.travelMm ?? 0);
    stageRef.current?.draw({
      image: feed.current.sync(live.recording, view.cutClock, view.depthMm),
      ...axis,
      grey: { gainDb: view.gainDb, dynamicRangeDb: view.dynamicRangeDb, gamma: 1 },
    });
  });
  return (
    <>
      <div
        ref={hostRef}
        className={styles.canvas}
        role="img"
        aria-label={viewer.longitudinal}
        aria-describedby={describedBy}
      />
      {state !== 'gl' && (
        <p className={styles.message} role="status">
          {state === 'lost' ? viewer.contextLost : viewer.noWebgl}
        </p>
      )}
    </>
  );
};
