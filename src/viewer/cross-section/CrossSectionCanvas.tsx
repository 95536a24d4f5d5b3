/** @file The bare IVUS picture: give it a source of frames and display settings, it fills its place. */
import type { ReactNode } from 'react';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import { useStage } from '../gl/use-stage.ts';
import styles from './CrossSectionCanvas.module.css';
import { createCpuScan, createGlScan, sameScan } from './scan-picture.ts';

/** The part of the view settings that the picture itself depends on. */
export interface CrossSectionView {
  readonly gainDb: number;
  readonly dynamicRangeDb: number;
  readonly depthMm: number;
  readonly mirrored: boolean;
}

interface CrossSectionCanvasProps {
  /** Asked on every screen frame; the picture is drawn again only when the answer or the view has changed. */
  readonly getFrame: () => PolarFrame | null;
  readonly view: CrossSectionView;
  /** Accessible name of the picture; without it the picture is decoration. */
  readonly label?: string;
  /** Id of an element that describes the picture in words. */
  readonly describedBy?: string;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

export const CrossSectionCanvas = ({
  getFrame,
  view,
  label,
  describedBy,
  children,
}: CrossSectionCanvasProps) => {
  const { hostRef, stageRef, state } = useStage({
    createGl: createGlScan,
    createCpu: createCpuScan,
    same: sameScan,
  });
  useFrameLoop(() => {
    const { gainDb, dynamicRangeDb, depthMm, mirrored } = view;
    stageRef.current?.draw({
      frame: getFrame(),
      view: { gainDb, dynamicRangeDb, depthMm, mirrored, rotationRad: 0, gamma: 1 },
    });
  });
  return (
    <div className={styles.host}>
      <div
        ref={hostRef}
        className={styles.picture}
        {...(label === undefined
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': label, 'aria-describedby': describedBy })}
      />
      {children}
      {state !== 'gl' && (
        <p className={state === 'lost' ? styles.lost : styles.note} role="status">
          {state === 'lost' ? viewer.contextLost : viewer.noWebgl}
        </p>
      )}
    </div>
  );
};
