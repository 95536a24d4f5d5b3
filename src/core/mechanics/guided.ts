/** @file Wire 2 beside the catheter: the way on which it is led there, and how a microcatheter brings it that far. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { guidedWire2At, mouthStation } from './bundle.ts';
import { IVUS_SHAFT } from './catalogue.ts';
import { anchorPoint, nodeBefore, stationOf } from './path.ts';
import { ANCHOR, enter, type MechanicsState } from './state.ts';
import { lookOfWire2 } from './surroundings.ts';

const spot = { x: 0, y: 0 };
const tied: { anchor: 0 | 1 | 2; anchorX: number; anchorY: number } = { anchor: 0, anchorX: 0, anchorY: 0 };

/** Writes the guided position of wire 2 into its path for a stretch of stations (from, to]. */
export const layGuided = (state: MechanicsState, tissue: Tissue, fromS: number, toS: number): void => {
  const look = lookOfWire2(state, tissue, 0);
  const { path } = state.wire2;
  for (let k = nodeBefore(state, fromS) + 1; k <= nodeBefore(state, toS); k++) {
    const s = stationOf(state, k);
    guidedWire2At(state, s, spot);
    anchorPoint(tissue, look, s, spot.x, spot.y, tied);
    path.x[k] = tied.anchorX;
    path.y[k] = tied.anchorY;
    path.anchor[k] = tied.anchor;
  }
};

/** So far before wire 1 leaves the lumen a microcatheter comes onto the way that catheter and wire 1 have opened, mm. ASSUMED. */
const MEETS_MM = 3;

/**
 * A microcatheter brings wire 2 down the lumen as a rod; where the catheter leaves the lumen it is led along it, and at the
 * catheter's mouth its way is laid down: from there on it is independent of the catheter.
 */
export const bringWire2 = (state: MechanicsState, tissue: Tissue): void => {
  const { wire2, planeStartS } = state;
  const { tip, path } = wire2;
  if (!wire2.loaded || wire2.approach === null) return;
  const mouth = mouthStation(state);
  if (wire2.approach === 'lumen') {
    const parked = mouth - IVUS_SHAFT.parkedBehindMouthMm;
    const meets = Math.min(parked, (planeStartS ?? parked) - MEETS_MM);
    if (wire2.hereNow !== 'lumen' || tip.s < meets) return;
    wire2.approach = 'beside';
    wire2.body = null;
    wire2.slackMm = 0;
    wire2.stopped = false;
    enter(wire2, 'in-catheter');
    wire2.material = MATERIAL.stasis;
    guidedWire2At(state, tip.s, tip);
    path.last = nodeBefore(state, tip.s);
    path.track = path.last;
  }
  if (state.ivus.loaded && tip.s <= mouth) return;
  wire2.approach = null;
  wire2.parkedS = tip.s;
  layGuided(state, tissue, state.gridStartMm, tip.s);
  anchorPoint(tissue, lookOfWire2(state, tissue, 0), tip.s, tip.x, tip.y, tip);
  enter(wire2, tip.anchor === ANCHOR.plane ? 'plane' : 'lumen');
};
