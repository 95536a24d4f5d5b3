/** @file Finds what holds each node of a wire at the beginning of a step: a lumen that guides it, its own way, or a wall. */
import type { Offset } from '../bundle.ts';
import type { Rod } from '../rod/rod.ts';
import { diameterAt, type WireClass } from '../wires.ts';
import { createRoom, type WallKind } from './free-space.ts';
import { COLUMNS, HOLD, PER_NODE } from './holds.ts';
import type { RouteMap, RoutePoint, WorldPoint } from './route-map.ts';
import type { Channel, Space } from './space.ts';
import {
  createTrackPoint,
  MEDIUM,
  type Medium,
  materialOnTrack,
  mediumAt,
  openSpaceAt,
  trackAt,
} from './track.ts';
import { yieldNPerMm } from './widen.ts';
import type { WireBody } from './wire-body.ts';

/** A device over the wire. */
export interface Guide {
  /** Station up to which it guides the wire, mm; -Infinity: there is none. */
  readonly toS: number;
  /** Where it guides it there, route offsets in mm. */
  at(s: number, out: Offset): Offset;
}

/** Of the wall under each millimetre of wire, N/mm, of what is left of it beside the plane, and over which it sets in, mm. ASSUMED. */
const WALL_N_PER_MM = 4;
const TORN_N_PER_MM = 0.5;
const ONSET_MM = 0.05;
/** Foundation of a way through tissue, N/mm^2 (field notes: plane 0.1, dense plaque 0.5, calcium beyond 2), ASSUMED. */
const TISSUE_N_PER_MM2 = 4;
/** The plane collapses onto what lies in it and holds that. ASSUMED (field notes 0.1). */
const PLANE_N_PER_MM2 = 1;
/** A lumen holds far better than tissue. ASSUMED. */
const LUMEN_N_PER_MM2 = 2;
/** Side force of what lies around a wire in tissue and in a lumen, N/mm. ASSUMED. */
const TISSUE_GRIP_N_PER_MM = 0.02;
const LUMEN_GRIP_N_PER_MM = 0.005;
/** Nothing further off is a wall to be reckoned with this step, mm. */
const NEAR_MM = 0.4;
/** Friction up to which a bare tip sticks, by wall. Where a body slides a tip catches; a tapered one digs into a diseased wall, a
 *  healthy one lets any tip slide (0.3 in the field notes). ASSUMED. */
const tipFriction = ({ coat, tipDiameterMm }: WireClass, wall: WallKind): number => {
  if (coat === 'jacket') return 0.15;
  if (wall === 'healthy') return 0.3;
  if (wall === 'torn') return 0.5;
  return tipDiameterMm < TAPERED_MM ? 1.2 : 0.4;
};
const TAPERED_MM = 0.3;
const GUIDE_FELT_MM = 0.5;

const point: RoutePoint = { s: 0, x: 0, y: 0 };
const world: WorldPoint = { x: 0, y: 0, z: 0 };
const room = createRoom();
const channel: Channel = { x: 0, y: 0, u: 0, v: 0 };
const way = createTrackPoint();
const offset: Offset = { x: 0, y: 0 };
const ahead: Offset = { x: 0, y: 0 };

export interface HoldsAt {
  readonly space: Space;
  readonly map: RouteMap;
  readonly wire: WireClass;
  readonly guide: Guide;
  /** Length of the tip that its bend moves freely, mm. */
  readonly bendMm: number;
  /** Distance from the tip, and length that a node stands for, mm. */
  readonly fromTip: Float64Array;
  readonly share: Float64Array;
}

