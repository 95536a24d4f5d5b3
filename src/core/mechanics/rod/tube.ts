/** @file A rod inside a tube of one bore around a smooth curve: the bench's vessel, in closed form. */
import { cos, sin } from '../../math/trig.ts';
import { addTouch, type Grip, letGo, type Touch } from './contact.ts';
import type { Load } from './newton.ts';
import { type Rod, shareMm } from './rod.ts';

/** A place on a curve that is given by its z, and the curve's slope there. */
export interface CurvePoint {
  x: number;
  y: number;
  slopeX: number;
  slopeY: number;
}

export interface Tube {
  readonly boreMm: number;
  at(z: number, out: CurvePoint): void;
}

/** A winding tibial artery, roughly: two waves of 125 and 200 mm, 1.25 mm in radius. */
export const WINDING_TUBE: Tube = {
  boreMm: 2.5,
  at: (z, out) => {
    out.x = 4 * sin(z * 0.05);
    out.y = 2.5 * (sin(z * 0.031 + 1) - sin(1));
    out.slopeX = 0.2 * cos(z * 0.05);
    out.slopeY = 0.0775 * cos(z * 0.031 + 1);
  },
};

/**
 * Contact of a rod with the inside of a tube; `touch` has the wall's onset and friction.
 * @param stiffness of the wall under each millimetre of rod, N/mm
 */
export const insideTube = (
  rod: Rod,
  tube: Tube,
  rodRadiusMm: number,
  stiffness: number,
  touch: Touch,
  grip: Grip,
): Load => {
  const share = shareMm(rod);
  return (_, system) => {
    const bore = tube.boreMm / 2 - rodRadiusMm;
    for (let i = rod.from; i < rod.nodes; i++) {
      const a = 4 * i;
      tube.at(rod.q[a + 2]!, point);
      const dx = rod.q[a]! - point.x;
      const dy = rod.q[a + 1]! - point.y;
      const rho = Math.sqrt(dx * dx + dy * dy);
      if (rho < 1e-9 || rho < 0.9 * (bore - touch.onsetMm)) {
        letGo(grip, i);
        continue;
      }
      const nx = dx / rho;
      const ny = dy / rho;
      const nz = -(nx * point.slopeX + ny * point.slopeY);
      const square = 1 / Math.sqrt(1 + nz * nz);
      touch.nx = nx * square;
      touch.ny = ny * square;
      touch.nz = nz * square;
      touch.stiffness = stiffness * share[i]!;
      touch.depthMm = (rho - bore) * square + touch.onsetMm;
      addTouch(rod, system, grip, i, touch, rodRadiusMm);
    }
  };
};

const point: CurvePoint = { x: 0, y: 0, slopeX: 0, slopeY: 0 };
