/**
 * @file Everything in the scene, brought up to date from one moment of the session.
 *
 * Without the truth: devices, live frame, course of the vessel. With it: the deformed tissue laid open around the
 * transducer, rebuilt when it changes, at most a few times a second.
 */
import { Group, Vector3 } from 'three';
import type { Anatomy, Interval, Tissue } from '../core/anatomy/tissue.ts';
import { nodeFromTip } from '../core/fluoro/device-tubes.ts';
import { frameAt, toWorld } from '../core/math/curve.ts';
import { addScaled, normalize, type Vec3 } from '../core/math/vec3.ts';
import type { DeviceId } from '../core/mechanics/device.ts';
import type { BalloonPose } from '../core/mechanics/devices/balloon.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { ImagingPose, PolarFrame } from '../core/ultrasound/frame.ts';
import type { ViewSettings } from '../state/view-settings.ts';
import { createCut } from './geometry/cut.ts';
import { lumenSection } from './geometry/lumen-section.ts';
import { createDeviceObject } from './objects/device-object.ts';
import { createDiscObject } from './objects/disc-object.ts';
import { createGhostObject, type GhostObject } from './objects/ghost-object.ts';
import { createArrow, createTransducer } from './objects/marker-objects.ts';
import { createVesselObject, LAYER_IDS, type Layers } from './objects/vessel-object.ts';
import { PALETTE } from './palette.ts';
import { cutFacing } from './viewpoints.ts';

/** What can be switched in the legend; `image` and `labels` without the truth too. */
export const TOGGLE_IDS = ['image', 'labels', ...LAYER_IDS] as const;
export type ToggleId = (typeof TOGGLE_IDS)[number];
export type Toggles = Readonly<Record<ToggleId, boolean>>;
export const ALL_ON: Toggles = {
  image: true,
  labels: true,
  wall: true,
  lumen: true,
  plane: true,
  calcium: true,
  veins: true,
};

/** Half length of the tissue that is built around the transducer, and how far it may slide before it moves, mm. */
const WINDOW_MM = 40;
const WINDOW_SLACK_MM = 12;
/** Tissue that keeps changing is rebuilt at most this often, ms, and never for more than a tenth of the time. */
const REBUILD_MS = 450;
const REST_PER_COST = 9;
/** Bones show from this distance on, mm. */
const BONES_FROM_MM = 260;

export interface Moment {
  readonly snapshot: Snapshot;
  readonly tissue: Tissue;
  readonly frame: PolarFrame | null;
  /** Where the image shown is taken: the transducer, or the place of a recorded frame under review. */
  readonly pose: ImagingPose | null;
  readonly view: ViewSettings;
  readonly toggles: Toggles;
  readonly nowMs: number;
  /** Camera to what it looks at, mm. */
  readonly distanceMm: number;
}

/** The balloon itself, without the shaft behind it, as it lies folded on its wire. */
const foldedPart = ({ world, fromTipMm }: BalloonPose): Float32Array | null => {
  const part = world.subarray(
    3 * nodeFromTip(world, fromTipMm[1]),
    3 * (nodeFromTip(world, fromTipMm[0]) + 1),
  );
  return part.length >= 6 ? part.slice() : null;
};

/** Points worth a label, in the world; null where there is none. */
export type Anchors = Readonly<Record<DeviceId | 'lumen' | 'plane', Vec3 | null>>;

export interface SceneRoot {
  readonly group: Group;
  update(moment: Moment): void;
  /** Width of a pixel at distance 1 mm from the camera, mm. */
  setPixel(mmPerPixelAt1: number): void;
  anchors(): Anchors;
  /** Station and place that the camera follows. */
  focus(): { readonly s: number; readonly at: Vector3 } | null;
  /** True when tissue is out of date and waits for its turn. */
  pending(): boolean;
  triangles(): number;
  dispose(): void;
}

const NOWHERE: Anchors = { wire1: null, ivus: null, wire2: null, lumen: null, plane: null };

