/** @file From image coordinates (psi, mm) to pixels of the square picture and back. */
import { imagePoint, polarOf } from '../../core/measure/clock.ts';
import type { PolarPoint } from '../../core/measure/length.ts';

export interface PictureGeometry {
  /** Side of the picture, CSS px. */
  readonly side: number;
  readonly depthMm: number;
  readonly mirrored: boolean;
}

export const pxPerMm = (g: PictureGeometry): number => g.side / (2 * g.depthMm);

export const toScreen = (g: PictureGeometry, psi: number, rangeMm: number): { x: number; y: number } => {
  const p = imagePoint(psi, rangeMm * pxPerMm(g), g.mirrored);
  return { x: g.side / 2 + p.x, y: g.side / 2 - p.y };
};

export const fromScreen = (g: PictureGeometry, x: number, y: number): PolarPoint => {
  const p = polarOf({ x: x - g.side / 2, y: g.side / 2 - y }, g.mirrored);
  return { psi: p.psi, rangeMm: p.rangeMm / pxPerMm(g) };
};

/** Image point under a pointer, given the element that fills the picture exactly. */
export const pointerPoint = (
  g: PictureGeometry,
  element: Element,
  event: { readonly clientX: number; readonly clientY: number },
): PolarPoint => {
  const box = element.getBoundingClientRect();
  const shrink = box.width > 0 ? g.side / box.width : 1;
  return fromScreen(g, (event.clientX - box.left) * shrink, (event.clientY - box.top) * shrink);
};
