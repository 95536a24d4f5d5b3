/**
 * @file What belongs to a wire's tip and its surroundings during one step, and what reads the rod there: where the tip is,
 * where it points, where the wire would take it if nothing were in the way.
 */
import { MATERIAL, type MaterialId } from '../../anatomy/material.ts';
import { cos, DEG, sin } from '../../math/trig.ts';
import type { Offset } from '../bundle.ts';
import type { Move } from '../move.ts';
import type { Spot } from '../surroundings.ts';
import type { RouteMap, RoutePoint, WorldPoint } from './route-map.ts';
import type { Space } from './space.ts';
import { nodeOnRoute, type WireBody } from './wire-body.ts';

export interface TipWork {
  readonly move: Move;
  readonly body: WireBody;
  readonly space: Space;
  readonly map: RouteMap;
  /** Distance of each node from the tip along the wire, mm. */
  readonly fromTip: Float64Array;
  /** How far the hub goes in this step, mm. */
  readonly advanceMm: number;
  /** Where the tip is, route coordinates; kept up to date. */
  readonly tip: RoutePoint;
}

/** The body's direction is read from here to there behind the bend, mm. */
export const BODY_FROM_MM = 0.5;
const BODY_TO_MM = 3;
/** Tissue lets a bent tip keep only this share of its bend. ASSUMED. */
const BEND_SHARE = 0.5;
/** Steepest slope to which a bend turns a tip, tan 65 deg. */
const SLOPE_LIMIT = 2.14;

/** What a wire that lies there is held by: the cleft is a slit, however dense its walls are. */
export const holdsAs = ({ material, cleftMm }: Spot): MaterialId =>
  cleftMm < Number.POSITIVE_INFINITY ? MATERIAL.media : material;

/** First node from the tip that lies at least so far behind it, mm. */
export const nodeBehind = (fromTip: Float64Array, mm: number): number => {
  let i = fromTip.length - 1;
  while (i > 0 && fromTip[i]! < mm) i--;
  return i;
};

const axis: WorldPoint = { x: 0, y: 0, z: 0 };
const near: RoutePoint = { s: 0, x: 0, y: 0 };
const far: RoutePoint = { s: 0, x: 0, y: 0 };

export interface Heading {
  s: number;
  x: number;
  y: number;
}

/** Unit direction of the last edge in route coordinates at a station. */
export const tipHeading = ({ body, map }: TipWork, s: number, out: Heading): Heading => {
  const { q, nodes } = body.rod;
  const a = 4 * (nodes - 2);
  const dx = q[a + 4]! - q[a]!;
  const dy = q[a + 5]! - q[a + 1]!;
  const dz = q[a + 6]! - q[a + 2]!;
  const l = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
  const on = (v: WorldPoint): number => l * (dx * v.x + dy * v.y + dz * v.z);
  out.s = on(map.turn(s, 1, 0, 0, axis));
  out.x = on(map.turn(s, 0, 1, 0, axis));
  out.y = on(map.turn(s, 0, 0, 1, axis));
  return out;
};

/** Slope against the route that the wire would give its tip: of the body behind the bend, and of the bend. */
export const wantedSlope = (work: TipWork, s: number, inTissue: boolean, out: Offset): Offset => {
  const { move, map, body, fromTip } = work;
  const { lengthMm, angleDeg } = move.wire.shape;
  nodeOnRoute(move.tissue, body, nodeBehind(fromTip, lengthMm + BODY_FROM_MM), near);
  nodeOnRoute(move.tissue, body, nodeBehind(fromTip, lengthMm + BODY_TO_MM), far);
  const span = Math.max(0.3, near.s - far.s);
  const { frames, nodes } = body.rod;
  const e = 3 * (nodes - 2);
  const on = (v: WorldPoint): number =>
    frames.m1[e]! * v.x + frames.m1[e + 1]! * v.y + frames.m1[e + 2]! * v.z;
  const mx = on(map.turn(s, 0, 1, 0, axis));
  const my = on(map.turn(s, 0, 0, 1, axis));
  const size = Math.max(1e-9, Math.sqrt(mx * mx + my * my));
  const bend = (inTissue ? BEND_SHARE : 1) * angleDeg * DEG;
  const tan = sin(bend) / cos(bend);
  out.x = (near.x - far.x) / span + (tan * mx) / size;
  out.y = (near.y - far.y) / span + (tan * my) / size;
  const slope = Math.sqrt(out.x * out.x + out.y * out.y);
  if (slope > SLOPE_LIMIT) {
    out.x *= SLOPE_LIMIT / slope;
    out.y *= SLOPE_LIMIT / slope;
  }
  return out;
};
