/**
 * @file The space that a wire lives in: where it is open and how far its walls are, and how the way through its tissue is kept.
 *
 * Wire 1 goes first, through the unopened vessel. Wire 2 lies in the opened one: in the plane beside the shaft, in what is left of
 * the lumen, in tissue that moves when the catheter passes; its way is kept where that tissue was before anything opened it.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Hole, ReferencePoint, Tissue, WallDistances } from '../../anatomy/tissue.ts';
import { cos, sin, TAU } from '../../math/trig.ts';
import { axisAt, type Offset, shaftRadius, underCatheter } from '../bundle.ts';
import { pushedOut } from '../path.ts';
import type { MechanicsState } from '../state.ts';
import { type Look, lookOfWire1, lookOfWire2, WIRE_RADIUS_MM } from '../surroundings.ts';
import { gapAt, type Room, roomAt } from './free-space.ts';
import { MEDIUM, type Medium } from './track.ts';

/** Which of the open spaces: they lie wall to wall, and only a tip that has pierced that wall is in the other. */
export type OpenSpace = typeof MEDIUM.lumen | typeof MEDIUM.plane;

export interface Channel {
  x: number;
  y: number;
  u: number;
  v: number;
}

export interface Space {
  readonly look: Look;
  /** Distance to the wall of the open space from a place in it, mm; negative beyond the wall. */
  gapAt(of: OpenSpace, s: number, x: number, y: number): number;
  /** The same with its direction. */
  roomAt(of: OpenSpace, s: number, x: number, y: number, out: Room): Room;
  /** The middle of an open space so narrow that it leads the wire, and its slope there; false elsewhere. */
  channelAt(of: OpenSpace, s: number, out: Channel): boolean;
  /** The nearest place a little off that wall, at the same station: there a tip finds whether the open space goes on. */
  inside(of: OpenSpace, s: number, x: number, y: number, out: Offset): Offset;
  /** The open space that a tip is in that was in this one: at some stations they are one. */
  goesOn(from: OpenSpace, s: number, x: number, y: number): OpenSpace;
  /** Where a place of a way is kept: in tissue where that was before anything opened it, in the plane by how far it lies off its middle;
   *  and where what is kept lies now. */
  keep(medium: Medium, s: number, x: number, y: number, out: Offset): Offset;
  place(medium: Medium, s: number, x: number, y: number, out: Offset): Offset;
}

/** A tip looks a little inward of where it is: the rim of a plug lies against the wall. */
const INWARD = 0.95;
const RIM_MM = 0.1;

/** Where what is kept is kept. */
export const same = (_: Medium, __: number, x: number, y: number, out: Offset): Offset => {
  out.x = x;
  out.y = y;
  return out;
};

/** Draws a place inward to where the wall, so far off, leaves it a rim's width. */
const inward = (gapMm: number, x: number, y: number, out: Offset): Offset => {
  const rho = Math.sqrt(x * x + y * y);
  const k = Math.min(INWARD, Math.max(0, gapMm + rho - RIM_MM) / Math.max(1e-6, rho));
  out.x = k * x;
  out.y = k * y;
  return out;
};

/** The vessel before anything has opened it. */
export const unopened = (tissue: Tissue): Space => ({
  look: lookOfWire1(tissue),
  gapAt: (_, s, x, y) => gapAt(tissue, s, x, y),
  roomAt: (_, s, x, y, out) => roomAt(tissue, s, x, y, out),
  channelAt: () => false,
  // whatever fills the lumen: just inside it, wherever the tip is; what lies further out is wall
  inside: (_, s, x, y, out) => inward(gapAt(tissue, s, x, y), x, y, out),
  goesOn: (from) => from,
  keep: same,
  place: same,
});

