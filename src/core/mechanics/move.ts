/** @file One wire's move through one tick: what it knows, what it leaves behind, what it reports. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Hole, Tissue, WallDistances } from '../anatomy/tissue.ts';
import { mouthStation, type Offset } from './bundle.ts';
import type { TipPhase } from './device.ts';
import type { MechanicsEventKind, StepOutput } from './event.ts';
import { anchorPoint, stationOf } from './path.ts';
import { availableN, LUMEN_HOLD_MM, SIDE_PORT_MM, TISSUE_HOLD_MM, type TipGauge } from './resistance.ts';
import { ANCHOR, enter, type MechanicsState, sheathStation, type WireState } from './state.ts';
import { createSpot, type Look, type Spot } from './surroundings.ts';
import type { WireClass } from './wires.ts';
import { looseness } from './wounds/stick-sites.ts';

/** What stays the same while one wire is moved through one tick. */
export interface Move {
  readonly state: MechanicsState;
  readonly tissue: Tissue;
  readonly wire: WireState;
  readonly device: 'wire1' | 'wire2';
  readonly kind: WireClass;
  readonly gauge: TipGauge;
  readonly look: Look;
  readonly out: StepOutput;
}

/** A tip is said to be in something new after so much way in it, mm. ASSUMED. */
export const SETTLE_MM = 0.25;

const spot = createSpot();

export const report = ({ out, device, wire }: Move, kind: MechanicsEventKind): void => {
  out.events.push({ kind, device, s: wire.tip.s, forceN: wire.forceN });
};

/** Station of the last thing that holds the wire behind its tip, mm. */
const supportStation = ({ state, wire }: Move): number => {
  if (wire === state.wire1) return state.ivus.loaded ? state.ivus.tipS : sheathStation(state);
  if (wire.route === 'microcatheter') return wire.tip.s - wire.supportMm;
  return mouthStation(state) - SIDE_PORT_MM;
};

/** Force the tip can bring to bear now, N. */
export const limitN = (move: Move): number => {
  const inLumen = move.wire.hereNow === 'lumen';
  const free = move.wire.tip.s - supportStation(move);
  const { state, tissue, wire } = move;
  const loose = wire === state.wire2 ? looseness(state, tissue, wire.tip) : 1;
  return availableN(move.kind, loose * free, loose * (inLumen ? LUMEN_HOLD_MM : TISSUE_HOLD_MM));
};

const walls: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };
const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
const AXIS: Offset = { x: 0, y: 0 };
/** A grazing tip stays this far inside the adventitia, mm. */
const INSIDE_MM = 0.01;

/** Moves a place that lies in the adventitia back to its inside. */
export const keepInside = ({ tissue, wire, state }: Move, s: number, out: Offset): void => {
  const beyond = tissue.distances(s, out.x, out.y, walls).eem + INSIDE_MM;
  // Wire 1 lives in the reference tissue, where the wall's radii are; wire 2 in the deformed, where they are near enough.
  const from = wire === state.wire1 || !tissue.holeAt('plane', s, hole) ? AXIS : hole;
  const dx = out.x - from.x;
  const dy = out.y - from.y;
  const r = Math.sqrt(dx * dx + dy * dy);
  if (r < 1e-6) return;
  const k = Math.max(0, r - beyond) / r;
  out.x = from.x + k * dx;
  out.y = from.y + k * dy;
};

/** Ties the tip to what it lies in. */
export const tieTip = ({ state, tissue, wire, look }: Move): void => {
  const { tip } = wire;
  if (wire !== state.wire1) {
    anchorPoint(tissue, look, tip.s, tip.x, tip.y, tip);
    return;
  }
  tip.anchor = look(tip.s, tip.x, tip.y, spot).zone === 'lumen' ? ANCHOR.lumen : ANCHOR.tissue;
  tip.anchorX = tip.x;
  tip.anchorY = tip.y;
};

/** Moves the tip there and lays the way behind it. */
export const carryTip = (move: Move, s: number, x: number, y: number, lengthMm: number): void => {
  const { state, wire } = move;
  const { tip, path } = wire;
  const s0 = tip.s;
  const x0 = tip.x;
  const y0 = tip.y;
  wire.lengthMm += lengthMm;
  tip.s = s;
  tip.x = x;
  tip.y = y;
  tieTip(move);
  for (let k = path.last + 1; stationOf(state, k) <= s && k < state.gridCount; k++) {
    const t = s > s0 ? (stationOf(state, k) - s0) / (s - s0) : 1;
    layNode(move, k, x0 + (x - x0) * t, y0 + (y - y0) * t);
  }
  classify(move, tip, lengthMm, true);
};

const tied: { anchor: 0 | 1 | 2; anchorX: number; anchorY: number } = { anchor: 0, anchorX: 0, anchorY: 0 };

const layNode = ({ state, tissue, wire, look }: Move, k: number, x: number, y: number): void => {
  const { path } = wire;
  path.last = k;
  if (path.track < k) path.track = k;
  const s = stationOf(state, k);
  if (wire === state.wire1) {
    tied.anchor = look(s, x, y, spot).zone === 'lumen' ? ANCHOR.lumen : ANCHOR.tissue;
    tied.anchorX = x;
    tied.anchorY = y;
  } else anchorPoint(tissue, look, s, x, y, tied);
  path.x[k] = tied.anchorX;
  path.y[k] = tied.anchorY;
  path.anchor[k] = tied.anchor;
};

/**
 * Names what the tip is in now and reports what that begins.
 * @param at where the tip works, deformed route coordinates
 * @param openIn the open space in which it is known to be: at its rim it touches what is beside that
 */
export const classify = (
  move: Move,
  at: { readonly s: number; readonly x: number; readonly y: number },
  lengthMm: number,
  advancing: boolean,
  openIn: 'lumen' | 'plane' | null = null,
): void => {
  const { state, wire, look } = move;
  look(at.s, at.x, at.y, spot);
  wire.material = spot.material;
  const was = wire.hereNow;
  wire.hereNow = openIn ?? phaseAt(spot);
  wire.freeMm = wire.hereNow !== 'lumen' ? 0 : was === 'lumen' ? wire.freeMm + lengthMm : 0;
  wire.sinceStrikeMm += lengthMm;
  if (wire.hereNow === wire.phase) {
    wire.differMm = 0;
    return;
  }
  wire.differMm += lengthMm;
  if (wire.differMm < SETTLE_MM) return;
  const before = wire.phase;
  enter(wire, wire.hereNow);
  if (!advancing) return;
  if (wire.phase === 'plane' && wire === state.wire1) report(move, 'entered-plane');
  if (wire.phase === 'plaque') report(move, 'entered-plaque');
  if (wire.phase === 'lumen' && before !== 'in-catheter') report(move, 'entered-lumen');
  if (wire.phase === 'outside') report(move, 'perforation');
};

const phaseAt = (at: Spot): TipPhase => {
  if (at.zone === 'lumen') return 'lumen';
  if (at.zone === 'plane' || at.zone === 'solid') return 'plane';
  if (at.material === MATERIAL.media || at.cleftMm < Number.POSITIVE_INFINITY) return 'plane';
  if (at.material >= MATERIAL.fat) return 'outside';
  if (at.material === MATERIAL.adventitia) return 'plane';
  return 'plaque';
};
