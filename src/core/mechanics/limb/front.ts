/**
 * @file The front: the place at which a tip works its way, once it is in tissue or stands before a plug.
 *
 * A front is a point of the tissue, a direction in which it gives, and a price. It holds the tip in the line of that direction
 * and bears what the tip presses with up to the price; beyond that it gives, and chooses anew where to and for how much.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import type { WallDistances } from '../../anatomy/tissue.ts';
import type { Offset } from '../bundle.ts';
import { limitN } from '../move.ts';
import { cleftFacts, createSpot } from '../surroundings.ts';
import { type Choice, chooseDirection } from '../tip-law.ts';
import { holdsAs, type TipWork, wantedSlope } from './tip-work.ts';
import { extendTrack, MEDIUM, shortenTrack } from './track.ts';

/** A tip decides anew after so much way; a front gives no more than so much in one step, mm. */
const STEP_MM = 0.03;
const MOST_MM = 0.15;
/** A tip that lies further than this behind its front has been drawn back from it, mm: more than it bites at once. */
const SLACKENS_MM = 0.3;
/** Least price of a front: what shears blood and debris, N. ASSUMED. */
const LEAST_N = 0.005;
const UNPAYABLE_N = 1e6;
/** A tip pressed with this share of what it can bring to bear slips over a face that it cannot enter. ASSUMED: friction. */
const SLIP_SHARE = 0.35;
/** It slips by so much in a step, from so far back, and then sweeps on for so long, mm. ASSUMED. */
const SLIP_MM = 0.04;
const SLIP_BACK_MM = [0, 0.1, 0.25, 0.5, 1, 2];
const SWEEP_MM = 4;
const SWEEP_AHEAD_MM = 0.5;
/** In tissue no more steeply than tan 35 deg: a tip is pushed along the vessel. ASSUMED. */
const SWEEP_SLOPE = 0.7;
/** Its entry is open this far beyond where it has reached the media, mm. ASSUMED. */
const REACHED_MM = 1;
/** In tissue the wire behind the tip is held, and swings it over a lever so many times as long as its bend. ASSUMED. */
const LEVERS = 4;
const LEVER_BEYOND_BEND_MM = 1;
/** A grazing tip stays this far inside the adventitia, mm. */
const INSIDE_MM = 0.01;

const spot = createSpot();
const spotHere = createSpot();
const want: Offset = { x: 0, y: 0 };
const weak: Offset = { x: 0, y: 0 };
const choice: Choice = {
  free: false,
  u: 0,
  v: 0,
  resistanceN: 0,
  forceN: 0,
  struckCalcium: false,
  followsTrack: false,
};

/** Begins a front at a place, deformed route coordinates. */
export const openFront = (work: TipWork, s: number, x: number, y: number, deep: boolean): void => {
  const { front } = work.body;
  front.on = true;
  front.deep = deep;
  front.sweepMm = deep ? 0 : SWEEP_MM;
  put(work, s, x, y);
  choose(work);
};

const put = ({ body }: TipWork, s: number, x: number, y: number): void => {
  const { front } = body;
  front.s = s;
  front.x = x;
  front.y = y;
};

/**
 * After a step: the front gives until it bears what the tip presses with, or the tip has been drawn back off it.
 * @param beyondMm how far the front would have to give at a price, N
 * @param behindMm how far behind it the tip lies
 */
export const workFront = (
  work: TipWork,
  beyondMm: (priceN: number) => number,
  behindMm: number,
  pressedN: number,
): void => {
  const { front } = work.body;
  if (front.blocked) {
    if (!front.deep && pressedN > SLIP_SHARE * limitN(work.move)) slip(work);
    if (behindMm > SLACKENS_MM) withdraw(work, behindMm);
    if (front.on) choose(work);
    return;
  }
  for (let given = 0; given < MOST_MM; ) {
    const step = Math.min(STEP_MM, beyondMm(front.priceN) - given);
    if (step <= 0) break;
    given += step;
    if (!giveWay(work, step)) return;
    choose(work);
    if (front.blocked) return;
  }
  if (behindMm > SLACKENS_MM) withdraw(work, behindMm);
  if (front.on) choose(work);
};

/** One step of the front; false when it ends, or stays where it is. */
const giveWay = (work: TipWork, step: number): boolean => {
  const { move, body } = work;
  const { front } = body;
  move.look(front.s, front.x, front.y, spotHere);
  const s = front.s + step * front.ds;
  let x = front.x + step * front.dx;
  let y = front.y + step * front.dy;
  move.look(s, x, y, spot);
  if (slipsOut(work)) {
    want.x = x;
    want.y = y;
    keepInside(work, s, want);
    x = want.x;
    y = want.y;
    move.look(s, x, y, spot);
    if (slipsOut(work)) return false;
  }
  if (spot.zone === 'solid') return false;
  const open = spot.zone === 'lumen';
  put(work, s, x, y);
  if (!open) front.sweepMm = sweepsOn(work) ? Math.max(0, front.sweepMm - step) : 0;
  extendTrack(body.track, step, s, x, y, open ? MEDIUM.lumen : MEDIUM.tissue, holdsAs(spot));
  if (!open) front.deep = true;
  else if (front.deep) front.on = false;
  return front.on;
};