/** Writes the holds of all nodes that are past the sheath's mouth. */
export const findHolds = (body: WireBody, at: HoldsAt): void => {
  const { rod, holds, stations, front } = body;
  const { map, guide, fromTip, wire } = at;
  const tip = rod.nodes - 1;
  for (let i = rod.from; i <= tip; i++) {
    const a = 4 * i;
    point.s = stations[i]!;
    map.toRoute(rod.q[a]!, rod.q[a + 1]!, rod.q[a + 2]!, point);
    stations[i] = point.s;
    if (i === tip && front.on) holds.kind[i] = HOLD.none;
    else if (point.s <= guide.toS) alongGuide(body, at, i);
    else if (i < tip && inTissue(body, fromTip[i]!)) alongWay(body, at, i);
    else if (fromTip[i]! > at.bendMm && isIn(body, fromTip[i]!, MEDIUM.plane)) alongPlane(body, at, i);
    else if (
      i < tip &&
      !front.on &&
      (inTissue(body, Math.max(0, fromTip[i]! - EDGE_MM)) || inTissue(body, fromTip[i]! + EDGE_MM))
    )
      holds.kind[i] = HOLD.none;
    else besideWall(body, at, i, diameterAt(wire, fromTip[i]!) / 2);
  }
};

/** So far before and behind a stretch of tissue its edge, not a wall, lies beside the wire, mm. */
const EDGE_MM = 0.6;

/** Is that what lies so far behind the tip? */
const isIn = ({ track }: WireBody, fromTip: number, medium: Medium): boolean =>
  mediumAt(track, track.lengthMm - fromTip) === medium;
const inTissue = (body: WireBody, fromTip: number): boolean => isIn(body, fromTip, MEDIUM.tissue);

/** Inside another device's lumen. */
const alongGuide = (body: WireBody, at: HoldsAt, i: number): void => {
  const { guide } = at;
  const { s } = point;
  guide.at(s - GUIDE_FELT_MM, offset);
  guide.at(s + GUIDE_FELT_MM, ahead);
  const u = (ahead.x - offset.x) / (2 * GUIDE_FELT_MM);
  const v = (ahead.y - offset.y) / (2 * GUIDE_FELT_MM);
  guide.at(s, offset);
  inLumen(body, at, i, LUMEN_N_PER_MM2, offset.x, offset.y, u, v);
};

/** Led along a line that is as narrow as the wire. */
const inLumen = (
  { holds }: WireBody,
  { map, share, wire }: HoldsAt,
  i: number,
  stiffness: number,
  x: number,
  y: number,
  u: number,
  v: number,
): void => {
  line(holds.data, map, i, point.s, x, y, 1, u, v);
  const o = PER_NODE * i;
  holds.kind[i] = HOLD.line;
  holds.data[o + COLUMNS.stiffness] = stiffness * share[i]!;
  holds.data[o + COLUMNS.friction] = wire.friction;
  holds.data[o + COLUMNS.grip] = LUMEN_GRIP_N_PER_MM * share[i]!;
  holds.data[o + COLUMNS.limit] = Number.POSITIVE_INFINITY;
};

/** In the way that the tip has made. */
const alongWay = (body: WireBody, at: HoldsAt, i: number): void => {
  const { track } = body;
  trackAt(track, track.lengthMm - at.fromTip[i]!, at.space.place, way);
  line(body.holds.data, at.map, i, way.s, way.x, way.y, way.ds, way.dx, way.dy);
  onLine(body, at, i, TISSUE_N_PER_MM2);
};

/** The plane's hold is evened out over so much either side, mm: a bent tip that is turned in it leaves no furrow. ASSUMED. */
const EVEN_MM = [-1, -0.5, 0, 0.5, 1];

/** In the plane, which has collapsed onto it: where it runs, it slides along itself. */
const alongPlane = (body: WireBody, at: HoldsAt, i: number): void => {
  const { track, holds, rod } = body;
  const mm = track.lengthMm - at.fromTip[i]!;
  let [s, x, y, count] = [0, 0, 0, 0];
  for (const off of EVEN_MM) {
    if (mediumAt(track, mm + off) !== MEDIUM.plane || mm + off > track.lengthMm) continue;
    trackAt(track, mm + off, at.space.place, way);
    s += way.s;
    x += way.x;
    y += way.y;
    count++;
  }
  line(holds.data, at.map, i, s / count, x / count, y / count, 1, 0, 0);
  holds.data.set(rod.frames.tangentBefore.subarray(3 * i, 3 * i + 3), PER_NODE * i + 3);
  onLine(body, at, i, PLANE_N_PER_MM2);
};