export const createSceneRoot = (): SceneRoot => {
  const group = new Group();
  const devices = {
    wire1: createDeviceObject(PALETTE.wire1, 'solid', 2.6),
    ivus: createDeviceObject(PALETTE.ivus, 'double', 5),
    wire2: createDeviceObject(PALETTE.wire2, 'dashed', 2.6),
  };
  const balloon = createDeviceObject(PALETTE.balloon, 'double', 3.4);
  const vessel = createVesselObject();
  const disc = createDiscObject();
  const transducer = createTransducer();
  const arrow = createArrow(PALETTE.lumen);
  for (const device of Object.values(devices)) group.add(device.mesh);
  group.add(balloon.mesh, vessel.group, disc.mesh, transducer.group, arrow.group);

  let ghost: GhostObject | null = null;
  let anatomy: Anatomy | null = null;
  let anchors: Anchors = NOWHERE;
  let focus: { s: number; at: Vector3 } | null = null;
  let built: { version: number; middle: number; nextMs: number } | null = null;
  let waiting = false;

  const meet = (next: Anatomy): void => {
    if (next === anatomy) return;
    anatomy = next;
    built = null;
    if (ghost) {
      group.remove(ghost.group);
      ghost.dispose();
    }
    ghost = createGhostObject(next);
    group.add(ghost.group);
  };

  const rebuild = (tissue: Tissue, s: number, nowMs: number): void => {
    const moved = !built || Math.abs(built.middle - s) > WINDOW_SLACK_MM;
    waiting = moved || built?.version !== tissue.version;
    if (!waiting || (built && nowMs < built.nextMs)) return;
    const middle = moved ? s : built!.middle;
    const { curve, wall } = tissue.anatomy.target;
    const first = Math.max(curve.startMm, wall.startMm);
    const last = Math.min(curve.endMm, wall.startMm + wall.stepMm * (wall.stations - 1));
    const window: Interval = {
      startMm: Math.max(first, Math.min(last - 10, middle - WINDOW_MM)),
      endMm: Math.min(last, middle + WINDOW_MM),
    };
    const startedMs = performance.now();
    vessel.rebuild(tissue, createCut(tissue.anatomy, window, cutFacing(tissue.anatomy, middle)));
    const restMs = Math.max(REBUILD_MS, REST_PER_COST * (performance.now() - startedMs));
    built = { version: tissue.version, middle, nextMs: nowMs + restMs };
    waiting = false;
  };

  const focusOf = ({ snapshot, tissue, pose }: Moment): { s: number; at: Vector3 } => {
    const { target } = tissue.anatomy;
    const wire1 = snapshot.devices.find((d) => d.id === 'wire1' && d.loaded);
    const s = pose ? pose.s : wire1 ? wire1.tip.s : target.occlusion.startMm;
    const p = pose ? toWorld(target.curve, pose) : frameAt(target.curve, s).origin;
    return { s, at: new Vector3(p.x, p.y, p.z) };
  };

  const updateTruth = (moment: Moment, s: number): void => {
    const { tissue, pose } = moment;
    const { target } = tissue.anatomy;
    rebuild(tissue, s, moment.nowMs);
    vessel.show(moment.toggles satisfies Layers);
    const section = lumenSection(target.wall, s);
    const moved = tissue.toDeformed(s, section.x, section.y, { x: section.x, y: section.y });
    const lumen = toWorld(target.curve, { s, x: moved.x, y: moved.y });
    arrow.set(pose ? toWorld(target.curve, pose) : null, lumen);
    const ahead = s + 7;
    const hole = { x: 0, y: 0, radiusMm: 0 };
    const open = tissue.holeAt('plane', ahead, hole);
    const aside = tissue.toDeformed(ahead, 0, 0, { x: 0, y: 0 });
    anchors = {
      ...anchors,
      lumen: moment.toggles.lumen ? toWorld(target.curve, { s: ahead, x: aside.x, y: aside.y }) : null,
      plane: open && moment.toggles.plane ? toWorld(target.curve, { s: ahead, x: hole.x, y: hole.y }) : null,
    };
  };

  return {
    group,
    update: (moment) => {
      const { snapshot, tissue, frame, pose, view, toggles } = moment;
      meet(tissue.anatomy);
      const { target } = tissue.anatomy;
      const tips: Record<DeviceId, Vec3 | null> = { wire1: null, ivus: null, wire2: null };
      for (const { id, loaded, world, radiusMm } of snapshot.devices) {
        const shown = loaded && world.length >= 6;
        devices[id].set(shown ? world : null, radiusMm);
        const k = world.length - 3;
        if (shown) tips[id] = { x: world[k]!, y: world[k + 1]!, z: world[k + 2]! };
      }
      balloon.set(snapshot.balloon.loaded ? foldedPart(snapshot.balloon) : null, snapshot.balloon.radiusMm);
      const at = pose ? toWorld(target.curve, pose) : null;
      anchors = { ...NOWHERE, wire1: tips.wire1, wire2: tips.wire2, ivus: at };
      focus = focusOf(moment);
      const f = frameAt(target.curve, focus.s);
      const axis = pose ? normalize(addScaled(addScaled(f.t, f.n1, pose.dxds), f.n2, pose.dyds)) : f.t;
      transducer.set(at, axis);
      disc.set(target, toggles.image ? pose : null, frame);
      disc.setGrey(view.gainDb, view.dynamicRangeDb, view.depthMm);
      vessel.group.visible = view.truthShown;
      ghost?.showTarget(!view.truthShown);
      ghost?.showBones(moment.distanceMm > BONES_FROM_MM);
      if (view.truthShown) updateTruth(moment, focus.s);
      else {
        arrow.set(null, focus.at);
        waiting = false;
      }
    },
    setPixel: (mm) => {
      for (const device of [...Object.values(devices), balloon]) device.setPixel(mm);
    },
    anchors: () => anchors,
    focus: () => focus,
    pending: () => waiting,
    triangles: () => vessel.triangles(),
    dispose: () => {
      for (const device of [...Object.values(devices), balloon]) device.dispose();
      vessel.dispose();
      disc.dispose();
      transducer.dispose();
      arrow.dispose();
      ghost?.dispose();
      group.clear();
    },
  };
};
