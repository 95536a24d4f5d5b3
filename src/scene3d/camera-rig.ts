/** @file The camera: three presets, orbit and zoom by hand, and a target that travels with the transducer. */
import type { PerspectiveCamera, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';

export const PRESETS = ['follow', 'along', 'overview'] as const;
export type Preset = (typeof PRESETS)[number];

/** Where a preset looks from: a point, a direction towards the camera, and the length to frame, mm. */
export interface Viewpoint {
  readonly target: Vector3;
  readonly direction: Vector3;
  readonly frameMm: number;
}

export const FIELD_OF_VIEW_DEG = 28;
/** Time constant of a preset's flight, s. */
const FLIGHT_S = 0.22;
const NEAREST_MM = 3;
const FARTHEST_MM = 2200;
/** A key press turns or zooms this much. */
const KEY_TURN = 0.12;
const KEY_ZOOM = 1.15;

const KEY_MOVES: Readonly<
  Record<string, { readonly azimuth?: number; readonly polar?: number; readonly zoom?: number }>
> = {
  ArrowLeft: { azimuth: -KEY_TURN },
  ArrowRight: { azimuth: KEY_TURN },
  ArrowUp: { polar: -KEY_TURN },
  ArrowDown: { polar: KEY_TURN },
  '+': { zoom: 1 / KEY_ZOOM },
  '=': { zoom: 1 / KEY_ZOOM },
  '-': { zoom: KEY_ZOOM },
};

export interface CameraRig {
  /** Flies to a viewpoint; at once when `jump`. */
  goTo(view: Viewpoint, jump: boolean): void;
  /** Moves target and camera together, as the transducer slides. */
  carry(to: Vector3): void;
  /** One step of flight and damping; true while still moving. */
  step(dtS: number): boolean;
  /** Camera to target, mm. */
  distance(): number;
  orbit(azimuth: number, polar: number): void;
  zoom(factor: number): void;
  /** Keyboard: arrows turn, + and - zoom. True when the key was used. */
  key(name: string): boolean;
  onChange(listener: () => void): void;
  dispose(): void;
}

export const createCameraRig = (camera: PerspectiveCamera, element: HTMLElement): CameraRig => {
  const controls = new OrbitControls(camera, element);
  controls.enableDamping = false;
  controls.minDistance = NEAREST_MM;
  controls.maxDistance = FARTHEST_MM;
  controls.zoomSpeed = 0.8;
  camera.up.set(0, 1, 0);
  let flight: { target: Vector3; position: Vector3 } | null = null;
  let carried: Vector3 | null = null;
  controls.addEventListener('start', () => {
    flight = null;
  });
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  controls.addEventListener('change', changed);

  const place = (view: Viewpoint): { target: Vector3; position: Vector3 } => {
    const half = Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360);
    // The framed length runs across the picture, or up it where that is shorter.
    const width = Math.max(0.4, Math.min(2.2, camera.aspect));
    const distance = view.frameMm / 2 / (half * width);
    return {
      target: view.target.clone(),
      position: view.target.clone().addScaledVector(view.direction.clone().normalize(), distance),
    };
  };

  const orbit = (azimuth: number, polar: number): void => {
    flight = null;
    const offset = camera.position.clone().sub(controls.target);
    const radius = offset.length();
    const theta = Math.atan2(offset.x, offset.z) + azimuth;
    const phi = Math.min(Math.PI - 0.03, Math.max(0.03, Math.acos(offset.y / radius) + polar));
    camera.position
      .set(
        radius * Math.sin(phi) * Math.sin(theta),
        radius * Math.cos(phi),
        radius * Math.sin(phi) * Math.cos(theta),
      )
      .add(controls.target);
    controls.update();
    changed();
  };
  const zoom = (factor: number): void => {
    flight = null;
    const offset = camera.position.clone().sub(controls.target);
    offset.setLength(Math.min(FARTHEST_MM, Math.max(NEAREST_MM, offset.length() * factor)));
    camera.position.copy(controls.target).add(offset);
    controls.update();
    changed();
  };

  return {
    goTo: (view, jump) => {
      const end = place(view);
      carried = view.target.clone();
      if (jump) {
        flight = null;
        controls.target.copy(end.target);
        camera.position.copy(end.position);
        controls.update();
      } else flight = end;
      changed();
    },
    carry: (to) => {
      if (!carried) {
        carried = to.clone();
        return;
      }
      const delta = to.clone().sub(carried);
      if (delta.lengthSq() < 1e-6) return;
      carried.copy(to);
      if (flight) {
        flight.target.add(delta);
        flight.position.add(delta);
      } else {
        controls.target.add(delta);
        camera.position.add(delta);
        controls.update();
      }
    },
    step: (dtS) => {
      if (!flight) return false;
      const k = 1 - Math.exp(-dtS / FLIGHT_S);
      controls.target.lerp(flight.target, k);
      camera.position.lerp(flight.position, k);
      if (camera.position.distanceTo(flight.position) < 0.02) {
        controls.target.copy(flight.target);
        camera.position.copy(flight.position);
        flight = null;
      }
      controls.update();
      return true;
    },
    distance: () => camera.position.distanceTo(controls.target),
    orbit,
    zoom,
    key: (name) => {
      const move = KEY_MOVES[name];
      if (!move) return false;
      if (move.zoom) zoom(move.zoom);
      else orbit(move.azimuth ?? 0, move.polar ?? 0);
      return true;
    },
    onChange: (listener) => {
      listeners.add(listener);
    },
    dispose: () => {
      listeners.clear();
      controls.dispose();
    },
  };
};
