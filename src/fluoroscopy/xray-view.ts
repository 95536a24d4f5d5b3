/** @file Where the C-arm looks: angle, table and field; and how a held image sits in a newer view. */
import { type CArm, cArmBasis } from '../core/fluoro/c-arm.ts';
import { sub } from '../core/math/vec3.ts';

export interface XrayView extends CArm {
  /** Side of the square field in the isocentre's plane, mm. */
  readonly fieldMm: number;
}

export const sameView = (a: XrayView, b: XrayView): boolean =>
  a.angleDeg === b.angleDeg &&
  a.fieldMm === b.fieldMm &&
  a.centre.x === b.centre.x &&
  a.centre.y === b.centre.y &&
  a.centre.z === b.centre.z;

/** How to read a held image in the present view: uv_held = (uv - 0.5) * zoom + 0.5 + (u, v). v grows upward. */
export const heldTransform = (held: XrayView, now: XrayView): { u: number; v: number; zoom: number } => {
  const moved = sub(now.centre, held.centre);
  const { right } = cArmBasis(held.angleDeg);
  return {
    u: (moved.x * right.x + moved.y * right.y) / held.fieldMm,
    v: -moved.z / held.fieldMm,
    zoom: now.fieldMm / held.fieldMm,
  };
};
