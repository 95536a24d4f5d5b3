/** @file Wire 2 is led up to the mouth of what brings it, and moves as a rod from there on: where the one becomes the other. */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Hole, Tissue } from '../../anatomy/tissue.ts';
import type { Offset } from '../bundle.ts';
import { isGuided, nodeBefore, nodePosition, stationOf } from '../path.ts';
import { ANCHOR, type MechanicsState, sheathStation, type WireState } from '../state.ts';
import { createSpot, lookOfWire2 } from '../surroundings.ts';
import { findWire } from '../wires.ts';
import { mouthOf, mouthPosition, ownMouthS } from './mouth.ts';
import { layAlongWay } from './recover.ts';
import { opened } from './space.ts';
import { holdsAs } from './tip-work.ts';
import { extendTrack, MEDIUM } from './track.ts';
import { createWireBody, type WireBody } from './wire-body.ts';

/** A tip this far beyond the mouth belongs to the rod, and one drawn back this near to its lumen, mm. */
const TAKES_MM = 0.1;
const LETS_GO_MM = 0.05;

/** Before wire 2 moves: who moves it. */
export const handOver = (state: MechanicsState, tissue: Tissue): void => {
  const { wire2 } = state;
  if (!state.rods || !wire2.loaded || wire2.approach !== null) return;
  const beyond = wire2.tip.s - Math.max(sheathStation(state), ownMouthS(state));
  if (wire2.body && Math.min(beyond, wire2.body.insideMm) < LETS_GO_MM) backInLumen(wire2);
  else if (!wire2.body && beyond > TAKES_MM) wire2.body = onItsWay(state, tissue);
};

const backInLumen = (wire2: WireState): void => {
  wire2.body = null;
  wire2.slackMm = 0;
  wire2.stopped = false;
};

const point: Offset = { x: 0, y: 0 };
const offset: Offset = { x: 0, y: 0 };
const spot = createSpot();
const hole: Hole = { x: 0, y: 0, radiusMm: 0 };

/** A rod that lies where wire 2 has been led. */
const onItsWay = (state: MechanicsState, tissue: Tissue): WireBody => {
  const { wire2 } = state;
  const { path, tip } = wire2;
  const kind = findWire(wire2.wireId)!;
  const sheath = sheathStation(state);
  const mouth = mouthOf(state, tissue, wire2);
  const body = createWireBody(tissue, kind, wire2.shape, sheath, 0);
  const { track } = body;
  const space = opened(state, tissue, kind.tipDiameterMm / 2);
  const look = lookOfWire2(state, tissue, 0);
  let s0 = sheath;
  let x0 = 0;
  let y0 = 0;
  /** @param kept where its tissue was, in tissue */
  const go = (s: number, { x, y }: Offset, kept: Offset | null): void => {
    const mm = Math.sqrt((s - s0) * (s - s0) + (x - x0) * (x - x0) + (y - y0) * (y - y0));
    if (kept) extendTrack(track, mm, s, kept.x, kept.y, MEDIUM.tissue, holdsAs(look(s, x, y, spot)));
    else {
      const medium = inPlane(s, x, y) ? MEDIUM.plane : MEDIUM.lumen;
      const { x: keptX, y: keptY } = space.keep(medium, s, x, y, offset);
      extendTrack(track, mm, s, keptX, keptY, medium, MATERIAL.blood);
    }
    s0 = s;
    x0 = x;
    y0 = y;
  };
  const goToMouth = (): void => {
    go(mouth.s, mouthPosition(state, tissue, mouth.s, point), null);
    body.mouthMm = track.lengthMm;
  };
  const inPlane = (s: number, x: number, y: number): boolean =>
    tissue.holeAt('plane', s, hole) &&
    (x - hole.x) * (x - hole.x) + (y - hole.y) * (y - hole.y) < hole.radiusMm * hole.radiusMm;
  for (let k = nodeBefore(state, sheath) + 1; k <= nodeBefore(state, tip.s); k++) {
    const s = stationOf(state, k);
    if (s0 < mouth.s && s > mouth.s) goToMouth();
    // what was guided until just now has laid no way of its own
    if (s > mouth.s && s < mouth.s + LETS_GO_MM) continue;
    const own = !isGuided(state, s) && path.anchor[k] === ANCHOR.tissue;
    const kept = own ? { x: path.x[k]!, y: path.y[k]! } : null;
    go(s, nodePosition(state, tissue, wire2, k, point), kept);
  }
  if (s0 < mouth.s) goToMouth();
  go(tip.s, tip, tip.anchor === ANCHOR.tissue ? { x: tip.anchorX, y: tip.anchorY } : null);
  body.mouthS = mouth.s;
  body.insideMm = track.lengthMm - body.mouthMm;
  const { turned } = body.shaft;
  const wound = wire2.hubRollRad - wire2.tipRollRad;
  for (let i = 0; i < turned.length; i++) turned[i] = wire2.hubRollRad - (wound * i) / (turned.length - 1);
  layAlongWay(tissue, body, space, mouth, mouth.s);
  return body;
};
