/** @file One step of a wire's tip: looking around, choosing, going, slipping off, or standing still. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Hole } from '../anatomy/tissue.ts';
import { cos, DEG, sin } from '../math/trig.ts';
import { guidedWire2At, mouthStation, type Offset, roundShaft } from './bundle.ts';
import { IVUS_SHAFT } from './catalogue.ts';
import { carryTip, classify, keepInside, limitN, type Move, report, SETTLE_MM, tieTip } from './move.ts';
import { isGuided, nodeBefore, nodePosition, stationOf } from './path.ts';
import { ANCHOR, enter, PATH_STEP_MM } from './state.ts';
import { cleftFacts, createSpot, isOpen, type Spot } from './surroundings.ts';
import { chooseDirection, createChoice, type TipContext } from './tip-law.ts';
import { headingDeg } from './tip-shape.ts';

/** Steepest slope to which a bend turns a tip, tan 65 deg. */
export const SLOPE_LIMIT = 2.14;
/** Tissue lets a bent tip keep only this share of its bend. ASSUMED. */
const TISSUE_BEND_SHARE = 0.5;
/** The body's direction is read over this length behind the bend, mm. */
const BODY_MM = 2;
/** A tip that leaves tissue is held there: its lever grows from the first to the last, mm. ASSUMED. */
const LEVER_BEYOND_BEND_MM = 1;
const LEVER_LIMIT_MM = 10;
/** A stopped tip slips sideways by this much at a time, from this far back, and sweeps on for so long, mm. ASSUMED. */
const SLIP_MM = 0.04;
const SLIP_BACK_MM = [0, 0.1, 0.25, 0.5, 1, 2];
const SWEEP_MM = 1.5;
const SWEEP_AHEAD_MM = 0.5;
/** The channel's slope is read over this length ahead, mm. */
const CHANNEL_MM = 0.5;
/** A tip strikes calcium anew after so much way without, mm. ASSUMED. */
const STRIKE_GAP_MM = 2;

const spot = createSpot();
const point = { x: 0, y: 0 };
const behind = { x: 0, y: 0 };
const choice = createChoice();

/** One step of the tip; false when it is stopped. */
export const advanceTip = (move: Move, step: number): boolean => {
  const { state, tissue, wire } = move;
  const { tip } = wire;
  if (tip.s + step > tissue.anatomy.target.curve.endMm - 1) return false;
  if (wire === state.wire2 && isGuided(state, tip.s)) return advanceInCatheter(move, step);
  const here = move.look(tip.s, tip.x, tip.y, tipSpot);
  const context = describe(move, here);
  chooseDirection(context, choice);
  noteStrike(move, here);
  if (!choice.free) return slipSideways(move, here);
  const length = Math.sqrt(1 + choice.u * choice.u + choice.v * choice.v);
  const ds = step / length;
  target.x = tip.x + choice.u * ds;
  target.y = tip.y + choice.v * ds;
  if (wire === state.wire2 && here.zone === 'plane')
    roundShaft(state, tip.s + ds, move.gauge.tipDiameterMm / 2, target);
  move.look(tip.s + ds, target.x, target.y, spot);
  if (slipsOut(move, here)) {
    keepInside(move, tip.s + ds, target);
    move.look(tip.s + ds, target.x, target.y, spot);
  }
  const { x, y } = target;
  const unpaid = isOpen(here) && !isOpen(spot) && choice.resistanceN === 0;
  if (spot.zone === 'solid' || unpaid || slipsOut(move, here)) return slipSideways(move, here);
  wire.forceN += (choice.forceN - wire.forceN) * 0.3;
  if (!choice.followsTrack) wire.path.track = wire.path.last;
  wire.sweepMm = here.zone === 'lumen' ? Math.max(0, wire.sweepMm - step) : 0;
  tip.u = choice.u;
  tip.v = choice.v;
  carryTip(move, tip.s + ds, x, y, step);
  return true;
};

/** Would the step end in the adventitia without having paid for it? It grazed the curved wall, or the plane ends here. */
const slipsOut = ({ gauge }: Move, here: Spot): boolean =>
  here.material < MATERIAL.adventitia &&
  spot.material >= MATERIAL.adventitia &&
  choice.resistanceN < gauge.perforationN;

const tipSpot = createSpot();
const target: Offset = { x: 0, y: 0 };

/** A tip that glides past calcium in the stream is no strike; one that presses on it is, once per stretch. */
const noteStrike = (move: Move, here: Spot): void => {
  const { wire } = move;
  const presses = choice.struckCalcium && (here.zone !== 'lumen' || !choice.free);
  if (!presses) return;
  wire.forceN = choice.forceN;
  if (wire.sinceStrikeMm > STRIKE_GAP_MM) report(move, 'calcium-strike');
  wire.sinceStrikeMm = 0;
};

const channel = { channelU: 0, channelV: 0, inwardX: 0, inwardY: 0 };
const hole: Hole = { x: 0, y: 0, radiusMm: 0 };

/** Slope of the open channel around the tip and the way to its middle: of the plane's holes, else of the vessel. */
const channelAt = ({ tissue, wire }: Move, here: Spot): void => {
  const { tip } = wire;
  channel.channelU = 0;
  channel.channelV = 0;
  let x = 0;
  let y = 0;
  if (here.zone === 'plane' && tissue.holeAt('plane', tip.s, hole)) {
    x = hole.x;
    y = hole.y;
    if (tissue.holeAt('plane', tip.s + CHANNEL_MM, hole)) {
      channel.channelU = (hole.x - x) / CHANNEL_MM;
      channel.channelV = (hole.y - y) / CHANNEL_MM;
    }
  }
  const dx = x - tip.x;
  const dy = y - tip.y;
  const d = Math.sqrt(dx * dx + dy * dy);
  channel.inwardX = d > 1e-6 ? dx / d : 0;
  channel.inwardY = d > 1e-6 ? dy / d : 0;
};