const onLine = (
  { holds, track }: WireBody,
  { share, wire, fromTip }: HoldsAt,
  i: number,
  stiffness: number,
): void => {
  const o = PER_NODE * i;
  holds.kind[i] = HOLD.line;
  holds.data[o + COLUMNS.stiffness] = stiffness * share[i]!;
  holds.data[o + COLUMNS.friction] = wire.friction;
  holds.data[o + COLUMNS.grip] = TISSUE_GRIP_N_PER_MM * share[i]!;
  holds.data[o + COLUMNS.limit] =
    yieldNPerMm(materialOnTrack(track, track.lengthMm - fromTip[i]!), wire.bodyDiameterMm) * share[i]!;
};

/** In the lumen: the nearest wall, if it is near. */
const besideWall = (body: WireBody, at: HoldsAt, i: number, radius: number): void => {
  const { holds, rod, track } = body;
  const { space, map, share, wire, fromTip } = at;
  const { s, x, y } = point;
  const of = openSpaceAt(track, track.lengthMm - fromTip[i]!);
  if (space.channelAt(of, s, channel)) {
    inLumen(body, at, i, TISSUE_N_PER_MM2, channel.x, channel.y, channel.u, channel.v);
    return;
  }
  const gap = space.gapAt(of, s, x, y);
  if (gap - radius > NEAR_MM) {
    holds.kind[i] = HOLD.none;
    return;
  }
  space.roomAt(of, s, x, y, room);
  map.turn(s, room.s, room.x, room.y, world);
  if (i < rod.nodes - 1 && facesWire(rod, i)) {
    holds.kind[i] = HOLD.none;
    return;
  }
  const o = PER_NODE * i;
  const a = 4 * i;
  holds.kind[i] = HOLD.wall;
  holds.data[o] = rod.q[a]!;
  holds.data[o + 1] = rod.q[a + 1]!;
  holds.data[o + 2] = rod.q[a + 2]!;
  holds.data[o + 3] = world.x;
  holds.data[o + 4] = world.y;
  holds.data[o + 5] = world.z;
  holds.data[o + COLUMNS.gap] = gap - radius - ONSET_MM;
  holds.data[o + COLUMNS.stiffness] =
    (room.wall === 'torn' ? TORN_N_PER_MM : WALL_N_PER_MM) * Math.max(1, share[i]!);
  holds.data[o + COLUMNS.onset] = ONSET_MM;
  holds.data[o + COLUMNS.friction] = i === rod.nodes - 1 ? tipFriction(wire, room.wall) : wire.friction;
};

/** True where a wall faces the wire: its tip has gone through there, and the rest follows. */
const facesWire = ({ frames }: Rod, i: number): boolean => {
  const { tangentBefore } = frames;
  const e = 3 * i;
  const along =
    world.x * tangentBefore[e]! + world.y * tangentBefore[e + 1]! + world.z * tangentBefore[e + 2]!;
  return along > FACES_COS;
};

const FACES_COS = 0.5;

/** Writes a line through a place on the route in a direction there. */
const line = (
  data: Float64Array,
  map: RouteMap,
  i: number,
  s: number,
  x: number,
  y: number,
  ds: number,
  dx: number,
  dy: number,
): void => {
  const o = PER_NODE * i;
  map.toWorld(s, x, y, world);
  data[o] = world.x;
  data[o + 1] = world.y;
  data[o + 2] = world.z;
  map.turn(s, ds, dx, dy, world);
  const length = 1 / Math.sqrt(world.x * world.x + world.y * world.y + world.z * world.z);
  data[o + 3] = length * world.x;
  data[o + 4] = length * world.y;
  data[o + 5] = length * world.z;
};
