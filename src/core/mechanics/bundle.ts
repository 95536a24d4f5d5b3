/** @file Where catheter and wires lie inside their common bundle: wire 1 beside the shaft, wire 2 in its lumen. */
import { cos, sin } from '../math/trig.ts';
import { type CatheterBody, IVUS_SHAFT } from './catalogue.ts';
import { ANCHOR, type MechanicsState, PATH_STEP_MM } from './state.ts';

export interface Offset {
  x: number;
  y: number;
}

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** 0 where wire 1 runs inside the catheter, 1 where it lies beside the window, by distance from the tip, mm. */
const besides = ({ distalLumenMm, transducerHomeMm }: CatheterBody, fromTipMm: number): number =>
  distalLumenMm < transducerHomeMm
    ? smooth((fromTipMm - (distalLumenMm - 1)) / (transducerHomeMm - distalLumenMm + 1))
    : 0;

/** Radius of a 0.014 inch wire, mm. */
const WIRE_MM = 0.178;

/** True where the catheter lies. */
export const underCatheter = (state: MechanicsState, s: number): boolean =>
  state.ivus.loaded && s <= state.ivus.tipS;

/** Station up to which wire 2 is guided: the proximal lumen's mouth, mm. */
export const mouthStation = (state: MechanicsState): number => state.ivus.tipS - IVUS_SHAFT.proximalMouthMm;

/** Outer radius of the shaft itself (without what lies beside it), mm, by distance from the tip. */
export const shaftRadius = ({ outerRadiusMm, windowRadiusMm }: CatheterBody, fromTipMm: number): number => {
  const tip = outerRadiusMm * 0.5;
  const t = fromTipMm / IVUS_SHAFT.taperMm;
  return t < 1 ? tip + (windowRadiusMm - tip) * Math.max(0, t) : windowRadiusMm;
};

/** Middle of the bundle at a station under the catheter, mm. */
export const bundleCentre = (state: MechanicsState, s: number, out: Offset): Offset => {
  const { x, y } = state.ivus;
  const f = Math.max(0, Math.min(state.gridCount - 1.001, (s - state.gridStartMm) / PATH_STEP_MM));
  const k = Math.floor(f);
  const t = f - k;
  out.x = x[k]! + (x[k + 1]! - x[k]!) * t;
  out.y = y[k]! + (y[k + 1]! - y[k]!) * t;
  return out;
};

/** The shaft's axis at a station under the catheter. */
export const axisAt = (state: MechanicsState, s: number, out: Offset): Offset => {
  const shift = state.catheter.axisOffsetMm * besides(state.catheter, state.ivus.tipS - s);
  bundleCentre(state, s, out);
  out.x -= shift * cos(state.ivus.rollRad);
  out.y -= shift * sin(state.ivus.rollRad);
  return out;
};

/** Wire 1 at a station under the catheter: on the lumens' side of the shaft. */
export const carriedWire1At = (state: MechanicsState, s: number, out: Offset): Offset => {
  const { wire1FromAxisMm, axisOffsetMm } = state.catheter;
  const shift = (wire1FromAxisMm - axisOffsetMm) * besides(state.catheter, state.ivus.tipS - s);
  bundleCentre(state, s, out);
  out.x += shift * cos(state.ivus.rollRad);
  out.y += shift * sin(state.ivus.rollRad);
  return out;
};

/** Wire 2 where the catheter (or a microcatheter beside it) guides it: next to wire 1, touching. */
export const guidedWire2At = (state: MechanicsState, s: number, out: Offset): Offset => {
  const side = state.wire2.route === 'rx-lumen' ? 1 : -1;
  const angle = state.ivus.rollRad + side * IVUS_SHAFT.wireSeparationRad;
  axisAt(state, s, out);
  out.x += state.catheter.wire2FromAxisMm * cos(angle);
  out.y += state.catheter.wire2FromAxisMm * sin(angle);
  return out;
};

/** Stiff as it is, the shaft is pressed aside over this length around what presses it, mm. ASSUMED. */
const PRESSED_MM = 3;

/** Wire 2 beside the shaft in the plane, as an offset from the bundle's middle; how much it counts there, 0 .. 1. */
const presserAt = (state: MechanicsState, s: number, out: Offset): number => {
  const { wire2 } = state;
  const { path } = wire2;
  if (!wire2.loaded || wire2.phase === 'in-catheter' || s <= mouthStation(state)) return 0;
  const k = Math.round((s - state.gridStartMm) / PATH_STEP_MM);
  const nodes = PRESSED_MM / PATH_STEP_MM;
  const last = Math.min(k, path.last);
  for (let n = last; n >= 0 && k - n < nodes; n--) {
    if (path.anchor[n] !== ANCHOR.plane) continue;
    out.x = path.x[n]!;
    out.y = path.y[n]!;
    return smooth(1 - (k - n) / nodes);
  }
  return 0;
};

const presser: Offset = { x: 0, y: 0 };
/** How far the middle of something this thick can lie from the middle of the plane, mm. */
const roomFor = ({ outerRadiusMm }: CatheterBody, radiusMm: number): number => outerRadiusMm - radiusMm;

