/**
 * @file The load of a wire's tip, and what the tip does with it: glides, stands before a plug, enters what it presses on.
 *
 * In open space the tip slides along walls like the rest of the wire, and enters when it presses hard and squarely enough on what
 * it touches. In tissue, and before a plug, its front decides.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Offset } from '../bundle.ts';
import { limitN } from '../move.ts';
import { BITE_COS, peelN, punctureN } from '../resistance.ts';
import { COLUMN } from '../rod/band.ts';
import { addTouch, createTouch, letGo, type Touch, yieldedMm } from '../rod/contact.ts';
import { addAcross } from '../rod/loads.ts';
import type { Load } from '../rod/newton.ts';
import { createSpot } from '../surroundings.ts';
import { driftMm } from './drift.ts';
import { createRoom } from './free-space.ts';
import { carryFront, openFront, type Pressed, workFront } from './front.ts';
import { bites } from './front-choice.ts';
import { HOLD } from './holds.ts';
import { LOOK_AHEAD_MM, plugAhead } from './plug.ts';
import { isOpened } from './read-off.ts';
import type { RoutePoint, WorldPoint } from './route-map.ts';
import { BODY_FROM_MM, type Heading, nodeBehind, type TipWork, tipHeading } from './tip-work.ts';
import {
  createTrackPoint,
  extendTrack,
  MEDIUM,
  mediumAt,
  openSpaceAt,
  relayTrack,
  shortenTrack,
  trackAt,
} from './track.ts';
import { nodeOnRoute, type WireBody } from './wire-body.ts';

/** A front holds the tip in its line so hard, N/mm; its face sets in over so much, mm, and is so stiff, N/mm. ASSUMED. */
const LINE_N_PER_MM = 4;
const FACE = { stiffness: 10, onsetMm: 0.01 } as const;
/** What a tip in tissue sticks with when it is drawn back. ASSUMED. */
const STICKS = { stiffness: 2, limitN: 0.02 } as const;
/** A tip this near to a plug stands before it, mm. */
const STANDS_MM = 0.25;
/** Tissue feels this far beyond the tip's surface, mm: beside a catheter a flap is pressed to 0.04 mm. */
const FEEL_MM = [0.02, 0.045, 0.07] as const;
/** So long a tip that has bitten goes as it bit, mm. ASSUMED: as long as its bend. */
const FRESH_MM = 1.5;
/** A tip that presses on calcium with more than this has struck it, N. ASSUMED. */
const STRIKE_N = 0.01;

/** Cosine between the way made and the way to go on, at least: a tip does not turn back. */
const LEAST_FORWARD = 0.3;

/** Read so far behind the tip, mm; it counts as much more as the tip is still behind. ASSUMED. */
const DRAWN_FROM_MM = 1;
const DRAWN_COUNTS = 4;
/** A count that is off is put right by no more than so much in a step, mm. */
const MOST_DRIFT_MM = 0.01;

export interface TipLoad {
  readonly load: Load;
  /** Finds what the tip stands before, once per step. */
  prepare(work: TipWork): void;
  /** After the step: lets fronts give, opens new ones, lays the way. */
  settle(work: TipWork): void;
}

const spot = createSpot();
const room = createRoom();
const heading: Heading = { s: 1, x: 0, y: 0 };
const made = createTrackPoint();
const near: RoutePoint = { s: 0, x: 0, y: 0 };
const far: RoutePoint = { s: 0, x: 0, y: 0 };

const inside: Offset = { x: 0, y: 0 };
const kept: Offset = { x: 0, y: 0 };

