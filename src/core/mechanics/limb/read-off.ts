/** @file What the rest of the program knows of a wire that moves as a rod, read off the rod after each step. */
import { atan2, wrapAngle } from '../../math/trig.ts';
import { classify, type Move, report, tieTip } from '../move.ts';
import { anchorPoint, nodeBefore, stationOf } from '../path.ts';
import { tensionN } from '../rod/readings.ts';
import type { Rod } from '../rod/rod.ts';
import { ANCHOR, type Anchor, sheathStation, type WireState, worksAt } from '../state.ts';
import { freeHub } from './hub.ts';
import { rides } from './rides.ts';
import type { RouteMap, RoutePoint, WorldPoint } from './route-map.ts';
import type { Space } from './space.ts';
import { MEDIUM, openSpaceAt } from './track.ts';
import { nodeOnRoute, type WireBody } from './wire-body.ts';

const here: RoutePoint = { s: 0, x: 0, y: 0 };
const axis: WorldPoint = { x: 0, y: 0, z: 0 };

/** A wire whose tip keeps up forgets what it has taken up, per step. */
const FORGETS = 0.97;
/** What a hand feels follows the rod's force by this share per tick. */
const SMOOTH = 0.3;

const thrustAtMouth = (rod: Rod): number =>
  rod.from > 0 && rod.from < rod.nodes - 1 ? -tensionN(rod, rod.from) : 0;

/** Reads off the rod what the rest of the program knows of the wire, and reports what has changed. */
export const readOff = (
  move: Move,
  body: WireBody,
  space: Space,
  map: RouteMap,
  advance: number,
  wentMm: number,
): void => {
  const { state, tissue, wire } = move;
  const { rod } = body;
  const end = rod.nodes - 1;
  nodeOnRoute(tissue, body, end, here);
  const { tip } = wire;
  const a = 4 * (end - 1);
  const dx = rod.q[a + 4]! - rod.q[a]!;
  const dy = rod.q[a + 5]! - rod.q[a + 1]!;
  const dz = rod.q[a + 6]! - rod.q[a + 2]!;
  const along = (v: WorldPoint): number => dx * v.x + dy * v.y + dz * v.z;
  const ds = along(map.turn(here.s, 1, 0, 0, axis));
  const x = along(map.turn(here.s, 0, 1, 0, axis));
  const y = along(map.turn(here.s, 0, 0, 1, axis));
  const steep = Math.max(0.2 * rod.restMm[end - 1]!, ds);
  Object.assign(tip, { s: here.s, x: here.x, y: here.y, u: x / steep, v: y / steep });
  const open = isOpened(move) && !body.front.on ? openSpaceAt(body.track, body.track.lengthMm) : null;
  // a tip that dents the wall of the opened plane is not in that wall
  if (open !== null) space.inside(open, here.s, here.x, here.y, tip);
  const took = advance - wentMm;
  wire.slackMm = Math.max(0, wire.slackMm + took);
  if (advance > 0 && took <= 0.5 * advance) wire.slackMm *= FORGETS;
  wire.lengthMm = sheathStation(state) - state.gridStartMm + body.mouthMm + body.insideMm - wire.slackMm;
  body.thrustN += SMOOTH * (thrustAtMouth(rod) - body.thrustN);
  freeHub(wire, body);
  const contact = body.holds.grip.pressed[end]! + body.face.pressed[end]!;
  wire.forceN += SMOOTH * (contact - wire.forceN);
  readRoll(wire, map);
  if (body.struck) {
    if (wire.sinceStrikeMm > STRIKE_GAP_MM) report(move, 'calcium-strike');
    wire.sinceStrikeMm = 0;
  }
  tieTip(move);
  const openIn = open === null ? null : open === MEDIUM.plane ? 'plane' : 'lumen';
  classify(move, worksAt(wire), Math.abs(wentMm), wentMm > 0 || advance > 0, openIn);
};

/** A tip strikes calcium anew after so much way without, mm. ASSUMED. */
const STRIKE_GAP_MM = 2;

/** Wire 2 lives in the opened vessel once it has left what has brought it. */
export const isOpened = ({ state, wire }: Pick<Move, 'state' | 'wire'>): boolean =>
  wire === state.wire2 && wire.approach === null;

/** Azimuth at which the bent tip points, unwound. */
const readRoll = (wire: WireState, map: RouteMap): void => {
  const { frames, nodes } = wire.body!.rod;
  const e = 3 * (nodes - 2);
  const on = (v: WorldPoint): number =>
    frames.m1[e]! * v.x + frames.m1[e + 1]! * v.y + frames.m1[e + 2]! * v.z;
  const x = on(map.turn(here.s, 0, 1, 0, axis));
  const y = on(map.turn(here.s, 0, 0, 1, axis));
  wire.tipRollRad += wrapAngle(atan2(y, x) - wire.tipRollRad);
};

const tied: { anchor: Anchor; anchorX: number; anchorY: number } = {
  anchor: ANCHOR.lumen,
  anchorX: 0,
  anchorY: 0,
};

/** Lays the wire's place down by station, where nothing else decides it. */
export const layPath = (move: Move, { rod, stations, mouthS }: WireBody, map: RouteMap): void => {
  const { state, tissue, wire, look } = move;
  const { path, tip } = wire;
  // what lies in the opened vessel is carried along by it
  const opens = isOpened(move);
  const heldTo = rides(state, wire) ? Math.max(state.ivus.tipS, state.gridStartMm) : mouthS;
  const lastNode = nodeBefore(state, tip.s);
  let k = nodeBefore(state, heldTo) + 1;
  let s0 = mouthS;
  let x0 = 0;
  let y0 = 0;
  for (let i = Math.max(0, rod.from - 1); i < rod.nodes && k <= lastNode; i++) {
    here.s = Math.max(mouthS, stations[i]!);
    map.toRoute(rod.q[4 * i]!, rod.q[4 * i + 1]!, rod.q[4 * i + 2]!, here);
    for (; k <= lastNode && stationOf(state, k) <= here.s; k++) {
      const s = stationOf(state, k);
      const t = here.s > s0 ? Math.max(0, Math.min(1, (s - s0) / (here.s - s0))) : 1;
      tied.anchor = ANCHOR.lumen;
      tied.anchorX = x0 + t * (here.x - x0);
      tied.anchorY = y0 + t * (here.y - y0);
      if (opens) anchorPoint(tissue, look, s, tied.anchorX, tied.anchorY, tied);
      path.x[k] = tied.anchorX;
      path.y[k] = tied.anchorY;
      path.anchor[k] = tied.anchor;
    }
    s0 = here.s;
    x0 = here.x;
    y0 = here.y;
  }
  path.last = lastNode;
  path.track = lastNode;
};
