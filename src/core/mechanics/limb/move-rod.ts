/** @file A wire through one tick: what its hub was given, where its rod comes to rest, what its tip does there. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { atan2, wrapAngle } from '../../math/trig.ts';
import { carriedWire1At } from '../bundle.ts';
import type { HubInput } from '../device.ts';
import type { StepOutput } from '../event.ts';
import { classify, type Move, report, tieTip } from '../move.ts';
import { nodeBefore, stationOf } from '../path.ts';
import { gaugeOf } from '../resistance.ts';
import { feed } from '../rod/feed.ts';
import { dragging, draggingAcross, dragOf } from '../rod/loads.ts';
import type { StepLimits } from '../rod/newton.ts';
import { tensionN } from '../rod/readings.ts';
import { commit, fromTipMm, type Rod, shareMm } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { ANCHOR, type MechanicsState, sheathStation, type WireState } from '../state.ts';
import { lookOfWire1 } from '../surroundings.ts';
import { findWire } from '../wires.ts';
import { findHolds, type Guide } from './find-holds.ts';
import { holding } from './holds.ts';
import { advanceOf, freeHub, turnAtSheath } from './hub.ts';
import { isLost, layAlongWay } from './recover.ts';
import { rides } from './rides.ts';
import { type RouteMap, type RoutePoint, routeMapOf, type WorldPoint } from './route-map.ts';
import { stiffen, supportOf } from './support.ts';
import { createTipLoad, type TipLoad } from './tip-load.ts';
import { type Unhurried, unhurried } from './unhurried.ts';
import { widenWay } from './widen.ts';
import { commitTouches, mouthAt, nodeOnRoute, type WireBody } from './wire-body.ts';

/** N s/mm^2 on the last 15 mm and behind: enough to settle, too little to be felt. */
const TIP_DRAG = 1e-5;
const DRAG = 1e-4;
const TIP_MM = 15;
/** Against moving sideways alone, from so far behind the tip, mm: a wire that bows from wall to wall settles. A free 20 mm of
 *  it does so within 0.3 s. */
const SIDE_DRAG = 3e-3;
const SIDE_FROM_MM = 100;
const STEPS_PER_S = 240;
const LIMITS: StepLimits = { iterations: 48, toleranceN: 5e-4, moveMm: 0.5 };
/** A wire whose tip keeps up forgets what it has taken up, per step. */
const FORGETS = 0.97;
/** What a rod needs for its steps and remembers nothing of. */
interface Workshop {
  readonly solve: Unhurried;
  readonly fromTip: Float64Array;
  readonly share: Float64Array;
  readonly tip: TipLoad;
}

const workshops = new WeakMap<Rod, Workshop>();

const workshopOf = (body: WireBody, bodyMm: number, tipMm: number): Workshop => {
  const { rod, holds } = body;
  const known = workshops.get(rod);
  if (known) return known;
  const fromTip = fromTipMm(rod);
  const tip = createTipLoad(body);
  const loads = [
    holding(holds, (i) => (i === rod.nodes - 1 ? tipMm : bodyMm)),
    dragging(
      dragOf(rod, (i) => (fromTip[i]! < TIP_MM ? TIP_DRAG : DRAG)),
      STEPS_PER_S,
    ),
    draggingAcross(sideDragOf(rod, fromTip), STEPS_PER_S),
    tip.load,
  ];
  const solve = unhurried(rod, createSystem(rod), loads, STEPS_PER_S);
  const made: Workshop = { solve, fromTip, share: shareMm(rod), tip };
  workshops.set(rod, made);
  return made;
};

/** N s/mm at each node. */
const sideDragOf = (rod: Rod, fromTip: Float64Array): Float64Array =>
  shareMm(rod).map((mm, i) => (fromTip[i]! < SIDE_FROM_MM ? 0 : SIDE_DRAG * mm));

const here: RoutePoint = { s: 0, x: 0, y: 0 };
const at: RoutePoint = { s: 0, x: 0, y: 0 };
const axis: WorldPoint = { x: 0, y: 0, z: 0 };

/** One tick of one wire. Its tip never passes behind what it rides in. */
export const moveRod = (
  state: MechanicsState,
  tissue: Tissue,
  device: 'wire1' | 'wire2',
  input: HubInput,
  dtS: number,
  out: StepOutput,
): void => {
  const wire = state[device];
  const { body } = wire;
  if (!wire.loaded || !body) return;
  const kind = findWire(wire.wireId)!;
  const gauge = gaugeOf(kind, state.law);
  const look = lookOfWire1(tissue);
  const move: Move = { state, tissue, wire, device, kind, gauge, look, out };
  const map = routeMapOf(tissue.anatomy.target.curve);
  const { solve, fromTip, share, tip } = workshopOf(body, kind.bodyDiameterMm / 2, kind.tipDiameterMm / 2);

  const advance = advanceOf(move, body, input.advance, dtS);
  if (sleeps(move, body, advance !== 0 || input.torque !== 0)) return;
  const turnRad = turnAtSheath(move, body, advance, input.torque, dtS);
  stiffen(body.rod, kind, fromTip, supportOf(state, wire));
  body.insideMm += advance;
  feed(body.rod, mouthAt(tissue, sheathStation(state)), body.insideMm, advance, turnRad);
  at.s = body.stations[body.rod.nodes - 1]!;
  const work = { move, body, map, fromTip, tip: at };
  tip.prepare(work);
  findHolds(body, { tissue, map, wire: kind, guide: guideOf(state, wire), fromTip, share });
  body.residualN = solve(LIMITS).residualN;
  body.movedMm = largestMove(body.rod);
  commit(body.rod);
  const before = body.track.lengthMm;
  tip.settle(work);
  widenWay(body, map, look, fromTip, share);
  commitTouches(body);
  follow(move, body, map, advance, body.track.lengthMm - before);
  layPath(move, body, map);
  if (isLost(body)) {
    layAlongWay(
      tissue,
      body,
      sheathStation(state),
      rides(state, wire) ? state.ivus.tipS : sheathStation(state),
    );
    wire.slackMm = 0;
    body.recovered++;
  }
};

