/** @file What the picture is about right now: the lesion before devices, then the tip that is being worked with. */
import type { Anatomy } from '../core/anatomy/tissue.ts';
import { frameAt, toWorld } from '../core/math/curve.ts';
import { distance, type Vec3 } from '../core/math/vec3.ts';
import type { DeviceId, DevicePose } from '../core/mechanics/device.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { clampField } from './table.ts';

/** Room above and below the occlusion in the survey, mm: the open inflow, and the vessel that fills again. */
const SURVEY_ROOM_MM = 60;
/** Field once the IVUS catheter is in, mm. */
const WIRING_MM = 100;
/** Beyond this from the transducer wire 2 is no longer followed, mm. */
const ASTRAY_MM = 150;
/** While the vessels are at least this full the picture stays on the lesion: that is what the puff is for. */
const FILLED = 0.05;

export interface Interest {
  readonly point: Vec3;
  readonly fieldMm: number;
}

/** A device whose nodes can be drawn. */
export const visibleDevice = (snapshot: Snapshot, id: DeviceId): DevicePose | null =>
  snapshot.devices.find((d) => d.id === id && d.loaded && d.world.length >= 6) ?? null;

export const tipOf = (pose: DevicePose): Vec3 => {
  const k = pose.world.length - 3;
  return { x: pose.world[k]!, y: pose.world[k + 1]!, z: pose.world[k + 2]! };
};

/** Where the transducer is in the world, or null while it is not in the body. */
export const transducerOf = (snapshot: Snapshot, anatomy: Anatomy): Vec3 | null => {
  const { pose } = snapshot.imaging;
  return pose ? toWorld(anatomy.target.curve, pose) : null;
};

/** Middle of the occlusion: where the operator looks before anything is in. */
export const lesionCentre = (anatomy: Anatomy): Vec3 => {
  const { startMm, endMm } = anatomy.target.occlusion;
  return frameAt(anatomy.target.curve, (startMm + endMm) / 2).origin;
};

/** The survey shows the whole occlusion with both its ends, from the first angiogram on. */
const surveyMm = (anatomy: Anatomy): number => {
  const { startMm, endMm } = anatomy.target.occlusion;
  return clampField(endMm - startMm + 2 * SURVEY_ROOM_MM);
};

export const interestOf = (snapshot: Snapshot | null, anatomy: Anatomy): Interest => {
  const transducer = snapshot ? transducerOf(snapshot, anatomy) : null;
  if (!snapshot || !transducer) {
    const wire1 = snapshot ? visibleDevice(snapshot, 'wire1') : null;
    const centre = lesionCentre(anatomy);
    const angiogram =
      snapshot !== null && (snapshot.procedure.current === 'angiogram' || snapshot.contrast.opacity > FILLED);
    const fieldMm = surveyMm(anatomy);
    if (!wire1 || angiogram) return { point: centre, fieldMm };
    const tip = tipOf(wire1);
    // The survey holds the whole occlusion as long as the tip is in it.
    const far = tip.z - centre.z > fieldMm * 0.48;
    return { point: far ? tip : centre, fieldMm };
  }
  const wire2 = visibleDevice(snapshot, 'wire2');
  if (!wire2) return { point: transducer, fieldMm: WIRING_MM };
  const tip = tipOf(wire2);
  const away = distance(tip, transducer);
  // Near the transducer both are in the field; a tip that has gone astray is not worth losing the site for.
  const close = away < WIRING_MM * 0.4 || away > ASTRAY_MM;
  return { point: close ? transducer : tip, fieldMm: WIRING_MM };
};
