/**
 * @file Mechanics as the session drives it: one call per tick moves every device by its hub.
 *
 * This page is the seam. A rod solver may replace what lies behind it; the state stays plain data, the tissue is
 * read and never written here: what must open goes to `out.edits`, which the caller applies before the next call.
 */
import type { Tissue } from '../anatomy/tissue.ts';
import type { Hasher } from '../math/hash.ts';
import { mouthStation } from './bundle.ts';
import { moveCatheter } from './catheter-motion.ts';
import type { DeviceId, HubInput } from './device.ts';
import type { StepOutput } from './event.ts';
import { bringWire2, layGuided } from './guided.ts';
import { moveRod } from './limb/move-rod.ts';
import { handOver } from './limb/take-over.ts';
import { hashBody } from './limb/wire-body.ts';
import { openPlane } from './open-plane.ts';
import type { CatheterState, MechanicsState, WireState } from './state.ts';
import { openTrack } from './track.ts';
import { moveWire } from './wire-motion.ts';
import { growHaematoma } from './wounds/haematoma.ts';
import { stepPerforations } from './wounds/perforation.ts';
import { noteStick } from './wounds/stick-sites.ts';
import { hashWounds } from './wounds/wounds.ts';

export type { MechanicsEvent, MechanicsEventKind, OrderResult, RefusalReason } from './event.ts';
export { exchange } from './exchange.ts';
export { chooseCatheter, chooseSheath, type LoadOptions, load, reshape, unload } from './orders.ts';
export { type CatheterAxis, catheterAxisAt, poseOf, type WireCrossing, wireCrossing } from './pose.ts';
export { PUNCTURE_LAW, type PunctureLaw } from './resistance.ts';
export { createMechanics, type MechanicsState, type WireRoute } from './state.ts';
export { bendTo } from './torque.ts';
export type { StepOutput };

/**
 * Advances all devices by one tick. Mutates `state`; appends edits (apply them to `tissue` before the next call)
 * and events. Hub speeds beyond an operator's are clamped.
 */
export const stepMechanics = (
  state: MechanicsState,
  tissue: Tissue,
  inputs: Readonly<Record<DeviceId, HubInput>>,
  dtS: number,
  out: StepOutput,
): void => {
  const moveWire1 = state.rods ? moveRod : moveWire;
  moveWire1(state, tissue, 'wire1', inputs.wire1, dtS, out);
  moveCatheter(state, tissue, inputs.ivus, dtS, out);
  layReleased(state, tissue);
  handOver(state, tissue);
  const moveWire2 = state.wire2.body ? moveRod : moveWire;
  moveWire2(state, tissue, 'wire2', inputs.wire2, dtS, out);
  bringWire2(state, tissue);
  const stuck = noteStick(state, tissue);
  openPlane(state, tissue, out);
  openTrack(state, tissue, out);
  growHaematoma(state, tissue, stuck, out);
  stepPerforations(state, tissue, dtS, out);
};

/** Where the catheter has drawn back off wire 2, the wire stays where the lumen held it. */
const layReleased = (state: MechanicsState, tissue: Tissue): void => {
  const mouth = mouthStation(state);
  const { wire2 } = state;
  if (wire2.loaded && wire2.route === 'rx-lumen' && wire2.phase !== 'in-catheter' && mouth < state.mouthS)
    layGuided(state, tissue, mouth, Math.min(state.mouthS, wire2.tip.s));
  state.mouthS = mouth;
};

/** Feeds everything that the next step depends on to a hasher. */
export const hashMechanics = (state: MechanicsState, hasher: Hasher): void => {
  hashWire(state.wire1, hasher);
  hashWire(state.wire2, hasher);
  hashCatheter(state.ivus, hasher);
  hasher.number(state.planeStartS ?? Number.NEGATIVE_INFINITY).number(state.coveredIndex);
  hasher.number(state.openedIndex).number(state.trackedIndex).number(state.mouthS);
  for (let i = 0; i < state.planeMm.length; i++)
    if (state.planeMm[i] !== 0 || state.trackMm[i] !== 0)
      hasher.number(i).number(state.planeMm[i]!).number(state.trackMm[i]!);
  if (state.wounds) hashWounds(state.wounds, hasher);
};

const hashWire = (wire: WireState, hasher: Hasher): void => {
  hasher.number(wire.loaded ? 1 : 0);
  if (!wire.loaded) return;
  const { tip, path } = wire;
  hasher.text(wire.wireId).text(wire.route).text(wire.phase).text(wire.hereNow);
  const numbers = [
    wire.shape.angleDeg,
    wire.shape.lengthMm,
    wire.supportMm,
    wire.lengthMm,
    wire.slackMm,
    wire.hubRollRad,
    wire.tipRollRad,
    wire.turning ? 1 : 0,
    wire.forceN,
    wire.freeMm,
    wire.sweepMm,
    wire.sinceStrikeMm,
    wire.differMm,
    wire.stopped ? 1 : 0,
    tip.s,
    tip.x,
    tip.y,
    tip.u,
    tip.v,
    tip.anchor,
    path.last,
    path.track,
  ];
  for (const n of numbers) hasher.number(n);
  const { second } = wire.shape;
  if (second) hasher.number(second.angleDeg).number(second.lengthMm);
  if (wire.approach) hasher.text(wire.approach);
  if (wire.body) hashBody(wire.body, hasher);
  for (let k = 0; k <= path.track; k++) hasher.number(path.x[k]!).number(path.y[k]!);
};

const hashCatheter = (ivus: CatheterState, hasher: Hasher): void => {
  hasher.number(ivus.loaded ? 1 : 0);
  if (!ivus.loaded) return;
  const numbers = [
    ivus.tipS,
    ivus.lengthMm,
    ivus.slackMm,
    ivus.hubRollRad,
    ivus.tipRollRad,
    ivus.turning ? 1 : 0,
    ivus.forceN,
    ivus.stopped ? 1 : 0,
  ];
  for (const n of numbers) hasher.number(n);
  if (ivus.forcedS > 0) hasher.number(ivus.forcedS);
};
