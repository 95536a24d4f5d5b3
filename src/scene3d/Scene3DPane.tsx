/** @file The 3D scene pane: devices and live frame in space; the laid-open vessel when the truth is shown. */
import { Canvas } from '@react-three/fiber';
import { useEffect, useId, useRef, useState } from 'react';
import { DEVICE_IDS } from '../core/mechanics/device.ts';
import { live } from '../state/live.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Pane } from '../ui/Pane.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { devices } from '../ui/strings/en/devices.ts';
import { scene } from '../ui/strings/en/scene.ts';
import { FIELD_OF_VIEW_DEG, PRESETS, type Preset } from './camera-rig.ts';
import { probeGraphics } from './graphics.ts';
import styles from './Scene3DPane.module.css';
import { SceneContents, type SceneControls } from './SceneContents.tsx';
import { SceneLegend } from './SceneLegend.tsx';
import { LABEL_IDS, type LabelElements } from './scene-labels.ts';
import { ALL_ON, type ToggleId, type Toggles } from './scene-root.ts';

const CAMERA = {
  fov: FIELD_OF_VIEW_DEG,
  near: 0.5,
  far: 4000,
  position: [-60, 25, 0] as [number, number, number],
};
const MOST_PIXEL_RATIO = 1.5;

/** A processor draws every pixel itself: no smoothing, and no more pixels than there are. */
const QUALITY = {
  hardware: {
    drawMs: 32,
    gl: { antialias: true, alpha: true, powerPreference: 'high-performance' },
    dpr: [1, MOST_PIXEL_RATIO],
  },
  software: { drawMs: 90, gl: { antialias: false, alpha: true }, dpr: 1 },
} as const;

export const Scene3DPane = () => {
  const [graphics] = useState(probeGraphics);
  const available = graphics !== 'none';
  const quality = QUALITY[graphics === 'software' ? 'software' : 'hardware'];
  const [preset, setPreset] = useState<Preset>('follow');
  const [legendShown, setLegendShown] = useState(false);
  const [toggles, setToggles] = useState<Toggles>(ALL_ON);
  const [lost, setLost] = useState(false);
  const truthShown = useApp((s) => s.view.truthShown);
  const running = useApp((s) => s.slow !== null);
  const described = useDescription(truthShown);
  const togglesRef = useRef(toggles);
  const controlsRef = useRef<SceneControls | null>(null);
  const [labels] = useState<LabelElements>(() => ({ label: {}, leader: {} }));
  const legendId = useId();

  const toggle = (id: ToggleId): void => {
    const next = { ...toggles, [id]: !toggles[id] };
    togglesRef.current = next;
    setToggles(next);
    controlsRef.current?.touch();
  };

  return (
    <Pane
      title={scene.title}
      detail={truthShown ? scene.withTruth : scene.withoutTruth}
      actions={
        available && (
          <>
            <Segmented
              compact
              label={scene.presetsName}
              options={PRESETS.map((value) => ({ value, label: scene.presets[value] }))}
              value={preset}
              onChange={(next) => {
                setPreset(next);
                controlsRef.current?.goTo(next);
              }}
            />
            <Button
              look="quiet"
              size="small"
              pressed={legendShown}
              aria-expanded={legendShown}
              aria-controls={legendId}
              onClick={() => setLegendShown(!legendShown)}
            >
              {scene.legend}
            </Button>
          </>
        )
      }
    >
      <div className={styles.stage}>
        {available ? (
          <div
            className={styles.view}
            role="img"
            aria-label={`${scene.canvasName} ${described}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard turns the scene from here
            tabIndex={0}
            onKeyDown={(event) => {
              // Plain arrows drive the selected device; with Alt they belong to the camera while the scene has focus.
              const arrow = event.key.startsWith('Arrow');
              if (arrow && !event.altKey) return;
              if (!controlsRef.current?.key(event.key)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            <Canvas
              frameloop="demand"
              camera={CAMERA}
              gl={quality.gl}
              dpr={quality.dpr === 1 ? 1 : [...quality.dpr]}
              aria-hidden="true"
              onCreated={({ gl, invalidate }) => {
                gl.domElement.addEventListener('webglcontextlost', () => setLost(true));
                gl.domElement.addEventListener('webglcontextrestored', () => {
                  setLost(false);
                  invalidate();
                });
              }}
            >
              <SceneContents
                toggles={togglesRef}
                labels={labels}
                preset={preset}
                drawMs={quality.drawMs}
                controlsRef={controlsRef}
              />
            </Canvas>
          </div>
        ) : (
          <p className={styles.message}>{scene.noWebGl}</p>
        )}
        {available && (
          <>
            <div className={styles.labels} aria-hidden="true">
              <svg className={styles.leaders} aria-hidden="true">
                {LABEL_IDS.map((id) => (
                  <line
                    key={id}
                    ref={(line) => {
                      labels.leader[id] = line;
                    }}
                    style={{ visibility: 'hidden' }}
                  />
                ))}
              </svg>
              {LABEL_IDS.map((id) => (
                <span
                  key={id}
                  ref={(element) => {
                    labels.label[id] = element;
                  }}
                  className={styles.label}
                  data-id={id}
                  style={{ visibility: 'hidden' }}
                >
                  {scene.labels[id]}
                </span>
              ))}
            </div>
            {legendShown ? (
              <SceneLegend id={legendId} toggles={toggles} truthShown={truthShown} onToggle={toggle} />
            ) : null}
            {preset === 'follow' && <span className={styles.hint}>{scene.side}</span>}
            {lost && <p className={styles.message}>{scene.lost}</p>}
            {!running && !lost && <p className={styles.message}>{scene.waiting}</p>}
          </>
        )}
      </div>
    </Pane>
  );
};

/** Words for those who cannot see the scene, renewed calmly. */
const useDescription = (truthShown: boolean): string => {
  const [text, setText] = useState('');
  useEffect(() => {
    const write = (): void => {
      const { snapshot } = live;
      const parts: string[] = [truthShown ? scene.describeTruth : scene.describeGhost];
      for (const id of DEVICE_IDS) {
        const pose = snapshot?.devices.find((d) => d.id === id && d.loaded);
        if (pose) parts.push(scene.describeDevice(devices.names[id], pose.insertionMm.toFixed(0)));
      }
      if (snapshot?.imaging.pose) parts.push(scene.describeTransducer);
      setText(scene.described(parts));
    };
    write();
    const timer = setInterval(write, 2000);
    return () => clearInterval(timer);
  }, [truthShown]);
  return text;
};
