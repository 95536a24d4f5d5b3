/** @file Where catheter and wires lie inside their common bundle: wire 1 beside the shaft, wire 2 in its lumen. */
import { cos, sin } from '../math/trig.ts';
import { IVUS_CATHETER } from './catalogue.ts';
import { type MechanicsState, PATH_STEP_MM } from './state.ts';

export interface Offset {
  x: number;
  y: number;
}

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** 0 where wire 1 runs inside the tip, 1 where it lies beside the window, by distance from the tip, mm. */
const besides = (fromTipMm: number): number =>
  smooth(
    (fromTipMm - (IVUS_CATHETER.distalLumenMm - 1)) /
      (IVUS_CATHETER.transducerHomeMm - IVUS_CATHETER.distalLumenMm + 1),
  );

/** True where the catheter lies. */
export const underCatheter = (state: MechanicsState, s: number): boolean =>
  state.ivus.loaded && s <= state.ivus.tipS;

/** Station of the proximal lumen's mouth, mm. */
export const mouthStation = (state: MechanicsState): number =>
  state.ivus.tipS - IVUS_CATHETER.proximalMouthMm;

/** Outer radius of the shaft itself (without what lies beside it), mm, by distance from the tip. */
export const shaftRadius = (fromTipMm: number): number => {
  const tip = IVUS_CATHETER.outerRadiusMm * 0.5;
  const t = fromTipMm / IVUS_CATHETER.taperMm;
  return t < 1 ? tip + (IVUS_CATHETER.windowRadiusMm - tip) * Math.max(0, t) : IVUS_CATHETER.windowRadiusMm;
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
  const shift = IVUS_CATHETER.axisOffsetMm * besides(state.ivus.tipS - s);
  bundleCentre(state, s, out);
  out.x -= shift * cos(state.ivus.rollRad);
  out.y -= shift * sin(state.ivus.rollRad);
  return out;
};

/** Wire 1 at a station under the catheter: on the lumens' side of the shaft. */
export const carriedWire1At = (state: MechanicsState, s: number, out: Offset): Offset => {
  const shift = (IVUS_CATHETER.wireFromAxisMm - IVUS_CATHETER.axisOffsetMm) * besides(state.ivus.tipS - s);
  bundleCentre(state, s, out);
  out.x += shift * cos(state.ivus.rollRad);
  out.y += shift * sin(state.ivus.rollRad);
  return out;
};

/** Wire 2 where the catheter (or a microcatheter beside it) guides it: next to wire 1, touching. */
export const guidedWire2At = (state: MechanicsState, s: number, out: Offset): Offset => {
  const side = state.wire2.route === 'rx-lumen' ? 1 : -1;
  const angle = state.ivus.rollRad + side * IVUS_CATHETER.wireSeparationRad;
  axisAt(state, s, out);
  out.x += IVUS_CATHETER.wireFromAxisMm * cos(angle);
  out.y += IVUS_CATHETER.wireFromAxisMm * sin(angle);
  return out;
};