/** The shaft's axis where wire 2, passing through the plane, presses it towards the other wall. */
const yieldingAxisAt = (state: MechanicsState, s: number, out: Offset): Offset => {
  axisAt(state, s, out);
  const weight = presserAt(state, s, presser);
  if (weight === 0) return out;
  const { x, y } = out;
  const shaft = shaftRadius(state.catheter, state.ivus.tipS - s);
  bundleCentre(state, s, out);
  let vx = x - out.x - presser.x;
  let vy = y - out.y - presser.y;
  const d = Math.sqrt(vx * vx + vy * vy);
  const least = shaft + WIRE_MM;
  const k = d < least && d > 1e-6 ? least / d : 1;
  vx = presser.x + k * vx;
  vy = presser.y + k * vy;
  const far = Math.sqrt(vx * vx + vy * vy);
  const held = far > roomFor(state.catheter, shaft) ? roomFor(state.catheter, shaft) / far : 1;
  out.x = x + weight * (out.x + held * vx - x);
  out.y = y + weight * (out.y + held * vy - y);
  return out;
};

const middle: Offset = { x: 0, y: 0 };

/** Moves a tip in the plane out of where the shaft stays even when pressed against the far wall. */
export const roundShaft = (state: MechanicsState, s: number, tipRadiusMm: number, out: Offset): void => {
  if (!underCatheter(state, s)) return;
  const shaft = shaftRadius(state.catheter, state.ivus.tipS - s);
  const least = shaft + tipRadiusMm - roomFor(state.catheter, shaft);
  bundleCentre(state, s, middle);
  const dx = out.x - middle.x;
  const dy = out.y - middle.y;
  const rho = Math.sqrt(dx * dx + dy * dy);
  if (rho >= least || rho < 1e-6) return;
  out.x = middle.x + (dx * least) / rho;
  out.y = middle.y + (dy * least) / rho;
};

/** Turns tried, rad, by which wire 1 evades wire 2 around the shaft. */
const EVASIONS = [0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9, 1.2, -1.2, 1.6, -1.6, 2, -2];

/** Wire 1 under the catheter where wire 2 passes: beside the pressed shaft, clear of wire 2, within the plane. */
const evadingWire1At = (state: MechanicsState, s: number, out: Offset): Offset => {
  const weight = presserAt(state, s, presser);
  carriedWire1At(state, s, out);
  const beside = besides(state.catheter, state.ivus.tipS - s);
  if (weight === 0 || beside === 0) return out;
  const { x, y } = out;
  const px = presser.x;
  const py = presser.y;
  bundleCentre(state, s, out);
  const cx = out.x;
  const cy = out.y;
  yieldingAxisAt(state, s, out);
  const ax = out.x;
  const ay = out.y;
  let least = Number.POSITIVE_INFINITY;
  for (const turn of EVASIONS) {
    const wx = ax + beside * state.catheter.wire1FromAxisMm * cos(state.ivus.rollRad + turn);
    const wy = ay + beside * state.catheter.wire1FromAxisMm * sin(state.ivus.rollRad + turn);
    const outside =
      Math.sqrt((wx - cx) * (wx - cx) + (wy - cy) * (wy - cy)) - roomFor(state.catheter, WIRE_MM);
    const apart = Math.sqrt((wx - cx - px) * (wx - cx - px) + (wy - cy - py) * (wy - cy - py));
    const wrong = Math.max(0, outside) + Math.max(0, 2 * WIRE_MM - apart);
    if (wrong >= least - 0.01) continue;
    least = wrong;
    out.x = x + weight * (wx - x);
    out.y = y + weight * (wy - y);
  }
  return out;
};

/** Neither shaft nor wire bends within a millimetre: what they yield is averaged over this much either way, mm. ASSUMED. */
const STIFF_MM = 2;
const STIFF_WEIGHTS = [1, 2, 3, 2, 1];
const STIFF_SUM = STIFF_WEIGHTS.reduce((a, b) => a + b, 0);

type PlaceAt = (state: MechanicsState, s: number, out: Offset) => Offset;
const unpressed: Offset = { x: 0, y: 0 };

/** A place in the bundle with what `pressedAt` adds to `restAt`, smoothed along the route. */
const stiffened =
  (restAt: PlaceAt, pressedAt: PlaceAt): PlaceAt =>
  (state, s, out) => {
    const { wire2, ivus } = state;
    const away = s + STIFF_MM <= mouthStation(state) || s - STIFF_MM > wire2.tip.s + PRESSED_MM;
    if (!wire2.loaded || wire2.phase === 'in-catheter' || away) return restAt(state, s, out);
    let dx = 0;
    let dy = 0;
    for (let i = 0; i < STIFF_WEIGHTS.length; i++) {
      const at = Math.min(ivus.tipS, s + (i - 2) * (STIFF_MM / 2));
      restAt(state, at, unpressed);
      pressedAt(state, at, out);
      dx += (STIFF_WEIGHTS[i]! / STIFF_SUM) * (out.x - unpressed.x);
      dy += (STIFF_WEIGHTS[i]! / STIFF_SUM) * (out.y - unpressed.y);
    }
    restAt(state, s, out);
    out.x += dx;
    out.y += dy;
    return out;
  };

/** The shaft's axis where wire 2, passing through the plane, has pressed it aside. */
export const pressedAxisAt = stiffened(axisAt, yieldingAxisAt);
/** Wire 1 under the catheter, out of wire 2's way. */
export const pressedWire1At = stiffened(carriedWire1At, evadingWire1At);
