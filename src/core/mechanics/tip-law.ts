/**
 * @file Where a pushed tip goes next: the cheapest direction near the one it points in.
 *
 * Every direction has a price: what the tissue ahead asks of the tip, and what it costs to swing the tip there
 * against its bending stiffness. The tip takes the cheapest that its column strength can pay. Gliding along a
 * wall, falling into the cleft, biting into plaque and glancing off calcium are all this one choice.
 */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import {
  BITE_COS,
  OUTSIDE_N,
  peelN,
  punctureN,
  REENTRY_SHARE,
  STEADY_SHARE,
  swingN,
  type TipGauge,
} from './resistance.ts';
import { createSpot, entryNormal, type Look, type Normal, type Spot, wallNormal } from './surroundings.ts';
import type { WireClass } from './wires.ts';

export interface TipContext {
  readonly tissue: Tissue;
  readonly look: Look;
  readonly wire: WireClass;
  readonly gauge: TipGauge;
  /** Where the tip is, and what it is in. */
  s: number;
  x: number;
  y: number;
  here: Spot;
  /** Slope it would take if nothing were in the way. */
  wantU: number;
  wantV: number;
  /** Slope of an old track ahead, when there is one. */
  track: boolean;
  trackU: number;
  trackV: number;
  /** Slope of the open channel the tip is in, and the direction from the tip to its middle (unit or zero). */
  channelU: number;
  channelV: number;
  inwardX: number;
  inwardY: number;
  /** N, and the lever over which the tip is held, mm. */
  availableN: number;
  leverMm: number;
  /** What has been torn open before counts as torn. */
  readonly feelsTorn: boolean;
}

export interface Choice {
  /** False: nothing the tip can pay for. */
  free: boolean;
  u: number;
  v: number;
  /** What the tissue asks in that direction, N, and what the tip presses with in all. */
  resistanceN: number;
  forceN: number;
  /** It pointed at calcium and was turned away. */
  struckCalcium: boolean;
  followsTrack: boolean;
}

export const createChoice = (): Choice => ({
  free: false,
  u: 0,
  v: 0,
  resistanceN: 0,
  forceN: 0,
  struckCalcium: false,
  followsTrack: false,
});

/** Distances ahead at which the tip feels, mm, beyond its front; farthest first, because that is where a direction
 *  most often fails. Beside a catheter the flap is pressed to 0.04 mm: no gap may be wider than that. */
const FEELERS_MM = [0.07, 0.045, 0.02];
/** A tip in open space also feels from its front back to just beyond one step, mm. */
const NEAR_STEP_MM = 0.035;
const CENTRE_MM = 0.055;
/** Directions tried: swings in rad, and how many around. Coarser when steeper. */
const SWINGS = [0.05, 0.1, 0.17, 0.25, 0.35, 0.48, 0.64, 0.85, 1.1, 1.35];
const AROUND = 12;
/** The edge of an old track holds a tip that points no further off than this. ASSUMED. */
const TRACK_HOLDS_RAD = 0.5;
const CHANNEL_INWARD = [0, 0.03, 0.1, 0.3];
/** A tip does not run closer than this to square across the vessel (cos to the axis). */
const STEEPEST = 0.3;

const spot = createSpot();
const normal: Normal = { s: 0, x: 0, y: 0 };

/**
 * Force to advance by a feeler's length along a unit direction, N; infinite where nothing helps.
 * In open space the tip's front face feels, and its centre must not be where it has not paid for.
 * @param enough stop looking once it costs more than this
 */
const resistance = (c: TipContext, ds: number, dx: number, dy: number, enough: number): number => {
  const open = c.here.zone === 'lumen' || c.here.zone === 'plane';
  const reach = open ? c.gauge.tipDiameterMm / 2 : 0;
  let worst = 0;
  let peeling = false;
  const near = open ? Math.ceil((reach - CENTRE_MM) / NEAR_STEP_MM) : 0;
  for (let i = 0; i < FEELERS_MM.length + near && worst <= enough; i++) {
    const back = i - FEELERS_MM.length;
    const d = back < 0 ? reach + FEELERS_MM[i]! : reach - ((reach - CENTRE_MM) * (back + 1)) / near;
    const s = c.s + d * ds;
    const x = c.x + d * dx;
    const y = c.y + d * dy;
    c.look(s, x, y, spot);
    if (spot.zone === 'solid') return Number.POSITIVE_INFINITY;
    if (spot.zone !== 'tissue') continue;
    // Peeling is paid where the tear will run to: a tip may always turn back to where the cleft is weaker.
    const peels = spot.cleftMm < Number.POSITIVE_INFINITY;
    if (peels && peeling) continue;
    if (i === 0) peeling = peels;
    const n = tissueN(c, open, s, x, y, ds, dx, dy);
    if (n > worst) worst = n;
  }
  return worst;
};