/** The plane gives way to a wire that hardly fits, by so much beyond its radius, mm. ASSUMED. */
const PLANE_ROOM_MM = WIRE_RADIUS_MM + 0.05;
/** Half the length over which that is. ASSUMED. */
const EVEN_MM = 0.75;
/** A plane no wider than this beside a wire leads it, mm. ASSUMED. */
const LEADS_MM = WIRE_RADIUS_MM + 0.12;
/** Slopes of walls are read over this much across and along, mm. */
const FELT_MM = 0.03;
const FELT_ALONG_MM = 0.25;

/** Directions in which the lumen is looked for from the plane. */
const AROUND = 16;
const AROUND_COS: readonly number[] = Array.from({ length: AROUND }, (_, i) => cos((i * TAU) / AROUND));
const AROUND_SIN: readonly number[] = Array.from({ length: AROUND }, (_, i) => sin((i * TAU) / AROUND));

/** The vessel with catheter and wire 1 in it. @param look wire 2's */
export const opened = (state: MechanicsState, tissue: Tissue, tipRadiusMm: number): Space => {
  const look = lookOfWire2(state, tissue, tipRadiusMm);
  const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
  const shaft: Offset = { x: 0, y: 0 };
  const walls: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };
  const reference: ReferencePoint = { x: 0, y: 0, hole: null };
  const flap: Room = { gapMm: 0, s: 0, x: 0, y: 0, wall: 'torn' };

  /** The plane there, its radius evened out along the vessel: it opens in steps. */
  const inPlane = (s: number): boolean => {
    const before = tissue.holeAt('plane', s - EVEN_MM, hole) ? hole.radiusMm : 0;
    const after = tissue.holeAt('plane', s + EVEN_MM, hole) ? hole.radiusMm : 0;
    if (!tissue.holeAt('plane', s, hole)) return false;
    const radius = hole.radiusMm;
    hole.radiusMm = Math.max(
      PLANE_ROOM_MM,
      0.25 * (before || radius) + 0.5 * radius + 0.25 * (after || radius),
    );
    return true;
  };
  const fromMiddle = (x: number, y: number): number =>
    Math.sqrt((x - hole.x) * (x - hole.x) + (y - hole.y) * (y - hole.y));
  const lumenGap = (s: number, x: number, y: number): number => -tissue.distances(s, x, y, walls).lumen;
  /** Of a shaft that lies at rest in the lumen, or loose in the plane, where it gives until it touches the far wall. */
  const shaftGap = (of: OpenSpace, s: number, x: number, y: number): number => {
    if (!underCatheter(state, s)) return Number.POSITIVE_INFINITY;
    const radius = shaftRadius(state.catheter, state.ivus.tipS - s);
    if (of === MEDIUM.plane) return fromMiddle(x, y) - (2 * radius - hole.radiusMm);
    axisAt(state, s, shaft);
    return Math.sqrt((x - shaft.x) * (x - shaft.x) + (y - shaft.y) * (y - shaft.y)) - radius;
  };
  /**
   * From a place in the plane into the lumen, through the flap between them: all of the plane is one place of the tissue, so that the
   * lumen's distance has no slope there. The way is where the plane's rim lies nearest to the lumen. True when the place is in the plane.
   */
  const throughFlap = (s: number, x: number, y: number): boolean => {
    if (!inPlane(s) || fromMiddle(x, y) >= hole.radiusMm) return false;
    const rim = hole.radiusMm + RIM_MM;
    flap.gapMm = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < AROUND; i++) {
      const gap = lumenGap(s, hole.x + rim * AROUND_COS[i]!, hole.y + rim * AROUND_SIN[i]!);
      if (gap <= flap.gapMm) continue;
      flap.gapMm = gap;
      flap.x = -AROUND_COS[i]!;
      flap.y = -AROUND_SIN[i]!;
    }
    flap.gapMm -= rim + (x - hole.x) * flap.x + (y - hole.y) * flap.y;
    return true;
  };
  const find = (of: OpenSpace, s: number, x: number, y: number): number => {
    if (of === MEDIUM.plane)
      return inPlane(s) ? Math.min(hole.radiusMm - fromMiddle(x, y), shaftGap(of, s, x, y)) : 0;
    if (throughFlap(s, x, y)) return flap.gapMm;
    return Math.min(lumenGap(s, x, y), shaftGap(of, s, x, y));
  };

  return {
    look,
    gapAt: find,
    roomAt: (of, s, x, y, out) => {
      if (of === MEDIUM.lumen && throughFlap(s, x, y)) return Object.assign(out, flap);
      const slope = (ds: number, dx: number, dy: number): number =>
        find(of, s + ds, x + dx, y + dy) - find(of, s - ds, x - dx, y - dy);
      const gs = slope(FELT_ALONG_MM, 0, 0) / (2 * FELT_ALONG_MM);
      const gx = slope(0, FELT_MM, 0) / (2 * FELT_MM);
      const gy = slope(0, 0, FELT_MM) / (2 * FELT_MM);
      const g = Math.sqrt(gx * gx + gy * gy + gs * gs);
      out.gapMm = find(of, s, x, y);
      out.wall = of === MEDIUM.plane ? 'torn' : 'healthy';
      out.s = g > 1e-9 ? -gs / g : 0;
      out.x = g > 1e-9 ? -gx / g : 1;
      out.y = g > 1e-9 ? -gy / g : 0;
      return out;
    },
    channelAt: (of, s, out) => {
      if (of !== MEDIUM.plane || !inPlane(s) || hole.radiusMm > LEADS_MM) return false;
      const { x, y } = hole;
      tissue.holeAt('plane', s - FELT_ALONG_MM, hole);
      const x0 = hole.x;
      const y0 = hole.y;
      tissue.holeAt('plane', s + FELT_ALONG_MM, hole);
      out.x = x;
      out.y = y;
      out.u = (hole.x - x0) / (2 * FELT_ALONG_MM);
      out.v = (hole.y - y0) / (2 * FELT_ALONG_MM);
      return true;
    },
    inside: (of, s, x, y, out) => {
      if (of === MEDIUM.lumen) return inward(lumenGap(s, x, y), x, y, out);
      if (!inPlane(s)) return same(of, s, x, y, out);
      const k = Math.min(1, Math.max(0, hole.radiusMm - RIM_MM) / Math.max(1e-6, fromMiddle(x, y)));
      out.x = hole.x + k * (x - hole.x);
      out.y = hole.y + k * (y - hole.y);
      return out;
    },
    // a plane whose middle lies in the lumen opens into it
    goesOn: (from, s, x, y) => {
      if (!inPlane(s) || tissue.materialAt(s, hole.x, hole.y) !== MATERIAL.blood) return from;
      return hole.radiusMm > fromMiddle(x, y) ? MEDIUM.plane : MEDIUM.lumen;
    },
    keep: (medium, s, x, y, out) => {
      if (medium === MEDIUM.lumen) return same(medium, s, x, y, out);
      if (medium === MEDIUM.plane) {
        const open = tissue.holeAt('plane', s, hole);
        return same(medium, s, open ? x - hole.x : 0, open ? y - hole.y : 0, out);
      }
      tissue.toReference(s, x, y, reference);
      out.x = reference.x;
      out.y = reference.y;
      return out;
    },
    place: (medium, s, x, y, out) => {
      out.x = x;
      out.y = y;
      if (medium === MEDIUM.lumen || !tissue.holeAt('plane', s, hole)) return out;
      if (medium === MEDIUM.plane) {
        const room = Math.max(0, hole.radiusMm - WIRE_RADIUS_MM);
        const k = Math.min(1, room / Math.max(1e-6, Math.sqrt(x * x + y * y)));
        out.x = hole.x + k * x;
        out.y = hole.y + k * y;
        return out;
      }
      return pushedOut(hole, x, y, out);
    },
  };
};
