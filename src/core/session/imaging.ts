/** @file Where the transducer is and which wires cross its image: the pose from which a frame is made. */

import { wrapAngle } from '../math/trig.ts';
import { IVUS_CATHETER } from '../mechanics/catalogue.ts';
import { catheterAxisAt, wireCrossing } from '../mechanics/mechanics.ts';
import type { ImagingPose, SlabWire } from '../ultrasound/frame.ts';
import type { ImagingState } from './snapshot.ts';
import type { Session } from './state.ts';

/** How far the transducer can be pulled back now, mm: to the end of its travel, or of the catheter in the body. */
export const travelNow = (session: Session): number => {
  const { loaded, lengthMm } = session.mechanics.ivus;
  if (!loaded) return 0;
  return Math.max(0, Math.min(IVUS_CATHETER.transducerTravelMm, lengthMm - IVUS_CATHETER.transducerHomeMm));
};

/** True once the transducer has left the sheath. */
export const transducerInBody = (session: Session): boolean => {
  const { loaded, lengthMm } = session.mechanics.ivus;
  return loaded && lengthMm > IVUS_CATHETER.transducerHomeMm;
};

/** Pose of the image plane with the transducer so far back, mm; null while it is not in the body. */
export const imagingPoseAt = (session: Session, pulledBackMm: number): ImagingPose | null => {
  if (!transducerInBody(session)) return null;
  const { mechanics, tissue } = session;
  const axis = catheterAxisAt(mechanics, tissue, IVUS_CATHETER.transducerHomeMm + pulledBackMm);
  const wires: SlabWire[] = [];
  for (const device of ['wire1', 'wire2'] as const) {
    const crossing = wireCrossing(mechanics, tissue, device, axis.s);
    if (crossing) wires.push({ ...crossing, device });
  }
  return {
    ...axis,
    rollRad: wrapAngle(axis.rollRad + session.imageZeroRad),
    sheathRadiusMm: IVUS_CATHETER.windowRadiusMm,
    wires,
  };
};

export const imagingPose = (session: Session): ImagingPose | null =>
  imagingPoseAt(session, session.transducer.pulledBackMm);

export const imagingState = (session: Session): ImagingState => {
  const { transducer } = session;
  return {
    pose: imagingPose(session),
    pulledBackMm: transducer.pulledBackMm,
    travelMm: IVUS_CATHETER.transducerTravelMm,
    homeFromTipMm: IVUS_CATHETER.transducerHomeMm,
    pullbackSpeed: transducer.pullbackSpeed,
    pullbackId: transducer.pullbackId,
  };
};
