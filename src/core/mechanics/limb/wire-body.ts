/** @file A wire in the limb: its rod, what it touches, the way its tip has made, and the front that tip works on. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { frameAt } from '../../math/curve.ts';
import type { Hasher } from '../../math/hash.ts';
import type { TipShape } from '../device.ts';
import { commitGrip, createGrip, type Grip } from '../rod/contact.ts';
import { layStraight, type Mouth } from '../rod/feed.ts';
import { fromTipMm, type Rod } from '../rod/rod.ts';
import { createShaft, type Shaft } from '../shaft.ts';
import { shapedWire, shapeTip } from '../wire-rod.ts';
import type { WireClass } from '../wires.ts';
import { createHolds, type Holds } from './holds.ts';
import { type RoutePoint, routeMapOf } from './route-map.ts';
import { createTrack, type Track } from './track.ts';

/** The place in tissue at which a tip works, see `front.ts`. */
export interface Front {
  on: boolean;
  /** It has been in tissue: open space ahead is then the other side. */
  deep: boolean;
  /** Route coordinates, and where in the tissue that is kept, mm. */
  s: number;
  x: number;
  y: number;
  keptX: number;
  keptY: number;
  /** Unit direction in which it gives, and the force that makes it, N. */
  ds: number;
  dx: number;
  dy: number;
  priceN: number;
  /** What the tissue asks there, N; it cannot go on there, and slips over the face when it can. */
  resistanceN: number;
  blocked: boolean;
  /** It was turned away from calcium. */
  struck: boolean;
  /** Length for which a tip that has slipped still sweeps toward the weakest place, mm. */
  sweepMm: number;
  /** Length for which a tip that has just bitten is still held by the plane behind it, and goes as it bit, mm. */
  freshMm: number;
  /** It has paid for the way into the adventitia. */
  paidOut: boolean;
}

const createFront = (): Front => ({
  on: false,
  deep: false,
  s: 0,
  x: 0,
  y: 0,
  keptX: 0,
  keptY: 0,
  ds: 1,
  dx: 0,
  dy: 0,
  priceN: 0,
  resistanceN: 0,
  blocked: false,
  struck: false,
  sweepMm: 0,
  freshMm: 0,
  paidOut: false,
});

/** Plain data. */
export interface WireBody {
  readonly rod: Rod;
  readonly holds: Holds;
  /** What the tip alone touches: the face of its front. */
  readonly face: Grip;
  /** Station of each node, mm: where to look for it next. */
  readonly stations: Float64Array;
  readonly track: Track;
  readonly front: Front;
  /** Station of the mouth through which it is fed, the sheath's or its lumen's, and how long its way is up to there, mm. */
  mouthS: number;
  mouthMm: number;
  /** Length past that mouth, mm. */
  insideMm: number;
  /** The shaft outside, from the hub to the sheath. */
  readonly shaft: Shaft;
  /** The tip has pressed on calcium in the last step. */
  struck: boolean;
  /** Thrust with which it passes the sheath, N, negative when it is drawn; smoothed over a few ticks. */
  thrustN: number;
  /** Largest net force that the last step left, N, and the largest move of an unknown in it, mm or rad. */
  residualN: number;
  movedMm: number;
  /** Steps in a row that have ended far from rest. */
  unsettled: number;
  /** Times that it has been laid down anew, see `recover.ts`. */
  recovered: number;
  /** Ticks for which neither its hub nor anything around it has moved. */
  idleTicks: number;
  /** What lay around the wire when it came to rest: it sleeps until that changes. */
  restedAt: number;
}

/** The sheath's mouth at a station of the route, pointing along it. */
export const mouthAt = (tissue: Tissue, s: number): Mouth => {
  const { origin, t } = frameAt(tissue.anatomy.target.curve, s);
  return { x: origin.x, y: origin.y, z: origin.z, dx: t.x, dy: t.y, dz: t.z };
};

/** A wire whose tip lies so far past the sheath's mouth, mm, straight, its bend pointing along the route's first normal. */
export const createWireBody = (
  tissue: Tissue,
  wire: WireClass,
  shape: TipShape,
  sheathS: number,
  insideMm: number,
): WireBody => {
  const { curve } = tissue.anatomy.target;
  const rod = shapedWire(wire, shape, curve.endMm - curve.startMm);
  layStraight(rod, mouthAt(tissue, sheathS), insideMm, frameAt(curve, sheathS).n1);
  const fromTip = fromTipMm(rod);
  const body: WireBody = {
    rod,
    holds: createHolds(rod.nodes),
    face: createGrip(rod.nodes),
    stations: fromTip.map((mm) => sheathS + insideMm - mm),
    track: createTrack(),
    front: createFront(),
    mouthS: sheathS,
    mouthMm: 0,
    insideMm,
    shaft: createShaft(),
    struck: false,
    thrustN: 0,
    residualN: 0,
    movedMm: 1,
    unsettled: 0,
    recovered: 0,
    idleTicks: 0,
    restedAt: Number.POSITIVE_INFINITY,
  };
  body.track.lengthMm = 0;
  return body;
};

/** Bends the tip anew. */
export const reshapeBody = ({ rod }: WireBody, shape: TipShape): void => shapeTip(rod, shape);

export const commitTouches = ({ holds, face }: WireBody): void => {
  commitGrip(holds.grip);
  commitGrip(face);
};

/** Route coordinates of a node. */
export const nodeOnRoute = (
  tissue: Tissue,
  { rod, stations }: WireBody,
  node: number,
  out: RoutePoint,
): RoutePoint => {
  out.s = stations[node]!;
  const a = 4 * node;
  return routeMapOf(tissue.anatomy.target.curve).toRoute(rod.q[a]!, rod.q[a + 1]!, rod.q[a + 2]!, out);
};

/** Feeds all that the next step depends on to a hasher. */
export const hashBody = (
  { rod, front, track, mouthS, insideMm, holds, face, shaft, idleTicks }: WireBody,
  hasher: Hasher,
): void => {
  const first = 4 * Math.max(0, rod.from - 2);
  for (let i = first; i < rod.q.length; i++) hasher.number(rod.q[i]!);
  for (const grip of [holds.grip, face]) {
    for (let i = rod.from; i < rod.nodes; i++) hasher.number(grip.pressed[i]!);
  }
  const { on, s, x, y, ds, dx, dy, priceN } = front;
  hasher.number(idleTicks);
  for (const list of [shaft.turned, shaft.along, shaft.around]) for (const n of list) hasher.number(n);
  for (const n of [on ? 1 : 0, s, x, y, ds, dx, dy, priceN, mouthS, insideMm, track.lengthMm, track.s.length])
    hasher.number(n);
};
