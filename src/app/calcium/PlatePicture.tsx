/** @file One of the two images, square, with its scale, the direction of the A-line and whatever is drawn over it. */
import { type PointerEvent, type ReactNode, useMemo, useRef } from 'react';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { Pane } from '../../ui/Pane.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import { CrossSectionCanvas } from '../../viewer/cross-section/CrossSectionCanvas.tsx';
import type { PictureGeometry } from '../../viewer/cross-section/geometry.ts';
import { useSquare } from '../../viewer/cross-section/use-square.ts';
import overlay from '../../viewer/overlay/overlay.module.css';
import { ScaleOverlay } from '../../viewer/overlay/ScaleOverlay.tsx';
import { useDrag } from '../../viewer/overlay/use-drag.ts';
import styles from './calcium.module.css';
import { DEPTH_MM, DYNAMIC_RANGE_DB } from './imaging.ts';
import { degreesUnder } from './LineHandle.tsx';

interface PlatePictureProps {
  readonly title: string;
  readonly label: string;
  readonly frame: PolarFrame | null;
  readonly gainDb: number;
  readonly frequencyMHz: number;
  /** In place of the picture while there is none. */
  readonly message: ReactNode;
  /** At the end of the heading, where there is room. */
  readonly hint?: string;
  readonly onLine: (deg: number) => void;
  /** Drawn over the image, in the picture's pixels. */
  readonly children: (geometry: PictureGeometry) => ReactNode;
}

export const PlatePicture = (props: PlatePictureProps) => {
  const { title, label, frame, gainDb, frequencyMHz, message, hint, onLine, children } = props;
  const stage = useRef<HTMLDivElement>(null);
  const side = useSquare(stage);
  const geometry = useMemo<PictureGeometry>(() => ({ side, depthMm: DEPTH_MM, mirrored: false }), [side]);
  const view = useMemo(
    () => ({ gainDb, dynamicRangeDb: DYNAMIC_RANGE_DB, depthMm: DEPTH_MM, mirrored: false }),
    [gainDb],
  );
  const drag = useDrag((event: PointerEvent<Element>) => onLine(degreesUnder(geometry, event)));
  return (
    <Pane
      title={title}
      actions={hint && <span className={styles.hint}>{hint}</span>}
      detail={`${words.frequency(frequencyMHz)} · ${words.gainReadout(gainDb)} · ${words.ticks}`}
    >
      <div ref={stage} className={styles.stage}>
        <div className={styles.square} style={{ width: side, height: side }}>
          <CrossSectionCanvas getFrame={() => frame} view={view} label={label}>
            {side > 0 && (
              // biome-ignore lint/a11y/noSvgWithoutTitle: a layer of controls, each with its own name
              <svg
                className={`${overlay.overlay} ${overlay.aiming}`}
                viewBox={`0 0 ${side} ${side}`}
                {...(frame ? drag : {})}
              >
                <rect className={overlay.capture} width={side} height={side} />
                <ScaleOverlay geometry={geometry} measured={frame !== null} />
                {frame && children(geometry)}
              </svg>
            )}
          </CrossSectionCanvas>
          {!frame && <div className={styles.message}>{message}</div>}
        </div>
      </div>
    </Pane>
  );
};
