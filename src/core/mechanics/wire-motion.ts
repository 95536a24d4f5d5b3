/** @file Moves one wire by what its hub was given: turning, pushing step by step, pulling back along its way. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { guidedWire2At, mouthStation } from './bundle.ts';
import { HUB_LIMITS, IVUS_SHAFT } from './catalogue.ts';
import type { HubInput } from './device.ts';
import type { StepOutput } from './event.ts';
import { classify, limitN, type Move, report, tieTip } from './move.ts';
import { isGuided, nodeBefore, nodePosition, stationOf, unanchor } from './path.ts';
import { relaxInLumen } from './relax.ts';
import { gaugeOf } from './resistance.ts';
import { enter, type MechanicsState, sheathStation } from './state.ts';
import { lookOfWire1, lookOfWire2 } from './surroundings.ts';
import { swingInPlane } from './swing.ts';
import { advanceTip, SLOPE_LIMIT } from './tip-step.ts';
import { followHub, torqueLag } from './torque.ts';
import { findWire } from './wires.ts';

/** A tip decides anew after this much way, mm. */
const STEP_MM = 0.05;
/** Push that a stopped wire takes up in bends before the hub stops too, mm; and its release speed, mm/s. ASSUMED. */
const SLACK_LIMIT_MM = 3;
const RELEASE_MM_S = 60;

const point = { x: 0, y: 0 };

/** One tick of one wire. Its tip never passes behind `rearS` (the catheter's tip for wire 1). */
export const moveWire = (
  state: MechanicsState,
  tissue: Tissue,
  device: 'wire1' | 'wire2',
  input: HubInput,
  dtS: number,
  out: StepOutput,
): void => {
  const wire = state[device];
  if (!wire.loaded) return;
  const kind = findWire(wire.wireId)!;
  const move: Move = {
    state,
    tissue,
    wire,
    device,
    kind,
    gauge: gaugeOf(kind, state.law),
    look: device === 'wire1' ? lookOfWire1(tissue) : lookOfWire2(state, tissue, kind.tipDiameterMm / 2),
    out,
  };
  refreshTip(move);
  turn(move, input.torque, dtS);
  const advance = Math.max(-HUB_LIMITS.advanceMmS, Math.min(HUB_LIMITS.advanceMmS, input.advance));
  wire.slackMm += advance * dtS;
  if (wire.slackMm > 1e-12) push(move, dtS);
  else if (wire.slackMm < -1e-12) pull(move);
  else rest(move);
};

const turn = (move: Move, torque: number, dtS: number): void => {
  const { state, tissue, wire, kind } = move;
  const speed = Math.max(-HUB_LIMITS.torqueRadS, Math.min(HUB_LIMITS.torqueRadS, torque));
  wire.hubRollRad += speed * dtS;
  const gripped = wire.hereNow === 'lumen' ? 0 : Math.max(0, wire.tip.s - (state.planeStartS ?? wire.tip.s));
  const lag = torqueLag(kind.friction, tissue.anatomy.target.curve, wire.tip.s, wire.lengthMm, gripped);
  swingInPlane(move, followHub(wire, lag, dtS), dtS);
};

/** The tissue may have moved since the last tick (the catheter passed, the plane relaxed). */
const refreshTip = ({ state, tissue, wire }: Move): void => {
  const { tip } = wire;
  if (wire === state.wire1) return;
  if (isGuided(state, tip.s)) guidedWire2At(state, tip.s, tip);
  else unanchor(tissue, tip.s, tip.anchor, tip.anchorX, tip.anchorY, tip);
};

const push = (move: Move, dtS: number): void => {
  const { state, wire } = move;
  let budget = Math.min(wire.slackMm, RELEASE_MM_S * dtS);
  const from = wire.path.last;
  let stopped = false;
  while (budget > 1e-9) {
    const step = Math.min(STEP_MM, budget);
    if (!advanceTip(move, step)) {
      stopped = true;
      break;
    }
    budget -= step;
    wire.slackMm -= step;
  }
  if (wire.slackMm < 1e-9) wire.slackMm = 0;
  if (stopped) {
    // Bends store the push; the force climbs to what the tip can bear, then the hub gives no more.
    wire.slackMm = Math.min(wire.slackMm, SLACK_LIMIT_MM);
    wire.forceN = limitN(move) * (0.4 + 0.6 * (wire.slackMm / SLACK_LIMIT_MM));
    if (!wire.stopped && wire.slackMm >= SLACK_LIMIT_MM) {
      wire.stopped = true;
      report(move, 'stopped');
    }
  } else wire.stopped = false;
  if (wire.path.last !== from || !stopped) relaxInLumen(state, move.tissue, wire);
};

const rest = (move: Move): void => {
  move.wire.forceN *= 0.9;
  move.wire.slackMm = 0;
};

/** Draws the tip back along its own way. */
const pull = (move: Move): void => {
  const { state, tissue, wire } = move;
  const { tip, path } = wire;
  const rear = rearStation(move);
  let way = -wire.slackMm;
  wire.slackMm = 0;
  wire.forceN = move.kind.friction * 0.5;
  wire.stopped = false;
  while (way > 1e-9 && tip.s > rear + 1e-9) {
    if (isGuided(state, tip.s) && wire === state.wire2) {
      const ds = Math.min(way, tip.s - rear);
      tip.s -= ds;
      way -= ds;
      wire.lengthMm -= ds;
      path.last = nodeBefore(state, tip.s);
      path.track = path.last;
      enter(wire, 'in-catheter');
      wire.material = MATERIAL.stasis;
      guidedWire2At(state, tip.s, tip);
      tieTip(move);
      continue;
    }
    const k = stationOf(state, path.last) < tip.s - 1e-9 ? path.last : Math.max(0, path.last - 1);
    nodePosition(state, tissue, wire, k, point);
    const ds = tip.s - Math.max(rear, stationOf(state, k));
    if (ds <= 1e-9) {
      path.last = k;
      continue;
    }
    const span = tip.s - stationOf(state, k);
    const u = (tip.x - point.x) / span;
    const v = (tip.y - point.y) / span;
    const slope = Math.min(8, Math.sqrt(u * u + v * v));
    const full = ds * Math.sqrt(1 + slope * slope);
    const share = Math.min(1, way / full);
    const before = tip.s;
    tip.s -= ds * share;
    tip.x -= u * ds * share;
    tip.y -= v * ds * share;
    tip.u = Math.max(-SLOPE_LIMIT, Math.min(SLOPE_LIMIT, u));
    tip.v = Math.max(-SLOPE_LIMIT, Math.min(SLOPE_LIMIT, v));
    way -= full * share;
    wire.lengthMm -= full * share;
    path.last = nodeBefore(state, tip.s);
    if (tip.s >= before) break;
    tieTip(move);
    classify(move, tip, full * share, false);
  }
  // Blood keeps no track.
  if (wire.hereNow === 'lumen' || wire.phase === 'in-catheter') path.track = path.last;
};

const rearStation = ({ state, wire }: Move): number => {
  if (wire === state.wire1)
    return state.ivus.loaded ? Math.max(state.ivus.tipS, sheathStation(state)) : sheathStation(state);
  const lumenEnd = mouthStation(state) - IVUS_SHAFT.proximalLumenMm;
  return wire.route === 'rx-lumen' ? Math.max(sheathStation(state), lumenEnd) : sheathStation(state);
};
