/** @file The fluoroscopy pane: the X-ray picture with its readings, table and field; turns with the C-arm. */
import { useEffect, useRef, useState } from 'react';
import { DEVICE_IDS, type DeviceId } from '../core/mechanics/device.ts';
import { live } from '../state/live.ts';
import { appStore, setView } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Pane } from '../ui/Pane.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { fluoro } from '../ui/strings/en/fluoro.ts';
import { useFrameLoop } from '../ui/use-frame-loop.ts';
import styles from './FluoroscopyPane.module.css';
import { createFluoroModel, type PulseRate } from './fluoro-model.ts';
import { describe, NO_READINGS, type Readings, readingsOf, sameReadings } from './readings.ts';
import { CAP_IDS, type CapId, moveCapMarks, moveTipMarks } from './tip-marks.ts';
import { useTableGestures } from './use-table-gestures.ts';
import { createXrayStage, type XrayStage, type XrayStageState } from './xray-stage.ts';

/** Readings are printed at most this often, ms; the description for screen readers more calmly. */
const READ_MS = 100;
const DESCRIBE_MS = 2000;
const MOST_PIXEL_RATIO = 2;

const PULSE_RATES: readonly { readonly value: PulseRate; readonly label: string }[] = [
  { value: 7.5, label: '7.5' },
  { value: 15, label: '15' },
];

