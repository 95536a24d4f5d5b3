/**
 * @file Where a front gives next and what that takes: what the law of `tip-law.ts` has a tip do that is held as a rod's is.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Offset } from '../bundle.ts';
import { limitN, type Move } from '../move.ts';
import { cleftFacts, createSpot, isOpen } from '../surroundings.ts';
import { type Choice, chooseDirection, createChoice, type TipContext } from '../tip-law.ts';
import type { RoutePoint } from './route-map.ts';
import { type TipWork, wantedSlope } from './tip-work.ts';
import { createTrackPoint, leftWayAt } from './track.ts';

/** Least price of a front: what shears blood and debris, N. ASSUMED. */
const LEAST_N = 0.005;
const UNPAYABLE_N = 1e6;
const SWEEP_AHEAD_MM = 0.5;
/** In tissue no more steeply than tan 35 deg: a tip is pushed along the vessel. ASSUMED. */
const SWEEP_SLOPE = 0.7;
/** Its entry is open this far beyond where it has reached the media, mm. ASSUMED. */
const REACHED_MM = 1;
/** In tissue the wire behind the tip is held, and swings it over a lever so many times as long as its bend. ASSUMED. */
const LEVERS = 4;
const LEVER_BEYOND_BEND_MM = 1;
const spot = createSpot();
const spotHere = createSpot();
const want: Offset = { x: 0, y: 0 };
const choice = createChoice();

/** Station up to which the torn entry of the cleft is open, mm. */
export const openTo = ({ tissue }: Move): number => cleftFacts(tissue).inMediaFromS + REACHED_MM;

/** Where a bowed wire's tip ends up sweeping to: the cleft while it can be reached, else back into the stream. */
export const weakestPlace = ({ move }: TipWork, s: number, out: Offset): Offset => {
  const { cleft } = move.tissue.anatomy.target;
  const to = Math.min(s, openTo(move));
  const f = Math.min(cleft.x.length - 1, (to - cleft.startMm) / cleft.stepMm);
  const i = Math.floor(f);
  out.x = f >= 0 ? cleft.x[i]! : 0;
  out.y = f >= 0 ? cleft.y[i]! : 0;
  return out;
};

/** The slope of the way that the tip has left again is read this far ahead, mm. */
const LEFT_MM = 0.3;
const left = createTrackPoint();
const NONE = { track: false, trackU: 0, trackV: 0 };

const leftWay = (
  { body, space }: TipWork,
  s: number,
  x: number,
  y: number,
): Pick<TipContext, 'track' | 'trackU' | 'trackV'> => {
  if (!leftWayAt(body.track, LEFT_MM, space.place, left) || left.s - s < LEFT_MM / 3) return NONE;
  const ds = left.s - s;
  return { track: true, trackU: (left.x - x) / ds, trackV: (left.y - y) / ds };
};

/** What the law of `tip-law.ts` has a tip do there that wants to go where `want` points; the place's spot lies in `spotHere`. */
const decide = (
  work: TipWork,
  s: number,
  x: number,
  y: number,
  inwardX: number,
  inwardY: number,
  levers: number,
): Choice => {
  const { move } = work;
  const context: TipContext = {
    tissue: move.tissue,
    look: move.look,
    wire: move.kind,
    gauge: move.gauge,
    s,
    x,
    y,
    here: spotHere,
    wantU: want.x,
    wantV: want.y,
    ...leftWay(work, s, x, y),
    channelU: 0,
    channelV: 0,
    inwardX,
    inwardY,
    availableN: limitN(move),
    leverMm: levers * (move.wire.shape.lengthMm + LEVER_BEYOND_BEND_MM),
    feelsTorn: true,
  };
  return chooseDirection(context, choice);
};

/**
 * Would a tip that is pushed on the plane's wall there go into it, rather than swing along it? Walls and shaft hold the wire behind its
 * bend: it swings over no more than that.
 * @param wallX, wallY direction toward the wall
 * @param out the place at which it begins, beyond the skin
 */
export const bites = (
  work: TipWork,
  { s, x, y }: RoutePoint,
  wallX: number,
  wallY: number,
  out: RoutePoint,
): boolean => {
  const { move } = work;
  move.look(s, x, y, spotHere);
  wantedSlope(work, s, false, want);
  const { free, resistanceN, u, v } = decide(work, s, x, y, -wallX, -wallY, 1);
  if (!free || resistanceN <= 0) return false;
  const l = 1 / Math.sqrt(1 + u * u + v * v);
  const paysOut = limitN(move) >= move.gauge.perforationN;
  let found = false;
  for (const beyond of SKIN_MM) {
    const d = l * (move.gauge.tipDiameterMm / 2 + beyond);
    const x1 = x + d * u;
    const y1 = y + d * v;
    move.look(s + d, x1, y1, spot);
    if (spot.zone !== 'tissue') continue;
    // what lies before the adventitia on the outer side is too thin to hold a tip: it slides along that
    if (spot.material >= MATERIAL.adventitia && !paysOut) return false;
    if (found) continue;
    found = true;
    out.s = s + d;
    out.x = x1;
    out.y = y1;
  }
  return found;
};

/** Tissue is felt so far beyond the tip's surface, mm: a flap beside a catheter is pressed to 0.04 mm. */
const SKIN_MM = [0.02, 0.045, 0.07, 0.12, 0.2];

/** Chooses where the front gives next, and what that takes. */
export const choose = (work: TipWork): void => {
  const { move, body } = work;
  const { front } = body;
  const { s, x, y } = front;
  move.look(s, x, y, spotHere);
  const open = isOpen(spotHere);
  if (front.sweepMm > 0) {
    weakestPlace(work, s + SWEEP_AHEAD_MM, want);
    want.x = (want.x - x) / SWEEP_AHEAD_MM;
    want.y = (want.y - y) / SWEEP_AHEAD_MM;
    const steep = Math.sqrt(want.x * want.x + want.y * want.y);
    if (!open && steep > SWEEP_SLOPE) {
      want.x *= SWEEP_SLOPE / steep;
      want.y *= SWEEP_SLOPE / steep;
    }
  } else wantedSlope(work, s, !open && front.freshMm === 0, want);
  const inward = Math.max(1e-6, Math.sqrt(x * x + y * y));
  decide(work, s, x, y, -x / inward, -y / inward, front.freshMm > 0 ? 1 : LEVERS);
  front.blocked = !choice.free;
  front.struck = choice.struckCalcium;
  front.resistanceN = choice.free ? choice.resistanceN : UNPAYABLE_N;
  if (choice.free) {
    const l = Math.sqrt(1 + choice.u * choice.u + choice.v * choice.v);
    front.ds = 1 / l;
    front.dx = choice.u / l;
    front.dy = choice.v / l;
    front.priceN = Math.max(LEAST_N, choice.resistanceN);
  } else {
    front.ds = 1;
    front.dx = 0;
    front.dy = 0;
    front.priceN = UNPAYABLE_N;
  }
};
