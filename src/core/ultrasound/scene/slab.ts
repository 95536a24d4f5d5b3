/** @file The imaging plane in the vessel: its basis, and the directions of the A-lines. */
import type { ImagingPose } from '../frame.ts';

/**
 * Orthonormal basis in (x, y, s): `u` is line 0, `v` a quarter turn further (right-handed about the distal axis),
 * `n` the catheter axis, distal. A point q from the transducer has in-plane coordinates q.u, q.v and elevation q.n.
 */
export interface SlabBasis {
  readonly ux: number;
  readonly uy: number;
  readonly us: number;
  readonly vx: number;
  readonly vy: number;
  readonly vs: number;
  readonly nx: number;
  readonly ny: number;
  readonly ns: number;
}

export const slabBasis = (pose: ImagingPose): SlabBasis => {
  const norm = Math.sqrt(1 + pose.dxds * pose.dxds + pose.dyds * pose.dyds);
  const nx = pose.dxds / norm;
  const ny = pose.dyds / norm;
  const ns = 1 / norm;
  // n1 made perpendicular to the axis, then the third by the right-hand rule n x e1
  const e = Math.sqrt(1 - nx * nx);
  const ax = (1 - nx * nx) / e;
  const ay = (-nx * ny) / e;
  const as = (-nx * ns) / e;
  const bx = ny * as - ns * ay;
  const by = ns * ax - nx * as;
  const bs = nx * ay - ny * ax;
  const c = Math.cos(pose.rollRad);
  const k = Math.sin(pose.rollRad);
  return {
    ux: c * ax + k * bx,
    uy: c * ay + k * by,
    us: c * as + k * bs,
    vx: c * bx - k * ax,
    vy: c * by - k * ay,
    vs: c * bs - k * as,
    nx,
    ny,
    ns,
  };
};