export const FluoroscopyPane = () => {
  const [model] = useState(createFluoroModel);
  const [readings, setReadings] = useState<Readings>(NO_READINGS);
  const [stageState, setStageState] = useState<XrayStageState>('gl');
  const [rate, setRate] = useState<PulseRate>(7.5);
  const [words, setWords] = useState('');
  const roadmapShown = useApp((s) => s.view.roadmapShown);
  const fieldRef = useRef<HTMLDivElement | null>(null);
  const stageRef = useRef<XrayStage | null>(null);
  const tags = useRef<Record<DeviceId, HTMLElement | null>>({ wire1: null, ivus: null, wire2: null });
  const caps = useRef<Record<CapId, HTMLElement | null>>({ proximal: null, distal: null });
  const drawn = useRef({ key: '', readAt: 0, describedAt: 0 });
  useTableGestures(fieldRef, model);

  useEffect(() => {
    const host = fieldRef.current;
    if (!host) return;
    const stage = createXrayStage({ host, lastExposure: model.repeat, onState: setStageState });
    stageRef.current = stage;
    const measure = (): void => {
      const ratio = Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
      stage.resize(Math.round(host.clientWidth * ratio), Math.round(host.clientHeight * ratio));
      drawn.current.key = '';
    };
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    measure();
    return () => {
      observer.disconnect();
      stageRef.current = null;
      stage.dispose();
    };
  }, [model]);

  useFrameLoop((nowMs, dtMs) => {
    const { snapshot, tissue } = live;
    const stage = stageRef.current;
    const { paused, view } = appStore.getState();
    const exposure = model.advance(snapshot, tissue, paused ? 0 : dtMs / 1000);
    if (stage && drawn.current.key !== '' && (!model.heldView || !snapshot)) {
      // Another case, or none: nothing of the last one may stay on the screen.
      stage.clear();
      drawn.current.key = '';
      for (const tag of Object.values({ ...tags.current, ...caps.current }))
        if (tag) tag.style.visibility = 'hidden';
    }
    if (!snapshot || !tissue) {
      setReadings(NO_READINGS);
      return;
    }
    const now = model.view();
    if (!stage || !now) return;
    if (exposure) stage.expose(exposure);
    const overlay = view.roadmapShown ? (model.roadmap(snapshot)?.roadmap ?? null) : null;
    const { centre } = now;
    const key = `${stage.state} ${now.angleDeg} ${now.fieldMm} ${centre.x} ${centre.y} ${centre.z} ${overlay?.strength ?? -1} ${view.coachShown}`;
    if ((exposure || key !== drawn.current.key) && model.heldView) {
      // The held picture keeps its own angle; table and field move it as a whole.
      const shown = { ...now, angleDeg: model.heldView.angleDeg };
      if (stage.show(shown, overlay)) drawn.current.key = key;
      const { clientWidth: width = 0, clientHeight: height = 0 } = fieldRef.current ?? {};
      moveTipMarks(tags.current, snapshot, shown, { width, height });
      const guided = overlay !== null && view.coachShown;
      moveCapMarks(caps.current, guided ? tissue.anatomy : null, shown, { width, height });
    }
    if (nowMs - drawn.current.readAt >= READ_MS) {
      drawn.current.readAt = nowMs;
      const next = readingsOf(snapshot, model, view.roadmapShown);
      setReadings((before) => (sameReadings(before, next) ? before : next));
    }
    if (nowMs - drawn.current.describedAt >= DESCRIBE_MS) {
      drawn.current.describedAt = nowMs;
      setWords(describe(snapshot, tissue.anatomy, model));
    }
  });

  const changeRate = (next: PulseRate): void => {
    setRate(next);
    model.setPulseRate(next);
  };

  return (
    <Pane
      title={fluoro.title}
      detail={readings.turning ? `${readings.angle}, ${readings.turning}` : readings.angle}
      actions={
        <>
          <Button
            look="quiet"
            size="small"
            pressed={roadmapShown}
            disabled={!readings.hasRoadmap}
            title={roadmapShown ? fluoro.roadmapHide : fluoro.roadmapShow}
            onClick={() => setView({ roadmapShown: !roadmapShown })}
          >
            {fluoro.roadmap}
          </Button>
          <Button
            look="quiet"
            size="small"
            pressed={readings.following}
            title={fluoro.followHelp}
            onClick={() => model.follow()}
          >
            {fluoro.follow}
          </Button>
          <Segmented
            compact
            label={fluoro.pulseRate}
            options={PULSE_RATES}
            value={rate}
            onChange={changeRate}
          />
        </>
      }
    >
      <div className={styles.stage}>
        <div
          ref={fieldRef}
          className={styles.field}
          role="img"
          // Focusable so that the keyboard can move the table.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
          tabIndex={0}
          aria-label={words ? `${fluoro.imageName} ${words}` : fluoro.imageName}
        >
          {!readings.dark && (
            <>
              <span className={`${styles.side} ${styles.sideLeft}`} title={fluoro.sidesName}>
                {fluoro.sides.left}
              </span>
              <span className={`${styles.side} ${styles.sideRight}`} title={fluoro.sidesName}>
                {fluoro.sides.right}
              </span>
              <div className={styles.scale} title={fluoro.scaleBarName}>
                {fluoro.scaleBar}
                <div
                  className={styles.bar}
                  style={{ width: `max(4px, ${(100 * readings.barShare).toFixed(2)}cqmin)` }}
                />
              </div>
            </>
          )}
          {CAP_IDS.map((id) => (
            <span
              key={id}
              ref={(element) => {
                caps.current[id] = element;
              }}
              className={styles.cap}
              style={{ visibility: 'hidden' }}
              aria-hidden="true"
            >
              {fluoro.caps[id]}
            </span>
          ))}
          {DEVICE_IDS.map((id) => (
            <span
              key={id}
              ref={(element) => {
                tags.current[id] = element;
              }}
              className={styles.tip}
              data-device={id}
              style={{ visibility: 'hidden' }}
              aria-hidden="true"
            >
              {fluoro.tips[id]}
            </span>
          ))}
        </div>
        <div className={`${styles.readings} ${styles.topLeft}`}>
          <span className={styles.angle}>{readings.angle}</span>
          {readings.turning && <span className={styles.flag}>{readings.turning}</span>}
          {readings.state && (
            <span className={`${styles.state} ${readings.exposing ? styles.on : ''}`}>
              <span className={styles.lamp} aria-hidden="true" />
              {readings.state}
            </span>
          )}
        </div>
        <div className={`${styles.readings} ${styles.bottomLeft}`}>
          {readings.roadmap && (
            <span className={readings.roadmapFits ? undefined : styles.flag}>{readings.roadmap}</span>
          )}
          <span>{readings.field}</span>
          <span>{fluoro.pulses(String(rate))}</span>
        </div>
        <div className={styles.controls}>
          <div className={styles.zoom}>
            <Button
              size="small"
              aria-label={fluoro.widen}
              title={fluoro.widen}
              onClick={() => model.zoomStep(-1)}
            >
              −
            </Button>
            <Button
              size="small"
              aria-label={fluoro.magnify}
              title={fluoro.magnify}
              onClick={() => model.zoomStep(1)}
            >
              +
            </Button>
          </div>
        </div>
        {readings.dark && stageState !== 'lost' && <p className={styles.message}>{fluoro.dark}</p>}
        {stageState === 'lost' && <p className={styles.message}>{fluoro.lost}</p>}
        {stageState === 'flat' && !readings.dark && <p className={styles.note}>{fluoro.flat}</p>}
      </div>
    </Pane>
  );
};
