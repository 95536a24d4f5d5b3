/** @file Where the transducer is and which wires cross its image: the pose from which a frame is made. */

import { flowMmS } from '../anatomy/flow.ts';
import { wrapAngle } from '../math/trig.ts';
import { catheterAxisAt, wireCrossing } from '../mechanics/mechanics.ts';
import { sheathStation } from '../mechanics/state.ts';
import type { ImagingPose, SlabWire } from '../ultrasound/frame.ts';
import { rotates } from '../ultrasound/presets.ts';
import { hidesWire1 } from './catheter.ts';
import { unevenTurn } from './rotation.ts';
import type { ImagingState } from './snapshot.ts';
import type { Session } from './state.ts';

/** How far the transducer can be pulled back now, mm: to the end of its travel, or of the catheter in the body. */
export const travelNow = (session: Session): number => {
  const { loaded, lengthMm, tipS } = session.mechanics.ivus;
  const { travelMm, tipToTransducerMm } = session.catheter;
  if (!loaded) return 0;
  if (rotates(session.catheter)) return Math.max(0, Math.min(travelMm, lengthMm - tipToTransducerMm));
  // an array is pulled with its catheter: from where it is now, as far as the sheath
  const leftMm = Math.max(0, tipS - sheathStation(session.mechanics));
  return Math.min(travelMm, session.transducer.pulledBackMm + leftMm);
};

/** True once the transducer has left the sheath. */
export const transducerInBody = (session: Session): boolean => {
  const { loaded, lengthMm } = session.mechanics.ivus;
  return loaded && lengthMm > session.catheter.tipToTransducerMm;
};

/** Distance from the catheter's tip, mm, of a transducer so far pulled back. An array that was pulled with its
 *  catheter saw earlier frames of the run from beyond where the tip is now. */
const fromTipMm = ({ catheter, transducer }: Session, pulledBackMm: number): number =>
  catheter.tipToTransducerMm + pulledBackMm - (rotates(catheter) ? 0 : transducer.pulledBackMm);

/** Pose of the image plane with the transducer so far back, mm; null while it is not in the body. */
export const imagingPoseAt = (session: Session, pulledBackMm: number): ImagingPose | null => {
  if (!transducerInBody(session)) return null;
  const { mechanics, tissue, catheter } = session;
  const axis = catheterAxisAt(mechanics, tissue, fromTipMm(session, pulledBackMm));
  const wires: SlabWire[] = [];
  for (const device of ['wire1', 'wire2'] as const) {
    if (device === 'wire1' && hidesWire1(catheter)) continue;
    const crossing = wireCrossing(mechanics, tissue, device, axis.s);
    if (crossing) wires.push({ ...crossing, device });
  }
  const { windowRadiusMm } = catheter;
  const uneven = session.rules > 1 && rotates(catheter);
  return {
    ...axis,
    rollRad: wrapAngle(axis.rollRad + session.imageZeroRad),
    sheathRadiusMm: windowRadiusMm,
    wires,
    flowMmS: flowMmS(tissue.anatomy.target.occlusion, axis.s),
    ...(uneven
      ? { nurd: unevenTurn(tissue, axis, windowRadiusMm, pulledBackMm, mechanics.ivus.kinked) }
      : {}),
  };
};

/** How far the transducer moves along the vessel during one turn, mm, distal positive. An array looks all round at
 *  once: its frames have no seam. */
const advanceMm = ({ catheter, catheterMmS, transducer }: Session): number => {
  if (!rotates(catheter)) return 0;
  const slideMmS = transducer.pullbackSpeed > 0 ? -transducer.pullbackSpeed : transducer.rate;
  return (catheterMmS + slideMmS) / catheter.framesPerS;
};

/** Of the live image. */
export const imagingPose = (session: Session): ImagingPose | null => {
  const pose = imagingPoseAt(session, session.transducer.pulledBackMm);
  return pose && { ...pose, advanceMm: advanceMm(session) };
};

export const imagingState = (session: Session): ImagingState => {
  const { transducer, catheter } = session;
  return {
    catheter: catheter.id,
    pose: imagingPose(session),
    pulledBackMm: transducer.pulledBackMm,
    travelMm: catheter.travelMm,
    homeFromTipMm: catheter.tipToTransducerMm,
    pullbackSpeed: transducer.pullbackSpeed,
    pullbackId: transducer.pullbackId,
  };
};