/** What the tip law needs to know at the tip. */
const describe = (move: Move, here: Spot): TipContext => {
  const { state, tissue, wire, kind } = move;
  const { tip, path } = wire;
  const bend = headingDeg(wire.shape) * DEG * (isOpen(here) ? 1 : TISSUE_BEND_SHARE);
  const back = Math.max(1, Math.ceil((wire.shape.lengthMm * cos(bend)) / PATH_STEP_MM));
  const near = Math.max(0, path.last - back + 1);
  const far = Math.max(0, near - Math.round(BODY_MM / PATH_STEP_MM));
  let bodyU = 0;
  let bodyV = 0;
  if (near > far) {
    nodePosition(state, tissue, wire, near, point);
    nodePosition(state, tissue, wire, far, behind);
    const span = (near - far) * PATH_STEP_MM;
    bodyU = (point.x - behind.x) / span;
    bodyV = (point.y - behind.y) / span;
  }
  const tan = sin(bend) / cos(bend);
  let u = bodyU + tan * cos(wire.tipRollRad);
  let v = bodyV + tan * sin(wire.tipRollRad);
  if (wire.sweepMm > 0) {
    weakestPlace(move, tip.s + SWEEP_AHEAD_MM, point);
    u = (point.x - tip.x) / SWEEP_AHEAD_MM;
    v = (point.y - tip.y) / SWEEP_AHEAD_MM;
  }
  const slope = Math.sqrt(u * u + v * v);
  if (slope > SLOPE_LIMIT) {
    u *= SLOPE_LIMIT / slope;
    v *= SLOPE_LIMIT / slope;
  }
  const ahead = path.last + 2;
  // The open plane and the stream keep no track; what was pierced does.
  const track = path.track >= ahead && path.anchor[ahead] === ANCHOR.tissue;
  let trackU = 0;
  let trackV = 0;
  if (track) {
    nodePosition(state, tissue, wire, ahead, point);
    const span = stationOf(state, ahead) - tip.s;
    trackU = (point.x - tip.x) / span;
    trackV = (point.y - tip.y) / span;
  }
  channelAt(move, here);
  const held = wire.shape.lengthMm + LEVER_BEYOND_BEND_MM;
  const lever = here.zone === 'lumen' ? Math.min(LEVER_LIMIT_MM, held + 1 + wire.freeMm) : held;
  return {
    tissue,
    look: move.look,
    wire: kind,
    gauge: move.gauge,
    s: tip.s,
    x: tip.x,
    y: tip.y,
    here,
    wantU: u,
    wantV: v,
    track,
    trackU,
    trackV,
    ...channel,
    availableN: limitN(move),
    leverMm: lever,
    feelsTorn: false,
  };
};

/** Where a bowed wire's tip ends up sweeping to: the cleft where there is one, else back into the stream. */
const weakestPlace = ({ tissue }: Move, s: number, out: Offset): Offset => {
  const { cleft } = tissue.anatomy.target;
  const f = Math.min(cleft.x.length - 1, (s - cleft.startMm) / cleft.stepMm);
  const i = Math.floor(f);
  const inReach = f >= 0 && s <= cleftFacts(tissue).inMediaFromS;
  out.x = inReach ? cleft.x[i]! : 0;
  out.y = inReach ? cleft.y[i]! : 0;
  return out;
};

/** A tip stopped in the lumen bows the wire; it slips, from as far back as it must, over the face it presses on. */
const slipSideways = (move: Move, here: Spot): boolean => {
  const { wire, look } = move;
  const { tip } = wire;
  // A tip that has only just poked into the face slips off it too.
  if (here.zone !== 'lumen' && !(here.zone === 'tissue' && wire.phase === 'lumen')) return false;
  for (const back of SLIP_BACK_MM) {
    const s = tip.s - back;
    weakestPlace(move, s, point);
    const dx = point.x - tip.x;
    const dy = point.y - tip.y;
    const d = Math.sqrt(dx * dx + dy * dy);
    if (d < SLIP_MM) continue;
    const x = tip.x + (SLIP_MM / d) * dx;
    const y = tip.y + (SLIP_MM / d) * dy;
    if (look(s, x, y, spot).zone !== 'lumen') continue;
    wire.forceN = limitN(move);
    wire.sweepMm = SWEEP_MM;
    if (back > 0) {
      wire.path.last = nodeBefore(move.state, s);
      wire.path.track = wire.path.last;
      wire.lengthMm -= back;
    }
    carryTip(move, s, x, y, SLIP_MM);
    return true;
  }
  return false;
};

/** Inside the catheter the wire goes where its lumen goes. */
const advanceInCatheter = (move: Move, step: number): boolean => {
  const { state, wire } = move;
  wire.forceN = IVUS_SHAFT.friction * 0.2;
  enter(wire, 'in-catheter');
  wire.material = MATERIAL.stasis;
  wire.tip.s += step;
  wire.lengthMm += step;
  wire.tip.u = 0;
  wire.tip.v = 0;
  wire.path.last = nodeBefore(state, wire.tip.s);
  wire.path.track = wire.path.last;
  guidedWire2At(state, Math.min(wire.tip.s, mouthStation(state)), wire.tip);
  tieTip(move);
  if (!isGuided(state, wire.tip.s)) {
    report(move, 'exited-catheter');
    classify(move, wire.tip, SETTLE_MM, false);
  }
  return true;
};
