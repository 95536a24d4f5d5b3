/**
 * @file The front: the place at which a tip works its way, once it is in tissue or stands before a plug.
 *
 * A front is a point of the tissue, a direction in which it gives, and a price. It holds the tip in the line of that direction
 * and bears what the tip presses with up to the price; beyond that it gives, and chooses anew where to and for how much.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Offset } from '../bundle.ts';
import { keepInside, limitN } from '../move.ts';
import { createSpot, isOpen } from '../surroundings.ts';
import { choose, openTo, weakestPlace } from './front-choice.ts';
import { type Heading, holdsAs, type TipWork } from './tip-work.ts';
import { createTrackPoint, extendTrack, MEDIUM, shortenTrack, type TrackPoint, trackAt } from './track.ts';

/** A tip decides anew after so much way; a front gives no more than so much in one step, mm. */
const STEP_MM = 0.03;
const MOST_MM = 0.15;
/** A tip that lies further than this behind its front has been drawn back from it, mm: more than it bites at once. */
const SLACKENS_MM = 0.3;
/** A tip pressed with this share of what it can bring to bear slips over a face that it cannot enter. ASSUMED: friction. */
const SLIP_SHARE = 0.35;
/** It slips by so much in a step, from so far back, and then sweeps on for so long, mm. ASSUMED. */
const SLIP_MM = 0.04;
const SLIP_BACK_MM = [0, 0.1, 0.25, 0.5, 1, 2];
const SWEEP_MM = 4;
const spot = createSpot();
const spotHere = createSpot();
const want: Offset = { x: 0, y: 0 };
const weak: Offset = { x: 0, y: 0 };
const kept: Offset = { x: 0, y: 0 };
const back = createTrackPoint();
/** Begins a front at a place, deformed route coordinates. */
export const openFront = (
  work: TipWork,
  s: number,
  x: number,
  y: number,
  deep: boolean,
  freshMm = 0,
): void => {
  const { front } = work.body;
  front.on = true;
  front.deep = deep;
  front.freshMm = freshMm;
  front.paidOut = false;
  put(work, s, x, y);
  front.sweepMm = deep || work.space.look(s, x, y, spot).zone !== 'lumen' ? 0 : SWEEP_MM;
  choose(work);
};

/** Places a front where its tissue has moved to; what has not paid for the adventitia is not moved into it. */
export const carryFront = ({ move, body, space }: TipWork): void => {
  const { front } = body;
  space.place(MEDIUM.tissue, front.s, front.keptX, front.keptY, front);
  if (
    !front.deep ||
    front.paidOut ||
    move.look(front.s, front.x, front.y, spot).material < MATERIAL.adventitia
  )
    return;
  keepInside(move, front.s, front);
};

const put = ({ body, space }: TipWork, s: number, x: number, y: number): void => {
  const { front } = body;
  front.s = s;
  front.x = x;
  front.y = y;
  space.keep(MEDIUM.tissue, s, x, y, kept);
  front.keptX = kept.x;
  front.keptY = kept.y;
};

/** How a tip lies to its front after a step. */
export interface Pressed {
  /** How far the front would have to give at a price, N, mm. */
  beyondMm(priceN: number): number;
  /** How far behind it the tip lies, mm. */
  behindMm: number;
  pressedN: number;
  /** How far and where to the tip lies beside the front's line, mm and unit direction; and how hard that holds it, N/mm. */
  asideMm: number;
  readonly aside: Heading;
  asideNPerMm: number;
}

/** After a step: the front gives until it bears what the tip presses with, or the tip has been drawn back off it. */
export const workFront = (
  work: TipWork,
  { beyondMm, behindMm, pressedN, asideMm, aside, asideNPerMm }: Pressed,
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
    if (!giveWay(work, step, front)) return;
    choose(work);
    if (front.blocked) return;
  }
  // what has just bitten cuts to the side as well, where its bend swings it
  const beside = Math.min(STEP_MM, asideMm - front.priceN / asideNPerMm);
  if (front.freshMm > 0 && beside > 0 && !giveWay(work, beside, { ds: aside.s, dx: aside.x, dy: aside.y }))
    return;
  if (behindMm > SLACKENS_MM) withdraw(work, behindMm);
  if (front.on) choose(work);
};

/** One step of the front; false when it ends, or stays where it is. */
const giveWay = (
  work: TipWork,
  step: number,
  { ds, dx, dy }: Readonly<Pick<TrackPoint, 'ds' | 'dx' | 'dy'>>,
): boolean => {
  const { move, body, space } = work;
  const { front } = body;
  move.look(front.s, front.x, front.y, spotHere);
  const s = front.s + step * ds;
  let x = front.x + step * dx;
  let y = front.y + step * dy;
  move.look(s, x, y, spot);
  if (slipsOut(work)) {
    want.x = x;
    want.y = y;
    keepInside(move, s, want);
    x = want.x;
    y = want.y;
    move.look(s, x, y, spot);
    if (slipsOut(work)) return false;
  }
  if (spot.zone === 'solid') return false;
  const open = isOpen(spot);
  front.freshMm = Math.max(0, front.freshMm - step);
  if (spot.material >= MATERIAL.adventitia) front.paidOut = true;
  put(work, s, x, y);
  if (!open) front.sweepMm = sweepsOn(work) ? Math.max(0, front.sweepMm - step) : 0;
  const into = spot.zone === 'plane' ? MEDIUM.plane : MEDIUM.lumen;
  if (open) space.keep(into, s, x, y, kept);
  if (open) extendTrack(body.track, step, s, kept.x, kept.y, into, holdsAs(spot));
  else extendTrack(body.track, step, s, front.keptX, front.keptY, MEDIUM.tissue, holdsAs(spot));
  if (!open) front.deep = true;
  else if (front.deep) front.on = false;
  return front.on;
};

/** Would the step end in the adventitia without having paid for it? It grazed the curved wall, or the plane ends here. */
const slipsOut = ({ move, body }: TipWork): boolean =>
  spotHere.material < MATERIAL.adventitia &&
  spot.material >= MATERIAL.adventitia &&
  body.front.resistanceN < move.gauge.perforationN;

/** A tip that has been drawn back off its front leaves it; the way there stays weak. */
const withdraw = (work: TipWork, behindMm: number): void => {
  const { move, body, space } = work;
  const { front } = body;
  const { track } = body;
  shortenTrack(track, behindMm);
  // back along its way, not beside it, however far a bent tip has swung
  trackAt(track, track.lengthMm, space.place, back);
  put(work, back.s, back.x, back.y);
  move.look(back.s, back.x, back.y, spot);
  if (isOpen(spot)) front.on = false;
};

/** In the torn entry a tip is still free to go where that is weakest. */
const sweepsOn = ({ move, body }: TipWork): boolean => spot.torn < 1 && body.front.s < openTo(move);

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
