/** @file Where each camera preset looks from. Without the truth nothing here may depend on it. */
import { Vector3 } from 'three';
import type { Anatomy } from '../core/anatomy/tissue.ts';
import { frameAt } from '../core/math/curve.ts';
import type { Preset, Viewpoint } from './camera-rig.ts';
import { createCut } from './geometry/cut.ts';

/** The working view frames this length of vessel, mm. */
const WORKING_MM = 30;

/** From the patient's right and a little above: proximal on the left, distal on the right, anterior up. */
const FROM_THE_RIGHT = new Vector3(-1, 0.42, -0.12);
/** The working views stand somewhat proximal and look distally, so that the frame's disc shows its face. */
const PROXIMAL_LEAN = 0.7;

/** Which half of the vessel to take away so that the opened side looks to the patient's right or up. */
export const cutFacing = (anatomy: Anatomy, s: number): 1 | -1 => {
  const direction = openingDirection(anatomy, s, 1);
  return -direction.x + 0.6 * direction.y >= 0 ? 1 : -1;
};

const openingDirection = (anatomy: Anatomy, s: number, facing: 1 | -1): Vector3 => {
  const { openingAt } = createCut(anatomy, { startMm: s, endMm: s }, facing);
  const f = frameAt(anatomy.target.curve, s);
  const a = openingAt(s);
  return new Vector3(
    f.n1.x * Math.cos(a) + f.n2.x * Math.sin(a),
    f.n1.y * Math.cos(a) + f.n2.y * Math.sin(a),
    f.n1.z * Math.cos(a) + f.n2.z * Math.sin(a),
  );
};

/**
 * @param s station of the transducer, or of what is looked at before it is in, mm.
 * @param centre the point there. @param truthShown lets the working view turn to the opened side.
 */
export const viewpoint = (
  preset: Preset,
  anatomy: Anatomy,
  s: number,
  centre: Vector3,
  truthShown: boolean,
): Viewpoint => {
  const { curve, occlusion } = anatomy.target;
  const t = frameAt(curve, s).t;
  if (preset === 'overview') {
    const middle = frameAt(curve, (occlusion.startMm + occlusion.endMm) / 2).origin;
    return { target: new Vector3(middle.x, middle.y, middle.z), direction: FROM_THE_RIGHT, frameMm: 420 };
  }
  if (preset === 'along') {
    // From proximal and slightly aside, so that the wires do not hide the disc they run through.
    return { target: centre, direction: new Vector3(-t.x - 0.28, -t.y + 0.2, -t.z), frameMm: 16 };
  }
  const lean = new Vector3(-t.x, -t.y, -t.z).multiplyScalar(PROXIMAL_LEAN);
  if (!truthShown) return { target: centre, direction: lean.add(FROM_THE_RIGHT), frameMm: WORKING_MM };
  const opened = openingDirection(anatomy, s, cutFacing(anatomy, s));
  // Never straight from above: "up" would have no meaning, and distal should stay on the right.
  return { target: centre, direction: lean.add(opened).add(new Vector3(-0.55, 0.1, 0)), frameMm: WORKING_MM };
};
