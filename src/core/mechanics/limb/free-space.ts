/** @file How much room the lumen leaves a wire: how far its wall is, and which way. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { wallRadiusToward } from '../../anatomy/wall-maps.ts';

/** Of the lumen before and in the occlusion, of the opened plane, of the lumen that is re-entered. */
export type WallKind = 'diseased' | 'torn' | 'healthy';

/** The nearest wall of a place: distance (negative beyond it) and unit direction toward it, in route coordinates, mm. */
export interface Room {
  gapMm: number;
  s: number;
  x: number;
  y: number;
  wall: WallKind;
}

export const createRoom = (): Room => ({ gapMm: 0, s: 0, x: 1, y: 0, wall: 'diseased' });

/** The wall's direction is read over this much, mm. */
const FELT_MM = 0.03;
const FELT_ALONG_MM = 0.25;

/** Distance to the lumen's wall in the unopened tissue, whatever fills the lumen there, mm; negative beyond it. */
export const gapAt = (tissue: Tissue, s: number, x: number, y: number): number =>
  wallRadiusToward(tissue.anatomy.target.wall, 'lumen', s, x, y) - Math.sqrt(x * x + y * y);

/** The same with its direction. */
export const roomAt = (tissue: Tissue, s: number, x: number, y: number, out: Room): Room => {
  const at = (ds: number, dx: number, dy: number): number => gapAt(tissue, s + ds, x + dx, y + dy);
  out.gapMm = at(0, 0, 0);
  out.wall = 'diseased';
  const gx = at(0, FELT_MM, 0) - at(0, -FELT_MM, 0);
  const gy = at(0, 0, FELT_MM) - at(0, 0, -FELT_MM);
  const gs = ((at(FELT_ALONG_MM, 0, 0) - at(-FELT_ALONG_MM, 0, 0)) * FELT_MM) / FELT_ALONG_MM;
  const g = Math.sqrt(gx * gx + gy * gy + gs * gs);
  out.s = g > 1e-9 ? -gs / g : 0;
  out.x = g > 1e-9 ? -gx / g : 1;
  out.y = g > 1e-9 ? -gy / g : 0;
  return out;
};
