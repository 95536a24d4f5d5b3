/** @file The small coloured tags at the tips, moved over the picture without React. */
import { projectPoint } from '../core/fluoro/c-arm.ts';
import { DEVICE_IDS, type DeviceId } from '../core/mechanics/device.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { tipOf, visibleDevice } from './interest.ts';
import { placeLabels } from './tip-labels.ts';
import type { XrayView } from './xray-view.ts';

const TAG = { width: 28, height: 20, offset: 14 } as const;

/** Puts each device's tag beside its tip as the held picture shows it, or hides it. */
export const moveTipMarks = (
  tags: Readonly<Record<DeviceId, HTMLElement | null>>,
  snapshot: Snapshot,
  view: XrayView,
  side: number,
): void => {
  const points = DEVICE_IDS.flatMap((id) => {
    const pose = visibleDevice(snapshot, id);
    if (!pose) return [];
    const { u, v } = projectPoint(view, tipOf(pose));
    return [{ id, x: side * (0.5 + u / view.fieldMm), y: side * (0.5 + v / view.fieldMm) }];
  });
  const placed = placeLabels(points, { ...TAG, picture: side });
  for (const id of DEVICE_IDS) {
    const tag = tags[id];
    if (!tag) continue;
    const place = placed.find((p) => p.id === id);
    tag.style.visibility = place ? 'visible' : 'hidden';
    if (place) tag.style.transform = `translate(${place.left.toFixed(1)}px, ${place.top.toFixed(1)}px)`;
  }
};