/** Would the step end in the adventitia without having paid for it? It grazed the curved wall, or the plane ends here. */
const slipsOut = ({ move, body }: TipWork): boolean =>
  spotHere.material < MATERIAL.adventitia &&
  spot.material >= MATERIAL.adventitia &&
  body.front.resistanceN < move.gauge.perforationN;

const walls: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };

const keepInside = ({ move }: TipWork, s: number, out: Offset): void => {
  const { tissue } = move;
  const beyond = tissue.distances(s, out.x, out.y, walls).eem + INSIDE_MM;
  const r = Math.sqrt(out.x * out.x + out.y * out.y);
  if (r < 1e-6) return;
  const k = Math.max(0, r - beyond) / r;
  out.x *= k;
  out.y *= k;
};

/** A tip that has been drawn back off its front leaves it; the way there stays weak. */
const withdraw = (work: TipWork, behindMm: number): void => {
  const { move, body } = work;
  const { front } = body;
  shortenTrack(body.track, behindMm);
  const { s, x, y } = work.tip;
  put(work, s, x, y);
  move.look(s, x, y, spot);
  if (spot.zone === 'lumen') front.on = false;
};

/** Where a bowed wire's tip ends up sweeping to: the cleft while it can be reached, else back into the stream. */
const weakestPlace = ({ move }: TipWork, s: number, out: Offset): Offset => {
  const { cleft } = move.tissue.anatomy.target;
  const to = Math.min(s, cleftFacts(move.tissue).inMediaFromS + REACHED_MM);
  const f = Math.min(cleft.x.length - 1, (to - cleft.startMm) / cleft.stepMm);
  const i = Math.floor(f);
  out.x = f >= 0 ? cleft.x[i]! : 0;
  out.y = f >= 0 ? cleft.y[i]! : 0;
  return out;
};

/** In the torn entry a tip is still free to go where that is weakest. */
const sweepsOn = ({ move, body }: TipWork): boolean =>
  spot.torn < 1 && body.front.s < cleftFacts(move.tissue).inMediaFromS + REACHED_MM;

/** A tip stopped in the lumen bows the wire; it slips, from as far back as it must, over the face it presses on. */
const slip = (work: TipWork): void => {
  const { move, body } = work;
  const { front, track } = body;
  for (const back of SLIP_BACK_MM) {
    const s = front.s - back;
    weakestPlace(work, s, weak);
    const dx = weak.x - front.x;
    const dy = weak.y - front.y;
    const d = Math.sqrt(dx * dx + dy * dy);
    if (d < SLIP_MM) continue;
    const x = front.x + (SLIP_MM / d) * dx;
    const y = front.y + (SLIP_MM / d) * dy;
    if (move.look(s, x, y, spot).zone !== 'lumen') continue;
    shortenTrack(track, back);
    put(work, s, x, y);
    extendTrack(track, SLIP_MM, s, x, y, MEDIUM.lumen, MATERIAL.blood);
    front.sweepMm = SWEEP_MM;
    return;
  }
};

/** Chooses where the front gives next, and what that takes. */
const choose = (work: TipWork): void => {
  const { move, body } = work;
  const { front } = body;
  const { s, x, y } = front;
  move.look(s, x, y, spotHere);
  const open = spotHere.zone === 'lumen';
  if (front.sweepMm > 0) {
    weakestPlace(work, s + SWEEP_AHEAD_MM, want);
    want.x = (want.x - x) / SWEEP_AHEAD_MM;
    want.y = (want.y - y) / SWEEP_AHEAD_MM;
    const steep = Math.sqrt(want.x * want.x + want.y * want.y);
    if (!open && steep > SWEEP_SLOPE) {
      want.x *= SWEEP_SLOPE / steep;
      want.y *= SWEEP_SLOPE / steep;
    }
  } else wantedSlope(work, s, !open, want);
  const held = move.wire.shape.lengthMm + LEVER_BEYOND_BEND_MM;
  const inward = Math.max(1e-6, Math.sqrt(x * x + y * y));
  chooseDirection(
    {
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
      track: false,
      trackU: 0,
      trackV: 0,
      channelU: 0,
      channelV: 0,
      inwardX: -x / inward,
      inwardY: -y / inward,
      availableN: limitN(move),
      leverMm: LEVERS * held,
      feelsTorn: true,
    },
    choice,
  );
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
