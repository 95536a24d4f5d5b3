/** @file What lies over a wire on its way and stiffens it: a support microcatheter that follows its tip. */
import { findMicrocatheter } from '../devices/microcatheters.ts';
import type { Rod } from '../rod/rod.ts';
import type { MechanicsState, WireState } from '../state.ts';
import { eiAt, type WireClass } from '../wires.ts';

/** So far behind the tip it begins, mm; its bending stiffness there and from so far behind, N mm^2, mm. */
export interface Support {
  readonly behindTipMm: number;
  readonly tipEi: number;
  readonly ei: number;
}

/** Until the IVUS catheter takes its place, one follows wire 1 at this distance. ASSUMED: 1.8 Fr, braided. */
const WIRE1: Support = { behindTipMm: 8, tipEi: 2, ei: 12 };
/** A microcatheter's soft tip has this share of its distal stiffness, and thickens over so much, mm. ASSUMED. */
const TIP_SHARE = 0.25;
const TAPER_MM = 20;

/** What supports a wire now; null: nothing, or the IVUS catheter. */
export const supportOf = ({ ivus, wire1, access }: MechanicsState, wire: WireState): Support | null => {
  if (wire === wire1) return ivus.loaded ? null : WIRE1;
  const microcatheter = access.microcatheter && findMicrocatheter(access.microcatheter);
  if (!microcatheter) return null;
  const { distalEi } = microcatheter;
  return { behindTipMm: wire.supportMm, tipEi: TIP_SHARE * distalEi, ei: distalEi };
};

const addedEi = ({ behindTipMm, tipEi, ei }: Support, fromTipMm: number): number => {
  const mm = fromTipMm - behindTipMm;
  return mm < 0 ? 0 : tipEi + (ei - tipEi) * Math.min(1, mm / TAPER_MM);
};

/** A wire is as stiff as itself and what lies over it; it turns alone. */
export const stiffen = (rod: Rod, wire: WireClass, fromTip: Float64Array, support: Support | null): void => {
  const { ei, gj } = rod;
  for (let i = rod.from; i < rod.nodes; i++) {
    const own = eiAt(wire, fromTip[i]!);
    ei[i] = support ? own + addedEi(support, fromTip[i]!) : own;
    gj[i] = wire.torsionShare * own;
  }
};
