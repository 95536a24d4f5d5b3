/** @file Wire 2 is exchanged through its microcatheter, which stays where it is: the way to the site need not be found again. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { guidedWire2At } from './bundle.ts';
import type { TipShape } from './device.ts';
import { type OrderResult, refuse } from './event.ts';
import { anchorPoint, isGuided, nodeBefore, nodePosition, stationOf } from './path.ts';
import { ANCHOR, enter, type MechanicsState, sheathStation } from './state.ts';
import { createSpot, lookOfWire2 } from './surroundings.ts';
import { isSoundShape, plainShape } from './tip-shape.ts';
import { findWire } from './wires.ts';

export interface ExchangeOptions {
  readonly wire: string;
  /** Tip bent to this before the new wire goes in; the class's own shape without it. */
  readonly shape?: TipShape | undefined;
}

const spot = createSpot();

/** Takes wire 2 out and brings another to the microcatheter's tip. Impossible without one, or while it is on its way down the lumen. */
export const exchange = (
  state: MechanicsState,
  tissue: Tissue,
  { wire, shape }: ExchangeOptions,
): OrderResult => {
  const { wire2, access } = state;
  const kind = findWire(wire);
  if (!wire2.loaded) return refuse('not-loaded');
  if (!kind) return refuse('unknown-wire');
  if (shape && !isSoundShape(shape)) return refuse('bad-shape');
  if (access.microcatheter === null) return refuse('needs-microcatheter');
  if (wire2.approach === 'lumen') return refuse('microcatheter-on-its-way');
  wire2.body = null;
  wire2.wireId = kind.id;
  wire2.shape = plainShape(shape ?? kind.shape);
  drawBack(state, tissue);
  const { tip, path } = wire2;
  Object.assign(wire2, {
    slackMm: 0,
    hubRollRad: 0,
    tipRollRad: 0,
    turning: false,
    forceN: 0,
    stopped: false,
  });
  // what the old wire has pierced stays weak, and only that: blood keeps no track
  if (tip.anchor !== ANCHOR.tissue) path.track = path.last;
  return { ok: true };
};

/** The tip comes to lie where the microcatheter ends. */
const drawBack = (state: MechanicsState, tissue: Tissue): void => {
  const { wire2 } = state;
  const { tip, path } = wire2;
  const k = nodeBefore(state, Math.max(sheathStation(state), tip.s - wire2.supportMm));
  const s = stationOf(state, k);
  wire2.lengthMm -= tip.s - s;
  tip.s = s;
  path.last = k;
  tip.u = 0;
  tip.v = 0;
  if (isGuided(state, s)) {
    guidedWire2At(state, s, tip);
    enter(wire2, 'in-catheter');
    wire2.material = MATERIAL.stasis;
    return;
  }
  nodePosition(state, tissue, wire2, k, tip);
  const look = lookOfWire2(state, tissue, 0);
  anchorPoint(tissue, look, s, tip.x, tip.y, tip);
  look(s, tip.x, tip.y, spot);
  wire2.material = spot.material;
  enter(wire2, tip.anchor === ANCHOR.plane ? 'plane' : tip.anchor === ANCHOR.lumen ? 'lumen' : 'plaque');
};
