/** @file A balloon on its wire: put on, pushed as far as the wire's tip, drawn back, taken off. It is not inflated. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { HUB_LIMITS } from '../catalogue.ts';
import { type OrderResult, refuse } from '../event.ts';
import { poseOf } from '../pose.ts';
import { type MechanicsState, sheathStation } from '../state.ts';
import type { WireId } from './access.ts';
import { type BalloonId, findBalloon } from './balloons.ts';
import { fitWith } from './room.ts';

export interface BalloonOptions {
  /** The one used last, or the default, without it. */
  readonly balloon?: string | undefined;
  /** Wire 1 without it. */
  readonly on?: WireId | undefined;
  /** One of the lengths in which it is offered, mm; the shortest without it. */
  readonly lengthMm?: number | undefined;
}

const DONE: OrderResult = { ok: true };
/** Like the IVUS catheter it stays this far behind the wire's tip, mm. */
const WIRE_LEAD_MM = 0.5;
/** Support of a wire whose microcatheter is gone, mm behind its tip: more than what holds it anyway counts for nothing. */
const NO_SUPPORT_MM = 30;

/** Puts a balloon on a wire, its tip at the sheath. On wire 2 it takes the microcatheter's place. */
export const loadBalloon = (state: MechanicsState, options: BalloonOptions = {}): OrderResult => {
  const { balloon } = state.access;
  if (balloon.loaded) return refuse('already-loaded');
  const kind = findBalloon(options.balloon ?? balloon.id);
  if (!kind) return refuse('unknown-balloon');
  const lengthMm = options.lengthMm ?? kind.lengthsMm[0]!;
  if (!kind.lengthsMm.includes(lengthMm)) return refuse('unknown-balloon');
  const on = options.on ?? 'wire1';
  const wire = state[on];
  if (!wire.loaded) return refuse('balloon-needs-wire');
  if (on === 'wire1' ? state.ivus.loaded : wire.route === 'rx-lumen') return refuse('rail-taken');
  const fit = fitWith(state, { balloon: { id: kind.id, on } });
  if (!fit.fits) return refuse('does-not-fit', fit);
  Object.assign(balloon, { loaded: true, id: kind.id satisfies BalloonId, lengthMm, on, stopped: false });
  balloon.tipS = Math.min(sheathStation(state), wire.tip.s - WIRE_LEAD_MM);
  if (on === 'wire2') {
    state.access.microcatheter = null;
    wire.supportMm = NO_SUPPORT_MM;
  }
  return DONE;
};

/** Takes it off its wire, which stays. */
export const unloadBalloon = (state: MechanicsState): OrderResult => {
  if (!state.access.balloon.loaded) return refuse('not-loaded');
  state.access.balloon.loaded = false;
  return DONE;
};

/** One tick at a hub speed in mm/s, positive distal: along the wire, never past its tip, back to the sheath. */
export const moveBalloon = (state: MechanicsState, advance: number, dtS: number): void => {
  const { balloon } = state.access;
  if (!balloon.loaded) return;
  const speed = Math.max(-HUB_LIMITS.advanceMmS, Math.min(HUB_LIMITS.advanceMmS, advance));
  const front = state[balloon.on].tip.s - WIRE_LEAD_MM;
  const wanted = balloon.tipS + speed * dtS;
  balloon.stopped = speed > 0 && wanted > front;
  // a wire that is drawn back takes the balloon along: nobody leaves it without its wire
  balloon.tipS = Math.min(front, Math.max(sheathStation(state), wanted));
};

/** A balloon as the panes see it. */
export interface BalloonPose {
  readonly loaded: boolean;
  readonly id: BalloonId;
  readonly on: WireId;
  /** World coordinates of its line from the sheath's start to its tip, node-major: x, y, z, mm. */
  readonly world: Float32Array;
  /** As folded, mm. */
  readonly radiusMm: number;
  /** The balloon itself reaches from here to here, mm behind the tip. */
  readonly fromTipMm: readonly [number, number];
  /** Length inside the body, mm. */
  readonly insertionMm: number;
  readonly stopped: boolean;
}

const EMPTY = new Float32Array(0);

/** Follows its wire: the wire's own line, cut at the balloon's tip. */
export const balloonPose = (state: MechanicsState, tissue: Tissue): BalloonPose => {
  const { loaded, id, on, lengthMm, tipS, stopped } = state.access.balloon;
  const { crossingProfileMm, tipMm } = findBalloon(id)!;
  return {
    loaded,
    id,
    on,
    world: loaded ? cutAt(tipS, poseOf(state, tissue, on)) : EMPTY,
    radiusMm: crossingProfileMm / 2,
    fromTipMm: [tipMm, tipMm + lengthMm],
    insertionMm: loaded ? tipS - state.gridStartMm : 0,
    stopped,
  };
};

/** The nodes up to a station, and the point at it. */
const cutAt = (
  s: number,
  { route, world }: { readonly route: Float32Array; readonly world: Float32Array },
): Float32Array => {
  let n = 0;
  while (3 * n < route.length && route[3 * n]! < s) n++;
  if (n === 0 || 3 * n >= route.length) return world.slice(0, 3 * n);
  const [before, after] = [route[3 * n - 3]!, route[3 * n]!];
  const t = (s - before) / (after - before);
  const out = world.slice(0, 3 * n + 3);
  for (let c = 0; c < 3; c++) {
    const from = world[3 * n - 3 + c]!;
    out[3 * n + c] = from + (world[3 * n + c]! - from) * t;
  }
  return out;
};