/** A wire that has come to rest stays so while neither its hub nor anything around it moves. */
const sleeps = ({ state }: Move, body: WireBody, driven: boolean): boolean => {
  const around = state.ivus.loaded ? Math.floor(state.ivus.tipS / NOTICED_MM) : Number.NEGATIVE_INFINITY;
  const still = !driven && around === body.restedAt;
  body.restedAt = around;
  body.idleTicks = still ? Math.min(CREEPS_TICKS, body.idleTicks + 1) : 0;
  return still && (body.movedMm < REST_MM || body.idleTicks === CREEPS_TICKS);
};

/** What still creeps from one contact to another after so long is held by friction, ticks. ASSUMED: half a second. */
const CREEPS_TICKS = 120;

/** Less than this in a step is no motion, mm or rad; a catheter that goes over it is noticed after so much way, mm. */
const REST_MM = 1e-4;
const NOTICED_MM = 0.5;

const largestMove = ({ q, before, from }: Rod): number => {
  let most = 0;
  for (let i = 4 * from; i < q.length; i++) {
    const d = q[i]! - before[i]!;
    most = Math.max(most, d < 0 ? -d : d);
  }
  return most;
};

/** The bend at a wire's end and so much behind it are never led: a catheter that comes that near does not straighten it, mm. ASSUMED. */
const UNLED_MM = 1;

/** The IVUS catheter over the wire. */
const guideOf = (state: MechanicsState, wire: WireState): Guide => ({
  toS: rides(state, wire)
    ? Math.min(state.ivus.tipS, wire.tip.s - wire.shape.lengthMm - UNLED_MM)
    : Number.NEGATIVE_INFINITY,
  at: (s, to) => carriedWire1At(state, s, to),
});

/** What a hand feels follows the rod's force by this share per tick. */
const SMOOTH = 0.3;

const thrustAtSheath = (rod: Rod): number =>
  rod.from > 0 && rod.from < rod.nodes - 1 ? -tensionN(rod, rod.from) : 0;

/** Reads off the rod what the rest of the program knows of the wire, and reports what has changed. */
const follow = (move: Move, body: WireBody, map: RouteMap, advance: number, wentMm: number): void => {
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
  const took = advance - wentMm;
  wire.slackMm = Math.max(0, wire.slackMm + took);
  if (advance > 0 && took <= 0.5 * advance) wire.slackMm *= FORGETS;
  wire.lengthMm = sheathStation(state) - state.gridStartMm + body.insideMm - wire.slackMm;
  body.thrustN += SMOOTH * (thrustAtSheath(rod) - body.thrustN);
  freeHub(wire, body);
  const contact = body.holds.grip.pressed[end]! + body.face.pressed[end]!;
  wire.forceN += SMOOTH * (contact - wire.forceN);
  readRoll(wire, map);
  if (body.struck) {
    if (wire.sinceStrikeMm > STRIKE_GAP_MM) report(move, 'calcium-strike');
    wire.sinceStrikeMm = 0;
  }
  tieTip(move);
  // the tip works at its front, or where it is
  classify(move, body.front.on ? body.front : tip, Math.abs(wentMm), wentMm > 0);
};

/** A tip strikes calcium anew after so much way without, mm. ASSUMED. */
const STRIKE_GAP_MM = 2;

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

/** Lays the wire's place down by station, where nothing else decides it. */
const layPath = ({ state, wire }: Move, { rod, stations }: WireBody, map: RouteMap): void => {
  const { path, tip } = wire;
  const heldTo = rides(state, wire) ? state.ivus.tipS : Number.NEGATIVE_INFINITY;
  const lastNode = nodeBefore(state, tip.s);
  let k = Math.max(nodeBefore(state, Math.max(heldTo, state.gridStartMm)) + 1, 0);
  let s0 = sheathStation(state);
  let x0 = 0;
  let y0 = 0;
  for (let i = rod.from; i < rod.nodes && k <= lastNode; i++) {
    here.s = stations[i]!;
    map.toRoute(rod.q[4 * i]!, rod.q[4 * i + 1]!, rod.q[4 * i + 2]!, here);
    for (; k <= lastNode && stationOf(state, k) <= here.s; k++) {
      const t = here.s > s0 ? Math.max(0, Math.min(1, (stationOf(state, k) - s0) / (here.s - s0))) : 1;
      path.x[k] = x0 + t * (here.x - x0);
      path.y[k] = y0 + t * (here.y - y0);
      path.anchor[k] = ANCHOR.lumen;
    }
    s0 = here.s;
    x0 = here.x;
    y0 = here.y;
  }
  path.last = lastNode;
  path.track = lastNode;
};
