/** @file Where the C-arm looks: angle, table and field; how it fills a picture, and how a held image sits in it. */
import { type CArm, cArmBasis } from '../core/fluoro/c-arm.ts';
import { sub } from '../core/math/vec3.ts';

export interface XrayView extends CArm {
  /** Shorter side of the field in the isocentre's plane, mm; the longer one follows from the picture's shape. */
  readonly fieldMm: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Sides of the field that fills a picture of this shape, mm. */
export const fieldOf = (fieldMm: number, { width, height }: PictureSize): PictureSize => {
  const perPixel = fieldMm / Math.max(1, Math.min(width, height));
  return { width: width * perPixel, height: height * perPixel };
};

export const sameView = (a: XrayView, b: XrayView): boolean =>
  a.angleDeg === b.angleDeg &&
  a.fieldMm === b.fieldMm &&
  a.centre.x === b.centre.x &&
  a.centre.y === b.centre.y &&
  a.centre.z === b.centre.z;

const SQUARE: PictureSize = { width: 1, height: 1 };

/**
 * How to read a held image in the present view: uv_held = (uv - 0.5) * zoom + 0.5 + (u, v). v grows upward.
 * @param size shape of the picture; u and v are shares of its sides.
 */
export const heldTransform = (
  held: XrayView,
  now: XrayView,
  size: PictureSize = SQUARE,
): { u: number; v: number; zoom: number } => {
  const field = fieldOf(held.fieldMm, size);
  const moved = sub(now.centre, held.centre);
  const { right } = cArmBasis(held.angleDeg);
  return {
    u: (moved.x * right.x + moved.y * right.y) / field.width,
    v: -moved.z / field.height,
    zoom: now.fieldMm / held.fieldMm,
  };
};
