/** @file The longitudinal view: the recorded pullback cut along its length, with cursor, cine and scales. */
import { type PointerEvent, useEffect, useId, useRef } from 'react';
import type { Recording } from '../protocol/recording.ts';
import { cineStore, goLive, nearestIndex } from '../state/cine.ts';
import { live } from '../state/live.ts';
import { shownFrame } from '../state/shown-frame.ts';
import { appStore, setView } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Pane } from '../ui/Pane.tsx';
import { viewer } from '../ui/strings/en/viewer.ts';
import { axisLabels, axisOf, fractionOf, mmAt } from './longitudinal/axis.ts';
import { CineControls } from './longitudinal/CineControls.tsx';
import { CutCanvas } from './longitudinal/CutCanvas.tsx';
import { CutDial } from './longitudinal/CutDial.tsx';
import styles from './longitudinal/Longitudinal.module.css';
import { MarkTicks } from './longitudinal/MarkTicks.tsx';
import { PositionCursor } from './longitudinal/PositionCursor.tsx';
import { useWidth } from './longitudinal/use-width.ts';
import { useSlowValue } from './use-slow-value.ts';

interface Situation {
  readonly recording: Recording | null;
  readonly travelMm: number;
  readonly liveMm: number | null;
  /** Place of the recorded frame shown, or null when live. */
  readonly shownMm: number | null;
}

const same = (a: Situation, b: Situation): boolean =>
  a.recording === b.recording &&
  a.travelMm === b.travelMm &&
  a.liveMm === b.liveMm &&
  a.shownMm === b.shownMm;

const situationNow = (nowMs: number): Situation => {
  const shown = shownFrame(nowMs, appStore.getState().view.reviewMm);
  const imaging = live.snapshot?.imaging;
  return {
    recording: live.recording,
    travelMm: imaging?.travelMm ?? 0,
    liveMm: imaging?.pose ? Math.round(imaging.pulledBackMm * 10) / 10 : null,
    shownMm: shown.mode === 'review' ? shown.pulledBackMm : null,
  };
};

const detailText = (recording: Recording | null, cutClock: number): string => {
  if (!recording || recording.frames.length === 0) return '';
  const { frames } = recording;
  const lengthMm = frames.at(-1)!.pulledBackMm - frames[0]!.pulledBackMm;
  const amount = recording.complete
    ? viewer.recordedLength(lengthMm, frames.length)
    : viewer.recordingProgress(lengthMm);
  return `${viewer.cutAt(viewer.clockFace(cutClock))} · ${amount}`;
};

/** A tick each millimetre above and below the catheter axis, at the left edge. */
const DepthTicks = ({ depthMm }: { readonly depthMm: number }) => {
  const whole = Math.floor(depthMm);
  const places = Array.from({ length: 2 * whole + 1 }, (_, k) => k - whole);
  return places.map((mm) => (
    <span
      key={mm}
      className={styles.depthTick}
      style={{ top: `${50 + (50 * mm) / depthMm}%` }}
      aria-hidden="true"
    />
  ));
};

export const LongitudinalPane = () => {
  const view = useApp((s) => s.view);
  const marks = useApp((s) => s.slow?.procedure.marks);
  const { recording, travelMm, liveMm, shownMm } = useSlowValue(situationNow, same);
  const chart = useRef<HTMLDivElement>(null);
  const width = useWidth(chart);
  const descriptionId = useId();
  const dragging = useRef(false);
  const axis = axisOf(recording, travelMm);
  const filled = recording !== null && recording.frames.length > 0;
  const detail = detailText(recording, view.cutClock);

  // Whoever starts a new pullback wants to see it run, not a frame of the last one.
  const pullbackId = recording?.pullbackId;
  const before = useRef(pullbackId);
  useEffect(() => {
    if (before.current !== undefined && pullbackId !== undefined && before.current !== pullbackId) goLive();
    before.current = pullbackId;
  }, [pullbackId]);

  const reviewAt = (event: PointerEvent<HTMLDivElement>) => {
    if (!recording || recording.frames.length === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const index = nearestIndex(recording.frames, mmAt(axis, (event.clientX - box.left) / box.width));
    cineStore.setState({ run: null });
    setView({ reviewMm: recording.frames[index]!.pulledBackMm });
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    reviewAt(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (dragging.current && event.isPrimary) reviewAt(event);
  };
  const endDrag = () => {
    dragging.current = false;
  };

  return (
    <Pane
      title={viewer.longitudinal}
      detail={detail}
      actions={<CineControls enabled={filled} live={shownMm === null} />}
    >
      <div className={styles.body} data-empty={!filled}>
        <div className={styles.gutter}>
          {filled && (
            <>
              <span className={styles.end}>{viewer.clockFace(view.cutClock)}</span>
              <CutDial cutClock={view.cutClock} mirrored={view.mirrored} />
              <span className={styles.end}>{viewer.clockFace(view.cutClock + 6)}</span>
            </>
          )}
        </div>
        <div
          ref={chart}
          className={styles.chart}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={endDrag}
          onPointerCancel={endDrag}
        >
          <CutCanvas view={view} describedBy={descriptionId} />
          {filled && <DepthTicks depthMm={view.depthMm} />}
          {filled && <MarkTicks axis={axis} recording={recording} marks={marks ?? []} />}
          {filled && liveMm !== null && (
            <div
              className={styles.live}
              style={{ left: `${100 * Math.min(1, Math.max(0, fractionOf(axis, liveMm)))}%` }}
              title={viewer.positionLive}
            />
          )}
          {filled && <PositionCursor axis={axis} recording={recording} shownMm={shownMm} liveMm={liveMm} />}
          {!filled && <p className={styles.empty}>{viewer.noPullback}</p>}
        </div>
        {filled && (
          <>
            <span className={styles.unit} aria-hidden="true">
              {viewer.mmLabel}
            </span>
            <div className={styles.scale} aria-hidden="true">
              {axisLabels(axis, width).map((mm) => (
                <span key={mm} className={styles.label} style={{ left: `${100 * fractionOf(axis, mm)}%` }}>
                  {mm}
                </span>
              ))}
            </div>
          </>
        )}
        {filled && (
          <div className={styles.ends} aria-hidden="true">
            <span>{viewer.distal}</span>
            <span>{viewer.proximal}</span>
          </div>
        )}
        <p id={descriptionId} className={styles.hidden}>
          {filled ? detail : viewer.noPullback}
        </p>
      </div>
    </Pane>
  );
};
