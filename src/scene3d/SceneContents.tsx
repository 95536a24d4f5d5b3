/** @file What lives inside the canvas: builds the scene once, updates it from `live`, never through React. */
import { useFrame, useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Snapshot } from '../core/session/snapshot.ts';
import { live } from '../state/live.ts';
import { shownFrame } from '../state/shown-frame.ts';
import { appStore } from '../state/store.ts';
import { useFrameLoop } from '../ui/use-frame-loop.ts';
import { type CameraRig, createCameraRig, FIELD_OF_VIEW_DEG, type Preset } from './camera-rig.ts';
import { type LabelElements, moveSceneLabels } from './scene-labels.ts';
import { createSceneRoot, type Toggles } from './scene-root.ts';
import { viewpoint } from './viewpoints.ts';

export interface SceneControls {
  goTo(preset: Preset): void;
  key(name: string): boolean;
  /** Draws again soon, as after a change of layers. */
  touch(): void;
  triangles(): number;
}

/** What the scene shows of a snapshot, so that a leg at rest is not drawn again sixty times a second. */
const shownKey = (snapshot: Snapshot | null): string => {
  if (!snapshot) return '';
  const devices = snapshot.devices.map(({ loaded, insertionMm, tipRollRad, tip }) =>
    [loaded, ...[insertionMm, tipRollRad, tip.s, tip.x, tip.y].map((n) => n.toFixed(3))].join(' '),
  );
  const { balloon } = snapshot;
  return `${balloon.loaded ? balloon.insertionMm.toFixed(3) : ''} ${snapshot.editsVersion} ${snapshot.imaging.pulledBackMm.toFixed(2)} ${devices.join(' ')}`;
};

interface SceneContentsProps {
  readonly toggles: RefObject<Toggles>;
  readonly labels: LabelElements;
  readonly preset: Preset;
  /** Shortest time between two pictures, ms: the scene must not slow the live frames. */
  readonly drawMs: number;
  readonly controlsRef: RefObject<SceneControls | null>;
}

export const SceneContents = ({ toggles, labels, preset, drawMs, controlsRef }: SceneContentsProps) => {
  const camera = useThree((s) => s.camera) as PerspectiveCamera;
  const element = useThree((s) => s.gl.domElement);
  const size = useThree((s) => s.size);
  const invalidate = useThree((s) => s.invalidate);
  const [root] = useState(createSceneRoot);
  const rig = useRef<CameraRig | null>(null);
  const state = useRef({
    dirty: true,
    drawnAt: 0,
    preset,
    placed: false,
    truth: false,
    snapshot: live.snapshot,
    shown: '',
    tissue: live.tissue,
    frame: live.shown,
    view: appStore.getState().view,
  });
  state.current.preset = preset;

  useEffect(() => {
    const made = createCameraRig(camera, element);
    const now = state.current;
    made.onChange(() => {
      now.dirty = true;
    });
    rig.current = made;
    now.placed = false;
    controlsRef.current = {
      goTo: (next) => {
        const focus = root.focus();
        const anatomy = live.tissue?.anatomy;
        if (!focus || !anatomy) return;
        made.goTo(viewpoint(next, anatomy, focus.s, focus.at, appStore.getState().view.truthShown), false);
      },
      key: made.key,
      touch: () => {
        now.dirty = true;
      },
      triangles: root.triangles,
    };
    return () => {
      controlsRef.current = null;
      rig.current = null;
      made.dispose();
    };
  }, [camera, element, root, controlsRef]);

  useEffect(() => () => root.dispose(), [root]);

  useEffect(() => {
    // How wide a pixel is 1 mm in front of the camera: keeps thin wires visible from afar.
    root.setPixel((2 * Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360)) / Math.max(1, size.height));
    state.current.dirty = true;
  }, [root, size]);

  useFrameLoop((nowMs) => {
    const now = state.current;
    const { view } = appStore.getState();
    const { frame } = shownFrame(nowMs, view.reviewMm);
    if (live.snapshot !== now.snapshot) {
      now.snapshot = live.snapshot;
      const shown = shownKey(live.snapshot);
      if (shown !== now.shown) now.dirty = true;
      now.shown = shown;
    }
    if (live.tissue !== now.tissue || frame !== now.frame || view !== now.view) now.dirty = true;
    if (!now.dirty || nowMs - now.drawnAt < drawMs) return;
    now.tissue = live.tissue;
    now.frame = frame;
    now.view = view;
    now.dirty = false;
    now.drawnAt = nowMs;
    invalidate();
  });

  useFrame((_, dtS) => {
    const { snapshot, tissue } = live;
    const now = state.current;
    if (!snapshot || !tissue || !rig.current) return;
    const { view } = appStore.getState();
    // A recorded frame under review stands where it was taken; the live one where the transducer is now.
    const { mode, frame } = shownFrame(performance.now(), view.reviewMm);
    const pose = mode === 'review' && frame ? frame.pose : snapshot.imaging.pose;
    root.update({
      snapshot,
      tissue,
      frame,
      pose,
      view,
      toggles: toggles.current,
      nowMs: performance.now(),
      distanceMm: rig.current.distance(),
    });
    const focus = root.focus();
    if (focus) {
      // Showing the truth turns the working view to the opened side; that is a new place to look from.
      if (!now.placed || (now.truth !== view.truthShown && now.preset === 'follow')) {
        rig.current.goTo(
          viewpoint(now.preset, tissue.anatomy, focus.s, focus.at, view.truthShown),
          !now.placed,
        );
        now.placed = true;
      } else if (now.preset !== 'overview') rig.current.carry(focus.at);
      now.truth = view.truthShown;
    }
    const flying = rig.current.step(Math.min(0.1, dtS));
    if (flying || root.pending()) now.dirty = true;
    camera.updateMatrixWorld();
    moveSceneLabels(labels, root.anchors(), camera, size, toggles.current.labels);
  });

  return <primitive object={root.group} />;
};
