/** @file The tags over the picture, moved without React: at each tip, and where the angiogram showed the caps. */
import type { Anatomy } from '../core/anatomy/tissue.ts';
import { projectPoint } from '../core/fluoro/c-arm.ts';
import { frameAt } from '../core/math/curve.ts';
import type { Vec3 } from '../core/math/vec3.ts';
import { DEVICE_IDS, type DeviceId } from '../core/mechanics/device.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { tipOf, visibleDevice } from './interest.ts';
import { placeLabels } from './tip-labels.ts';
import { fieldOf, type PictureSize, type XrayView } from './xray-view.ts';

const TAG = { width: 28, height: 20, offset: 14 } as const;

/** Where a world point lies in the picture, px from its top left. */
const placeOf = (point: Vec3, view: XrayView, size: PictureSize): { x: number; y: number } => {
  const { u, v } = projectPoint(view, point);
  const field = fieldOf(view.fieldMm, size);
  return { x: size.width * (0.5 + u / field.width), y: size.height * (0.5 + v / field.height) };
};

/** Puts each device's tag beside its tip as the held picture shows it, or hides it. */
export const moveTipMarks = (
  tags: Readonly<Record<DeviceId, HTMLElement | null>>,
  snapshot: Snapshot,
  view: XrayView,
  size: PictureSize,
): void => {
  const points = DEVICE_IDS.flatMap((id) => {
    const pose = visibleDevice(snapshot, id);
    if (!pose) return [];
    return [{ id, ...placeOf(tipOf(pose), view, size) }];
  });
  const placed = placeLabels(points, { ...TAG, picture: size });
  for (const id of DEVICE_IDS) {
    const tag = tags[id];
    if (!tag) continue;
    const place = placed.find((p) => p.id === id);
    tag.style.visibility = place ? 'visible' : 'hidden';
    if (place) tag.style.transform = `translate(${place.left.toFixed(1)}px, ${place.top.toFixed(1)}px)`;
  }
};

export const CAP_IDS = ['proximal', 'distal'] as const;
export type CapId = (typeof CAP_IDS)[number];

/** Points at the two ends of the occlusion, once an angiogram has shown them; null hides both. */
export const moveCapMarks = (
  marks: Readonly<Record<CapId, HTMLElement | null>>,
  anatomy: Anatomy | null,
  view: XrayView,
  size: PictureSize,
): void => {
  for (const id of CAP_IDS) {
    const mark = marks[id];
    if (!mark) continue;
    const { curve, occlusion } = anatomy?.target ?? {};
    const at =
      curve && occlusion
        ? placeOf(frameAt(curve, id === 'proximal' ? occlusion.startMm : occlusion.endMm).origin, view, size)
        : null;
    const inside = at && at.x > 0 && at.y > 0 && at.x < size.width && at.y < size.height;
    mark.style.visibility = inside ? 'visible' : 'hidden';
    // The arrow's point is the mark's right end.
    if (inside) {
      mark.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px) translate(-100%, -50%)`;
    }
  }
};
