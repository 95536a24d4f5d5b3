/** @file Orders between moves: putting a device in, taking it out, reshaping a tip. An impossible one changes nothing. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { guidedWire2At, mouthStation } from './bundle.ts';
import { type CatheterBody, IVUS_SHAFT } from './catalogue.ts';
import type { DeviceId, TipShape } from './device.ts';
import { DEFAULT_MICROCATHETER, findMicrocatheter } from './devices/microcatheters.ts';
import { fitWith, ivusSizeOf } from './devices/room.ts';
import { findSheath } from './devices/sheaths.ts';
import { type OrderResult, refuse } from './event.ts';
import { layGuided } from './guided.ts';
import { reshapeBody } from './limb/wire-body.ts';
import { anchorPoint, nodeBefore } from './path.ts';
import { ANCHOR, enter, type MechanicsState, placeAtSheath, sheathStation, type WireRoute } from './state.ts';
import { lookOfWire2 } from './surroundings.ts';
import { isSoundShape, plainShape } from './tip-shape.ts';
import { findWire } from './wires.ts';

const DONE: OrderResult = { ok: true };

export interface LoadOptions {
  /** Class of the wire; the last one used, or the default, without it. */
  readonly wire?: string | undefined;
  /** For wire 2; 'rx-lumen' without it. */
  readonly route?: WireRoute | undefined;
  /** How close a microcatheter follows wire 2's tip, mm, 2 .. 30; 5 without it. */
  readonly supportMm?: number | undefined;
  /** Which microcatheter, for that route; the default without it. */
  readonly microcatheter?: string | undefined;
  /** Tip bent to this before the wire goes in; ignored for the catheter. */
  readonly shape?: TipShape | undefined;
}

/** Puts a device in: wires at the sheath (wire 2 at its parked place), the catheter over wire 1. */
export const load = (
  state: MechanicsState,
  tissue: Tissue,
  device: DeviceId,
  options: LoadOptions = {},
): OrderResult => {
  if (state[device].loaded) return refuse('already-loaded');
  if (device === 'ivus') return loadCatheter(state);
  const wireId = options.wire ?? state[device].wireId;
  const kind = findWire(wireId);
  if (!kind) return refuse('unknown-wire');
  if (options.shape && !isSoundShape(options.shape)) return refuse('bad-shape');
  if (device === 'wire2') {
    if (!state.ivus.loaded) return refuse('needs-catheter');
    if (!state.catheter.carriesWire2 && routeOf(options) === 'rx-lumen') return refuse('no-second-lumen');
    if (parkedStation(state) < sheathStation(state)) return refuse('catheter-too-shallow');
  }
  const microcatheter = findMicrocatheter(options.microcatheter ?? DEFAULT_MICROCATHETER);
  if (!microcatheter) return refuse('unknown-microcatheter');
  const beside = routeOf(options) === 'microcatheter' ? microcatheter.id : null;
  const fit = fitWith(state, device === 'wire1' ? { wire1: true } : { wire2: beside ?? 'rx-lumen' });
  if (!fit.fits) return refuse('does-not-fit', fit);
  const wire = state[device];
  if (options.shape) wire.shape = plainShape(options.shape);
  else if (wire.wireId !== wireId) wire.shape = kind.shape;
  wire.wireId = wireId;
  placeAtSheath(state, tissue, wire);
  if (device === 'wire2') {
    parkWire2(state, tissue, options);
    state.access.microcatheter = beside;
  }
  wire.loaded = true;
  return DONE;
};

const routeOf = (options: LoadOptions): WireRoute => options.route ?? 'rx-lumen';

const parkedStation = (state: MechanicsState): number => mouthStation(state) - IVUS_SHAFT.parkedBehindMouthMm;

