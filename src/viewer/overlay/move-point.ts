/** @file Moves a point of the image by millimetres on the screen, as arrow keys do. */
import { imagePoint, polarOf } from '../../core/measure/clock.ts';
import type { PolarPoint } from '../../core/measure/length.ts';

/** @param right mm on the screen. @param up mm on the screen. The point stays within the displayed depth. */
export const movePoint = (
  point: PolarPoint,
  right: number,
  up: number,
  view: { readonly depthMm: number; readonly mirrored: boolean },
): PolarPoint => {
  const at = imagePoint(point.psi, point.rangeMm, view.mirrored);
  const moved = polarOf({ x: at.x + right, y: at.y + up }, view.mirrored);
  return { psi: moved.psi, rangeMm: Math.min(moved.rangeMm, view.depthMm) };
};
