/**
 * @file Between the world, where rods are straight, and the route, where tissue is known: station and offsets of a point.
 *
 * Frames are read linearly between samples of the centreline; a point is projected onto it from a station that is known to be near.
 */
import type { Curve } from '../../math/curve.ts';

/** Route coordinates of a point, mm. */
export interface RoutePoint {
  s: number;
  x: number;
  y: number;
}

/** A point or a vector in the world, mm. */
export interface WorldPoint {
  x: number;
  y: number;
  z: number;
}

export interface RouteMap {
  /** Route coordinates of a world point; `out.s` says where to look first. */
  toRoute(x: number, y: number, z: number, out: RoutePoint): RoutePoint;
  toWorld(s: number, x: number, y: number, out: WorldPoint): WorldPoint;
  /** A direction at a station: along the route, and along its two normals. */
  turn(s: number, along: number, x: number, y: number, out: WorldPoint): WorldPoint;
}

/** Numbers per sample: origin, n1, n2, tangent. */
const SAMPLE = 12;
/** The projection comes closer by the curvature times the offset each time: a few hundredths. */
const PROJECTIONS = 2;

const known = new WeakMap<Curve, RouteMap>();

export const routeMapOf = (curve: Curve): RouteMap => {
  const map = known.get(curve) ?? createRouteMap(curve);
  known.set(curve, map);
  return map;
};

const createRouteMap = (curve: Curve): RouteMap => {
  const { frames, startMm, stepMm } = curve;
  const table = new Float64Array(SAMPLE * frames.length);
  frames.forEach(({ origin, n1, n2, t }, i) => {
    table.set([origin.x, origin.y, origin.z, n1.x, n1.y, n1.z, n2.x, n2.y, n2.z, t.x, t.y, t.z], SAMPLE * i);
  });
  const last = frames.length - 2;
  const here = new Float64Array(SAMPLE);
  /** Reads the frame at a station; beyond the ends the line goes straight on. */
  const read = (s: number): void => {
    const f = (s - startMm) / stepMm;
    const i = Math.max(0, Math.min(last, Math.floor(f)));
    const u = Math.max(0, Math.min(1, f - i));
    const a = SAMPLE * i;
    for (let c = 0; c < SAMPLE; c++) here[c] = table[a + c]! + u * (table[a + SAMPLE + c]! - table[a + c]!);
    const beyond = (f - i - u) * stepMm;
    if (beyond === 0) return;
    for (let c = 0; c < 3; c++) here[c] = here[c]! + beyond * here[9 + c]!;
  };
  return {
    toRoute: (x, y, z, out) => {
      read(out.s);
      for (let i = 0; i < PROJECTIONS; i++) {
        const along = (x - here[0]!) * here[9]! + (y - here[1]!) * here[10]! + (z - here[2]!) * here[11]!;
        out.s += along;
        read(out.s);
      }
      const dx = x - here[0]!;
      const dy = y - here[1]!;
      const dz = z - here[2]!;
      out.x = dx * here[3]! + dy * here[4]! + dz * here[5]!;
      out.y = dx * here[6]! + dy * here[7]! + dz * here[8]!;
      return out;
    },
    toWorld: (s, x, y, out) => {
      read(s);
      out.x = here[0]! + x * here[3]! + y * here[6]!;
      out.y = here[1]! + x * here[4]! + y * here[7]!;
      out.z = here[2]! + x * here[5]! + y * here[8]!;
      return out;
    },
    turn: (s, along, x, y, out) => {
      read(s);
      out.x = along * here[9]! + x * here[3]! + y * here[6]!;
      out.y = along * here[10]! + x * here[4]! + y * here[7]!;
      out.z = along * here[11]! + x * here[5]! + y * here[8]!;
      return out;
    },
  };
};
