/** @file The IVUS cross-section: picture, scales, marks, measuring and image controls. */
import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { clockOfPsi } from '../core/measure/clock.ts';
import type { PolarPoint } from '../core/measure/length.ts';
import { perform } from '../state/actions/registry.ts';
import { pause } from '../state/cine.ts';
import { disarmMark, placeMark } from '../state/marking.ts';
import { setView } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Pane } from '../ui/Pane.tsx';
import { viewer } from '../ui/strings/en/viewer.ts';
import { ImageControls } from './controls/ImageControls.tsx';
import { PaneButton } from './controls/PaneButton.tsx';
import styles from './cross-section/CrossSection.module.css';
import { CrossSectionCanvas } from './cross-section/CrossSectionCanvas.tsx';
import type { PictureGeometry } from './cross-section/geometry.ts';
import { Readouts } from './cross-section/Readouts.tsx';
import { conventionText, modeText, positionText, rateText } from './cross-section/status.ts';
import { useDepthGestures } from './cross-section/use-depth-gestures.ts';
import { usePicturePointer } from './cross-section/use-picture-pointer.ts';
import { useSquare } from './cross-section/use-square.ts';
import { frameNow, useStatus } from './cross-section/use-status.ts';
import { used } from './keys.ts';
import { CutHandle } from './overlay/CutHandle.tsx';
import { LengthOverlay } from './overlay/LengthOverlay.tsx';
import { MarkCursor, marksNear, PlacedMarks } from './overlay/MarkOverlay.tsx';
import overlay from './overlay/overlay.module.css';
import { ScaleOverlay } from './overlay/ScaleOverlay.tsx';
import { TruthOverlay } from './overlay/TruthOverlay.tsx';

/** A mark belongs to the frame that was seen when it was placed, so playing stops there first. */
const place = (point: PolarPoint): void => {
  pause(performance.now());
  placeMark(clockOfPsi(point.psi), point.rangeMm);
};

export const CrossSectionPane = () => {
  const view = useApp((s) => s.view);
  const pendingMark = useApp((s) => s.pendingMark);
  const marks = useApp((s) => s.slow?.procedure.marks);
  const status = useStatus();
  const stage = useRef<HTMLDivElement>(null);
  const side = useSquare(stage);
  useDepthGestures(stage);
  const descriptionId = useId();
  const { depthMm, mirrored } = view;
  const geometry = useMemo<PictureGeometry>(() => ({ side, depthMm, mirrored }), [side, depthMm, mirrored]);
  const showing = status.mode !== 'waiting';
  const marksHere = marksNear(marks ?? [], status.stationMm);
  const marking = showing ? pendingMark : null;

  const { measuring, length, setLength, toggleMeasuring, handlers } = usePicturePointer({
    geometry,
    showing,
    onMark: marking === null ? null : place,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && measuring) {
      toggleMeasuring();
      used(event);
    } else if (event.key === 'Escape' && pendingMark !== null) {
      disarmMark();
      used(event);
    }
  };

  const prompt =
    marking !== null
      ? viewer.markPrompt(viewer.marks[marking])
      : measuring && length === null
        ? viewer.lengthPrompt
        : null;

  return (
    <Pane
      title={viewer.crossSection}
      actions={
        <>
          <PaneButton
            hint={viewer.mirrorHint}
            pressed={mirrored}
            onPress={() => setView({ mirrored: !mirrored })}
          >
            {viewer.mirror}
          </PaneButton>
          <PaneButton
            hint={viewer.measureHint}
            pressed={measuring}
            disabled={!showing && !measuring}
            onPress={toggleMeasuring}
          >
            {viewer.measure}
          </PaneButton>
          <PaneButton hint={viewer.resetHint} onPress={() => perform('reset-view')}>
            {viewer.reset}
          </PaneButton>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that any control inside leaves unused */}
      <div className={styles.body} onKeyDown={onKeyDown}>
        <div ref={stage} className={styles.stage}>
          <div className={styles.square} style={{ width: side, height: side }}>
            <CrossSectionCanvas
              getFrame={frameNow}
              view={view}
              label={viewer.picture}
              describedBy={descriptionId}
            >
              {side > 0 && (
                <>
                  <svg
                    className={`${overlay.overlay} ${overlay.decoration}`}
                    viewBox={`0 0 ${side} ${side}`}
                    aria-hidden="true"
                  >
                    <ScaleOverlay geometry={geometry} measured={showing} />
                    {view.truthShown && showing && <TruthOverlay geometry={geometry} getFrame={frameNow} />}
                    {showing && <PlacedMarks geometry={geometry} marks={marksHere} />}
                  </svg>
                  {/* biome-ignore lint/a11y/noSvgWithoutTitle: a layer of controls, each with its own name */}
                  <svg
                    className={
                      marking || measuring ? `${overlay.overlay} ${overlay.aiming}` : overlay.overlay
                    }
                    viewBox={`0 0 ${side} ${side}`}
                    {...handlers}
                  >
                    <rect className={overlay.capture} width={side} height={side} />
                    {showing && <CutHandle geometry={geometry} cutClock={view.cutClock} />}
                    {length && <LengthOverlay geometry={geometry} length={length} onChange={setLength} />}
                    {marking && (
                      <MarkCursor key={marking} geometry={geometry} kind={marking} onPlace={place} />
                    )}
                  </svg>
                </>
              )}
            </CrossSectionCanvas>
            {!showing && (
              <p className={styles.empty}>{status.catheterIn ? viewer.emptyFrame : viewer.emptyCatheter}</p>
            )}
          </div>
          <Readouts status={status} view={view} />
          {prompt !== null && (
            <p className={styles.prompt} role="status">
              {prompt}
            </p>
          )}
        </div>
        <p id={descriptionId} className={styles.hidden}>
          {viewer.description(
            modeText(status.mode),
            positionText(status),
            rateText(status),
            conventionText(mirrored),
          )}
          {showing && marksHere.length > 0 && (
            <>
              {' '}
              {viewer.marksHere(
                marksHere.map((mark) => viewer.markAt(viewer.marks[mark.kind], viewer.clock(mark.clock))),
              )}
            </>
          )}
        </p>
        <ImageControls view={view} />
      </div>
    </Pane>
  );
};
