/** @file A wire through one tick: what its hub was given, where its rod comes to rest, what its tip does there. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { carriedWire1At } from '../bundle.ts';
import type { HubInput } from '../device.ts';
import type { StepOutput } from '../event.ts';
import type { Move } from '../move.ts';
import { gaugeOf } from '../resistance.ts';
import { feed, type Mouth } from '../rod/feed.ts';
import { dragging, draggingAcross, dragOf } from '../rod/loads.ts';
import type { StepLimits } from '../rod/newton.ts';
import { commit, fromTipMm, type Rod, shareMm } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import type { MechanicsState, WireState } from '../state.ts';
import { diameterAt, findWire, type WireClass } from '../wires.ts';
import { findHolds, type Guide } from './find-holds.ts';
import { holding } from './holds.ts';
import { advanceOf, turnAtMouth } from './hub.ts';
import { mouthOf } from './mouth.ts';
import { isOpened, layPath, readOff } from './read-off.ts';
import { isLost, layAlongWay } from './recover.ts';
import { rides } from './rides.ts';
import { type RoutePoint, routeMapOf } from './route-map.ts';
import { opened, type Space, unopened } from './space.ts';
import { stiffen, supportOf } from './support.ts';
import { createTipLoad, type TipLoad } from './tip-load.ts';
import { type Unhurried, unhurried } from './unhurried.ts';
import { widenWay } from './widen.ts';
import { commitTouches, type WireBody } from './wire-body.ts';

/** N s/mm^2 on the last 15 mm and behind: enough to settle, too little to be felt. */
const TIP_DRAG = 1e-5;
const DRAG = 1e-4;
const TIP_MM = 15;
/** Against moving sideways alone, from so far behind the tip, mm: a wire that bows from wall to wall settles. A free 20 mm of
 *  it does so within 0.3 s. */
const SIDE_DRAG = 3e-3;
const SIDE_FROM_MM = 100;
const SIDE_FROM_2 = 5;
const STEPS_PER_S = 240;
const LIMITS: StepLimits = { iterations: 48, toleranceN: 5e-4, moveMm: 0.5 };

/** What a rod needs for its steps and remembers nothing of. */
interface Workshop {
  readonly solve: Unhurried;
  readonly fromTip: Float64Array;
  readonly share: Float64Array;
  readonly tip: TipLoad;
}

const workshops = new WeakMap<Rod, Workshop>();

const workshopOf = (body: WireBody, kind: WireClass, sideFromMm: number): Workshop => {
  const { rod, holds } = body;
  const known = workshops.get(rod);
  if (known) return known;
  const fromTip = fromTipMm(rod);
  const tip = createTipLoad(body);
  const loads = [
    holding(holds, (i) => diameterAt(kind, fromTip[i]!) / 2),
    dragging(
      dragOf(rod, (i) => (fromTip[i]! < TIP_MM ? TIP_DRAG : DRAG)),
      STEPS_PER_S,
    ),
    draggingAcross(
      shareMm(rod).map((mm, i) => (fromTip[i]! < sideFromMm ? 0 : SIDE_DRAG * mm)),
      STEPS_PER_S,
    ),
    tip.load,
  ];
  const solve = unhurried(rod, createSystem(rod), loads, STEPS_PER_S);
  const made: Workshop = { solve, fromTip, share: shareMm(rod), tip };
  workshops.set(rod, made);
  return made;
};

const at: RoutePoint = { s: 0, x: 0, y: 0 };

const spaceOf = (state: MechanicsState, tissue: Tissue, wire: WireState, kind: WireClass): Space =>
  isOpened({ state, wire }) ? opened(state, tissue, kind.tipDiameterMm / 2) : unopened(tissue);

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
  const space = spaceOf(state, tissue, wire, kind);
  const move: Move = { state, tissue, wire, device, kind, gauge, look: space.look, out };
  const map = routeMapOf(tissue.anatomy.target.curve);
  const { solve, fromTip, share, tip } = workshopOf(
    body,
    kind,
    device === 'wire1' ? SIDE_FROM_MM : SIDE_FROM_2,
  );

  const mouth = mouthOf(state, tissue, wire);
  const advance = advanceOf(move, body, input.advance, dtS);
  if (sleeps(move, body, mouth, advance !== 0 || input.torque !== 0)) return;
  const turnRad = turnAtMouth(move, body, advance, input.torque, dtS);
  stiffen(body.rod, kind, fromTip, supportOf(state, wire));
  const gone = mouth.s - body.mouthS;
  body.mouthS = mouth.s;
  body.mouthMm += gone;
  body.insideMm += advance - gone;
  feed(body.rod, mouth, body.insideMm, advance, turnRad);
  at.s = body.stations[body.rod.nodes - 1]!;
  const work = { move, body, space, map, fromTip, advanceMm: advance, tip: at };
  tip.prepare(work);
  const bendMm = wire.shape.lengthMm + 1;
  findHolds(body, { space, map, wire: kind, guide: guideOf(state, wire), bendMm, fromTip, share });
  body.residualN = solve(LIMITS).residualN;
  body.movedMm = largestMove(body.rod);
  commit(body.rod);
  const before = body.track.lengthMm;
  tip.settle(work);
  // wire 1 straightens what it has wound by cutting into the adventitia too, or it sticks: not as it is in life
  widenWay(body, map, tissue, fromTip, share, isOpened(move));
  commitTouches(body);
  readOff(move, body, space, map, advance, body.track.lengthMm - before);
  layPath(move, body, map);
  if (isLost(body)) {
    layAlongWay(tissue, body, space, mouth, rides(state, wire) ? state.ivus.tipS : mouth.s);
    wire.slackMm = 0;
    body.recovered++;
  }
};

/** A wire that has come to rest stays so while neither its hub nor anything around it moves. */
const sleeps = ({ state }: Move, body: WireBody, mouth: Mouth, driven: boolean): boolean => {
  const near = state.ivus.loaded ? Math.floor(state.ivus.tipS / NOTICED_MM) : 0;
  const around = near + mouth.x + mouth.y + mouth.z;
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