/** Price of the tissue in `spot` for a tip that comes along a unit direction, N. */
const tissueN = (
  c: TipContext,
  open: boolean,
  s: number,
  x: number,
  y: number,
  ds: number,
  dx: number,
  dy: number,
): number => {
  if (spot.cleftMm < Number.POSITIVE_INFINITY)
    return (c.feelsTorn ? spot.torn : 1) * peelN(c.gauge, spot.cleftMm);
  if (c.here.material >= MATERIAL.fat) return OUTSIDE_N;
  // What lies beyond the adventitia costs the way through it.
  const outward = spot.material >= MATERIAL.adventitia;
  const peak = punctureN(c.gauge, outward ? MATERIAL.adventitia : spot.material);
  if (outward) {
    if (c.here.material === MATERIAL.adventitia) return peak * STEADY_SHARE;
    wallNormal(c.tissue, 'eem', s, x, y, normal);
  } else {
    if (!open && spot.material === c.here.material) return peak * STEADY_SHARE;
    if (!open) return peak;
    entryNormal(c.tissue, c.here.zone, s, x, y, normal);
  }
  const square = Math.abs(ds * normal.s + dx * normal.x + dy * normal.y);
  return square < BITE_COS ? Number.POSITIVE_INFINITY : peak / square;
};

/** Decides; writes `out`. */
export const chooseDirection = (c: TipContext, out: Choice): Choice => {
  const length = Math.sqrt(1 + c.wantU * c.wantU + c.wantV * c.wantV);
  const d = { s: 1 / length, x: c.wantU / length, y: c.wantV / length };
  const straight = resistance(c, d.s, d.x, d.y, Number.POSITIVE_INFINITY);
  out.struckCalcium = straight === Number.POSITIVE_INFINITY && spot.material === MATERIAL.calcium;
  out.followsTrack = false;
  let best = Number.POSITIVE_INFINITY;
  const consider = (ds: number, dx: number, dy: number, n: number, swing: number): void => {
    if (n > c.availableN) return;
    const price = n + swing;
    if (price >= best) return;
    best = price;
    out.u = dx / ds;
    out.v = dy / ds;
    out.resistanceN = n;
  };
  consider(d.s, d.x, d.y, straight, 0);
  if (c.track) considerTrack(c, d, best, consider, out);
  if (best > 0 && (c.here.zone === 'lumen' || c.here.zone === 'plane')) {
    // Along the open channel, and a little off its wall: the way that is always there when the channel is.
    for (const inward of CHANNEL_INWARD) {
      const u = c.channelU + inward * c.inwardX;
      const v = c.channelV + inward * c.inwardY;
      const l = Math.sqrt(1 + u * u + v * v);
      // It must cost nothing: a channel that needs piercing is none.
      if (resistance(c, 1 / l, u / l, v / l, 0) > 0) continue;
      const before = best;
      consider(1 / l, u / l, v / l, 0, swingN(c.wire, chord((d.s + d.x * u + d.y * v) / l), c.leverMm));
      if (best < before) out.followsTrack = false;
    }
  }
  if (best > 0) {
    // Two directions across the wanted one span the fan.
    const e = across(d);
    const f = {
      s: d.x * e.y - d.y * e.x,
      x: d.y * e.s - d.s * e.y,
      y: d.s * e.x - d.x * e.s,
    };
    for (const angle of SWINGS) {
      const swing = swingN(c.wire, angle, c.leverMm);
      if (swing >= best) break;
      const sa = sin(angle);
      const ca = cos(angle);
      for (let i = 0; i < AROUND; i++) {
        const p = sa * AROUND_COS[i]!;
        const q = sa * AROUND_SIN[i]!;
        const ds = ca * d.s + p * e.s + q * f.s;
        if (ds < STEEPEST) continue;
        const dx = ca * d.x + p * e.x + q * f.x;
        const dy = ca * d.y + p * e.y + q * f.y;
        const before = best;
        consider(ds, dx, dy, resistance(c, ds, dx, dy, Math.min(c.availableN, best - swing)), swing);
        if (best < before) out.followsTrack = false;
      }
    }
  }
  out.free = best < Number.POSITIVE_INFINITY;
  out.forceN = out.free ? Math.min(best, c.availableN) : c.availableN;
  return out;
};

/** Angle of a cosine, rad, by its chord 2 sin(a / 2): within 5 % up to 60 degrees. */
const chord = (cosine: number): number => Math.sqrt(Math.max(0, 2 - 2 * cosine));

const considerTrack = (
  c: TipContext,
  d: { s: number; x: number; y: number },
  best: number,
  consider: (ds: number, dx: number, dy: number, n: number, swing: number) => void,
  out: Choice,
): void => {
  const length = Math.sqrt(1 + c.trackU * c.trackU + c.trackV * c.trackV);
  const ds = 1 / length;
  const dx = c.trackU / length;
  const dy = c.trackV / length;
  const material = c.look(c.s + 0.1 * ds, c.x + 0.1 * dx, c.y + 0.1 * dy, spot).material;
  if (spot.zone === 'solid') return;
  const n = spot.zone === 'tissue' ? REENTRY_SHARE * punctureN(c.gauge, material) : 0;
  const off = Math.max(0, chord(ds * d.s + dx * d.x + dy * d.y) - TRACK_HOLDS_RAD);
  const price = n + swingN(c.wire, off, c.leverMm);
  if (price >= best || n > c.availableN) return;
  consider(ds, dx, dy, n, price - n);
  out.followsTrack = true;
};

const across = (d: { s: number; x: number; y: number }): { s: number; x: number; y: number } => {
  const l = Math.sqrt(d.s * d.s + d.x * d.x);
  return { s: -d.x / l, x: d.s / l, y: 0 };
};

const AROUND_COS: readonly number[] = Array.from({ length: AROUND }, (_, i) => cos((i * TAU) / AROUND));
const AROUND_SIN: readonly number[] = Array.from({ length: AROUND }, (_, i) => sin((i * TAU) / AROUND));