export const createTipLoad = (body: WireBody): TipLoad => {
  const { rod, front } = body;
  const tip = rod.nodes - 1;
  const face: Touch = { ...createTouch(), ...FACE };
  const at: WorldPoint = { x: 0, y: 0, z: 0 };
  const way: WorldPoint = { x: 0, y: 0, z: 1 };
  const axis: WorldPoint = { x: 0, y: 0, z: 0 };
  const lies: Pressed = {
    beyondMm: () => 0,
    behindMm: 0,
    pressedN: 0,
    asideMm: 0,
    aside: { s: 0, x: 0, y: 0 },
    asideNPerMm: LINE_N_PER_MM,
  };
  /** Where the wire behind the bend was when the step began. */
  const before = new Float64Array(3);

  /** How much more the face bears of a push that comes askew to where it gives. */
  let askew = 1;

  const load: Load = (r, system) => {
    if (!front.on) {
      letGo(body.face, tip);
      return;
    }
    const { gradient, band } = system;
    const a = 4 * tip;
    const dx = r.q[a]! - at.x;
    const dy = r.q[a + 1]! - at.y;
    const dz = r.q[a + 2]! - at.z;
    const { x: ux, y: uy, z: uz } = way;
    const along = dx * ux + dy * uy + dz * uz;
    addAcross(system, a, LINE_N_PER_MM, dx, dy, dz, ux, uy, uz);
    face.nx = ux;
    face.ny = uy;
    face.nz = uz;
    face.limitN = askew * front.priceN;
    face.depthMm = along + face.onsetMm;
    addTouch(r, system, body.face, tip, face, 0);
    if (along >= 0) return;
    // it sticks in what it has made until it is drawn out
    const o = COLUMN * a;
    const k = -along * STICKS.stiffness > STICKS.limitN ? 0 : STICKS.stiffness;
    const pull = k > 0 ? k * along : -STICKS.limitN;
    gradient[a] = gradient[a]! + pull * ux;
    gradient[a + 1] = gradient[a + 1]! + pull * uy;
    gradient[a + 2] = gradient[a + 2]! + pull * uz;
    band[o] = band[o]! + k * ux * ux;
    band[o + 1] = band[o + 1]! + k * ux * uy;
    band[o + 2] = band[o + 2]! + k * ux * uz;
    band[o + COLUMN] = band[o + COLUMN]! + k * uy * uy;
    band[o + COLUMN + 1] = band[o + COLUMN + 1]! + k * uy * uz;
    band[o + 2 * COLUMN] = band[o + 2 * COLUMN]! + k * uz * uz;
  };

  const prepare = (work: TipWork): void => {
    nodeOnRoute(work.move.tissue, body, tip, work.tip);
    const behind = 4 * nodeBehind(work.fromTip, work.move.wire.shape.lengthMm + BODY_FROM_MM);
    for (let c = 0; c < 3; c++) before[c] = rod.before[behind + c]!;
    if (!(front.on && front.deep)) {
      const ahead = plugAhead(work);
      const { s, x, y } = work.tip;
      if (!front.on && ahead < STANDS_MM) {
        // the plane's end lies where the plane does, not where a bent tip presses beside it
        const of = openSpaceAt(body.track, body.track.lengthMm);
        if (of === MEDIUM.plane) work.space.inside(of, s, x, y, inside);
        else Object.assign(inside, { x, y });
        openFront(work, s, inside.x, inside.y, false);
      } else if (front.on && ahead > LOOK_AHEAD_MM) front.on = false;
    }
    if (front.on) {
      carryFront(work);
      placeFront(work);
    }
  };

  /** Before a plug the tip comes along the vessel, wherever it slips to; in tissue it comes along its way. */
  const placeFront = ({ map, space }: TipWork): void => {
    const { track } = body;
    map.toWorld(front.s, front.x, front.y, at);
    trackAt(track, track.lengthMm, space.place, made);
    if (front.deep) map.turn(front.s, made.ds, made.dx, made.dy, way);
    else map.turn(front.s, 1, 0, 0, way);
    const l = 1 / Math.sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
    way.x *= l;
    way.y *= l;
    way.z *= l;
    const forward = front.deep ? made.ds * front.ds + made.dx * front.dx + made.dy * front.dy : front.ds;
    askew = 1 / Math.max(LEAST_FORWARD, forward);
  };

  /** How far the tip lies beside its front's line. */
  const lieAside = ({ map }: TipWork): void => {
    const a = 4 * tip;
    const dx = rod.q[a]! - at.x;
    const dy = rod.q[a + 1]! - at.y;
    const dz = rod.q[a + 2]! - at.z;
    const along = dx * way.x + dy * way.y + dz * way.z;
    const px = dx - along * way.x;
    const py = dy - along * way.y;
    const pz = dz - along * way.z;
    lies.asideMm = Math.sqrt(px * px + py * py + pz * pz);
    const l = 1 / Math.max(1e-9, lies.asideMm);
    const on = (v: WorldPoint): number => l * (px * v.x + py * v.y + pz * v.z);
    lies.aside.s = on(map.turn(front.s, 1, 0, 0, axis));
    lies.aside.x = on(map.turn(front.s, 0, 1, 0, axis));
    lies.aside.y = on(map.turn(front.s, 0, 0, 1, axis));
  };

  const settle = (work: TipWork): void => {
    const here = nodeOnRoute(work.move.tissue, body, tip, work.tip);
    body.stations[tip] = here.s;
    body.struck = false;
    if (front.on) {
      const pressed = body.face.pressedNow[tip]!;
      const beyond = (priceN: number): number => yieldedMm({ ...face, limitN: askew * priceN });
      // drawn back round a corner, the wire behind leaves its place before the tip does
      const drawn =
        work.advanceMm > 0 ? 0 : -driftMm(body, work.fromTip, nodeBehind(work.fromTip, DRAWN_FROM_MM));
      lieAside(work);
      lies.beyondMm = beyond;
      lies.behindMm = Math.max(face.onsetMm - face.depthMm, drawn * DRAWN_COUNTS);
      lies.pressedN = pressed;
      workFront(work, lies);
      if (front.on && front.struck && pressed > STRIKE_N) body.struck = true;
      return;
    }
    glide(work);
    if (mediumAt(body.track, body.track.lengthMm) === MEDIUM.tissue) backIntoTissue(work);
    else tryToEnter(work);
  };

  /** In open space the way is as long as the wire behind the bend has moved along itself: a bent tip may swing as it will. */
  const glide = ({ move, space, fromTip, advanceMm, tip: here }: TipWork): void => {
    const i = nodeBehind(fromTip, move.wire.shape.lengthMm + BODY_FROM_MM);
    const a = 4 * i;
    const e = 3 * i;
    const { q } = rod;
    const { tangent } = rod.frames;
    const drift = Math.max(-MOST_DRIFT_MM, Math.min(MOST_DRIFT_MM, driftMm(body, fromTip, i)));
    // what is still in its lumen goes as far as the hub; a way that begins at the sheath is put right in tissue
    const along =
      i < rod.from && isOpened(move)
        ? advanceMm
        : (q[a]! - before[0]!) * tangent[e]! +
          (q[a + 1]! - before[1]!) * tangent[e + 1]! +
          (q[a + 2]! - before[2]!) * tangent[e + 2]!;
    const went = along + drift;
    const { track } = body;
    if (went > 0) {
      const of = space.goesOn(openSpaceAt(track, track.lengthMm), here.s, here.x, here.y);
      space.keep(of, here.s, here.x, here.y, kept);
      extendTrack(track, went, here.s, kept.x, kept.y, of, MATERIAL.blood);
    } else shortenTrack(body.track, -went);
    // the bent tip swings over its way; the wire behind it follows where the bend has been
    for (let n = tip; n > i; n--) {
      nodeOnRoute(move.tissue, body, n, near);
      nodeOnRoute(move.tissue, body, n - 1, far);
      relayTrack(body.track, fromTip[n]!, near, fromTip[n - 1]!, far, space.keep);
    }
  };

  /** Drawn back from an open place, the tip comes into the way it has made through tissue. */
  const backIntoTissue = (work: TipWork): void => {
    trackAt(body.track, body.track.lengthMm, work.space.place, made);
    openFront(work, made.s, made.x, made.y, true);
  };

  /** Enters the wall that it presses on, when it has pressed hard enough and squarely enough for more than an instant. */
  const tryToEnter = (work: TipWork): void => {
    const { move, space, tip: here } = work;
    const { grip, kind } = body.holds;
    const pressed = Math.min(grip.pressed[tip]!, grip.pressedNow[tip]!);
    if (kind[tip] !== HOLD.wall || pressed <= 0) return;
    const of = openSpaceAt(body.track, body.track.lengthMm);
    space.roomAt(of, here.s, here.x, here.y, room);
    tipHeading(work, here.s, heading);
    const square = heading.s * room.s + heading.x * room.x + heading.y * room.y;
    const radius = move.gauge.tipDiameterMm / 2;
    let price = 0;
    let first = 0;
    for (const feel of FEEL_MM) {
      const d = radius + feel;
      move.look(here.s + d * room.s, here.x + d * room.x, here.y + d * room.y, spot);
      if (spot.zone === 'solid') {
        if (pressed > STRIKE_N) body.struck = true;
        return;
      }
      if (spot.zone !== 'tissue') continue;
      if (first === 0) first = d;
      price = Math.max(price, priceOf(work, square));
    }
    if (of === MEDIUM.plane) {
      // a tip that dents the wall is judged where it would lie without
      space.inside(of, here.s, here.x, here.y, inside);
      Object.assign(near, { s: here.s, x: inside.x, y: inside.y });
      if (work.advanceMm > 0 && bites(work, near, room.x, room.y, far))
        openFront(work, far.s, far.x, far.y, true, FRESH_MM);
      return;
    }
    if (first === 0 || pressed < price || price > limitN(move)) return;
    // the front is what the tip has just gone through the skin of: so far from it
    openFront(work, here.s + first * room.s, here.x + first * room.x, here.y + first * room.y, true);
  };

  /** Of what lies in `spot`, N. */
  const priceOf = ({ move }: TipWork, square: number): number => {
    const { gauge } = move;
    if (spot.cleftMm < Number.POSITIVE_INFINITY) return spot.torn * peelN(gauge, spot.cleftMm);
    const outward = spot.material >= MATERIAL.adventitia;
    if (square < BITE_COS) return Number.POSITIVE_INFINITY;
    return punctureN(gauge, outward ? MATERIAL.adventitia : spot.material) / square;
  };

  return { load, prepare, settle };
};