const loadCatheter = (state: MechanicsState): OrderResult => {
  const { ivus, wire1 } = state;
  if (!wire1.loaded) return refuse('needs-wire1');
  const { balloon } = state.access;
  if (balloon.loaded && balloon.on === 'wire1') return refuse('rail-taken');
  const fit = fitWith(state, { ivus: ivusSizeOf(state.catheter) });
  if (!fit.fits) return refuse('does-not-fit', fit);
  ivus.loaded = true;
  ivus.tipS = Math.min(sheathStation(state), wire1.tip.s);
  ivus.lengthMm = ivus.tipS - state.gridStartMm;
  ivus.slackMm = 0;
  ivus.hubRollRad = 0;
  ivus.tipRollRad = 0;
  ivus.turning = false;
  ivus.rollRad = state.rollAtSheathRad;
  ivus.forceN = 0;
  ivus.stopped = false;
  ivus.forcedS = 0;
  ivus.kinked = false;
  ivus.x.fill(0);
  ivus.y.fill(0);
  return DONE;
};

const parkWire2 = (state: MechanicsState, tissue: Tissue, options: LoadOptions): void => {
  const { wire2 } = state;
  wire2.route = routeOf(options);
  wire2.supportMm = Math.min(30, Math.max(2, options.supportMm ?? 5));
  if (state.rods && wire2.route === 'microcatheter') {
    placeAtSheath(state, tissue, wire2, true);
    wire2.approach = 'lumen';
    state.trackedIndex = -1;
    state.mouthS = mouthStation(state);
    return;
  }
  const { tip, path } = wire2;
  tip.s = parkedStation(state);
  guidedWire2At(state, tip.s, tip);
  wire2.lengthMm = tip.s - state.gridStartMm;
  path.last = nodeBefore(state, tip.s);
  path.track = path.last;
  enter(wire2, 'in-catheter');
  wire2.material = MATERIAL.stasis;
  state.trackedIndex = -1;
  state.mouthS = mouthStation(state);
  if (wire2.route === 'rx-lumen') return;
  // A microcatheter is independent of the catheter from here on: its way is laid down now.
  layGuided(state, tissue, state.gridStartMm, tip.s);
  const look = lookOfWire2(state, tissue, 0);
  anchorPoint(tissue, look, tip.s, tip.x, tip.y, tip);
  enter(wire2, tip.anchor === ANCHOR.plane ? 'plane' : 'lumen');
};

/** Takes another catheter from the shelf; the one in the body has to come out first. */
export const chooseCatheter = (state: MechanicsState, catheter: CatheterBody): OrderResult => {
  if (state.ivus.loaded) return refuse('catheter-in-body');
  state.catheter = catheter;
  return DONE;
};

/** Exchanges the sheath: over wire 1, wherever that lies, with nothing else in the way. */
export const chooseSheath = (state: MechanicsState, id: string): OrderResult => {
  const sheath = findSheath(id);
  if (!sheath) return refuse('unknown-sheath');
  if (state.ivus.loaded || state.wire2.loaded || state.access.balloon.loaded) return refuse('sheath-in-use');
  state.access.sheath = sheath.id;
  return DONE;
};

/** Takes a device out of the body at once. What it opened stays open or relaxes with the next step. */
export const unload = (state: MechanicsState, device: DeviceId): OrderResult => {
  if (!state[device].loaded) return refuse('not-loaded');
  if (device === 'wire1' && state.ivus.loaded) return refuse('catheter-over-wire1');
  if (device === 'ivus' && state.wire2.loaded && state.wire2.route === 'rx-lumen')
    return refuse('wire2-in-catheter');
  const { balloon } = state.access;
  if (balloon.loaded && balloon.on === device) return refuse('balloon-over-wire');
  if (device === 'wire2') state.access.microcatheter = null;
  state[device].loaded = false;
  if (device !== 'ivus') state[device].body = null;
  state[device].forceN = 0;
  state[device].slackMm = 0;
  return DONE;
};

/** How deep a wire may lie and still count as being at the sheath, mm past it. ASSUMED. */
const AT_SHEATH_MM = 20;

/** Bends a wire's tip anew: outside the body, at the sheath, or drawn back into its lumen. */
export const reshape = (state: MechanicsState, device: 'wire1' | 'wire2', shape: TipShape): OrderResult => {
  if (!isSoundShape(shape)) return refuse('bad-shape');
  const wire = state[device];
  const reachable =
    !wire.loaded || wire.phase === 'in-catheter' || wire.tip.s <= sheathStation(state) + AT_SHEATH_MM;
  if (!reachable) return refuse('tip-in-body');
  wire.shape = plainShape(shape);
  if (wire.body) reshapeBody(wire.body, wire.shape);
  return DONE;
};
