/** @file Finds what holds each node of a wire at the beginning of a step: a lumen that guides it, its own way, or a wall. */
import type { Tissue } from '../../anatomy/tissue.ts';
import type { Offset } from '../bundle.ts';
import type { Rod } from '../rod/rod.ts';
import type { WireClass } from '../wires.ts';
import { createRoom, gapAt, roomAt } from './free-space.ts';
import { COLUMNS, HOLD, PER_NODE } from './holds.ts';
import type { RouteMap, RoutePoint, WorldPoint } from './route-map.ts';
import { createTrackPoint, MEDIUM, materialOnTrack, mediumAt, trackAt } from './track.ts';
import { yieldNPerMm } from './widen.ts';
import type { WireBody } from './wire-body.ts';

/** A device over the wire. */
export interface Guide {
  /** Station up to which it guides the wire, mm; -Infinity: there is none. */
  readonly toS: number;
  /** Where it guides it there, route offsets in mm. */
  at(s: number, out: Offset): Offset;
}

/** Of the wall under each millimetre of wire, N/mm, and over which it sets in, mm. ASSUMED; soft tissue has a tenth. */
const WALL_N_PER_MM = 4;
const ONSET_MM = 0.05;
/** Foundation of a way through tissue, N/mm^2 (field notes: plane 0.1, dense plaque 0.5, calcium beyond 2), ASSUMED. */
const TISSUE_N_PER_MM2 = 4;
/** A lumen holds far better than tissue. ASSUMED. */
const LUMEN_N_PER_MM2 = 2;
/** Side force of what lies around a wire in tissue and in a lumen, N/mm. ASSUMED. */
const TISSUE_GRIP_N_PER_MM = 0.02;
const LUMEN_GRIP_N_PER_MM = 0.005;
/** Nothing further off is a wall to be reckoned with this step, mm. */
const NEAR_MM = 0.4;
/** A bare tip catches where a body slides, a tapered one digs in: friction up to which it sticks, ASSUMED. */
const tipFriction = ({ coat, tipDiameterMm }: WireClass): number =>
  coat === 'jacket' ? 0.15 : tipDiameterMm < TAPERED_MM ? 1.2 : 0.4;
const TAPERED_MM = 0.3;
const GUIDE_FELT_MM = 0.5;

const point: RoutePoint = { s: 0, x: 0, y: 0 };
const world: WorldPoint = { x: 0, y: 0, z: 0 };
const room = createRoom();
const way = createTrackPoint();
const offset: Offset = { x: 0, y: 0 };
const ahead: Offset = { x: 0, y: 0 };

export interface HoldsAt {
  readonly tissue: Tissue;
  readonly map: RouteMap;
  readonly wire: WireClass;
  readonly guide: Guide;
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
    else if (i < tip && mediumAt(body.track, body.track.lengthMm - fromTip[i]!) === MEDIUM.tissue)
      alongWay(body, at, i, TISSUE_N_PER_MM2, TISSUE_GRIP_N_PER_MM);
    else besideWall(body, at, i, (i === tip ? wire.tipDiameterMm : wire.bodyDiameterMm) / 2);
  }
};

/** Inside another device's lumen. */
const alongGuide = ({ holds }: WireBody, { guide, map, share, wire }: HoldsAt, i: number): void => {
  const { s } = point;
  guide.at(s - GUIDE_FELT_MM, offset);
  guide.at(s + GUIDE_FELT_MM, ahead);
  const u = (ahead.x - offset.x) / (2 * GUIDE_FELT_MM);
  const v = (ahead.y - offset.y) / (2 * GUIDE_FELT_MM);
  guide.at(s, offset);
  line(holds.data, map, i, s, offset.x, offset.y, 1, u, v);
  const o = PER_NODE * i;
  holds.kind[i] = HOLD.line;
  holds.data[o + COLUMNS.stiffness] = LUMEN_N_PER_MM2 * share[i]!;
  holds.data[o + COLUMNS.friction] = wire.friction;
  holds.data[o + COLUMNS.grip] = LUMEN_GRIP_N_PER_MM * share[i]!;
  holds.data[o + COLUMNS.limit] = Number.POSITIVE_INFINITY;
};

/** In the way that the tip has made. */
const alongWay = (
  { holds, track }: WireBody,
  { map, share, wire, fromTip }: HoldsAt,
  i: number,
  stiffness: number,
  grip: number,
): void => {
  trackAt(track, track.lengthMm - fromTip[i]!, way);
  line(holds.data, map, i, way.s, way.x, way.y, way.ds, way.dx, way.dy);
  const o = PER_NODE * i;
  holds.kind[i] = HOLD.line;
  holds.data[o + COLUMNS.stiffness] = stiffness * share[i]!;
  holds.data[o + COLUMNS.friction] = wire.friction;
  holds.data[o + COLUMNS.grip] = grip * share[i]!;
  holds.data[o + COLUMNS.limit] =
    yieldNPerMm(materialOnTrack(track, track.lengthMm - fromTip[i]!), wire.bodyDiameterMm) * share[i]!;
};

/** In the lumen: the nearest wall, if it is near. */
const besideWall = (
  { holds, rod }: WireBody,
  { tissue, map, share, wire }: HoldsAt,
  i: number,
  radius: number,
): void => {
  const { s, x, y } = point;
  const gap = gapAt(tissue, s, x, y);
  if (gap - radius > NEAR_MM) {
    holds.kind[i] = HOLD.none;
    return;
  }
  roomAt(tissue, s, x, y, room);
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
  holds.data[o + COLUMNS.stiffness] = WALL_N_PER_MM * Math.max(1, share[i]!);
  holds.data[o + COLUMNS.onset] = ONSET_MM;
  holds.data[o + COLUMNS.friction] = i === rod.nodes - 1 ? tipFriction(wire) : wire.friction;
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
