/**
 * @file Blood in the plane: what a bent tip tears loose when it is turned there, and what each stick lets in, fills the plane beside
 * the devices and presses on the true lumen.
 *
 * That sticks and rotation in the false lumen enlarge it is published; how much is ASSUMED: ten turns with a 45 degree, 1.5 mm
 * tip add about as much as the catheter itself takes.
 */
import type { Tissue } from '../../anatomy/tissue.ts';
import { PI, TAU } from '../../math/trig.ts';
import type { StepOutput } from '../event.ts';
import { ANCHOR, type MechanicsState, PATH_STEP_MM, type WireState } from '../state.ts';
import { WIRE_RADIUS_MM } from '../surroundings.ts';
import { reachMm } from '../tip-shape.ts';
import type { Wounds } from './wounds.ts';

/** Cross-section that one turn of a tip bent by `FULL_BEND_MM` to the side adds in its middle, mm^2, and over how far to each side, mm. */
const PER_TURN_MM2 = 0.12;
const FULL_BEND_MM = 1;
const TURN_SPREAD_MM = 4;
/** What a stick adds, mm^2, and over how far, mm. */
const PER_STICK_MM2 = 0.1;
const STICK_SPREAD_MM = 5;
/** The adventitia holds the rest back, mm^2. */
const MOST_MM2 = 2.2;
/** It is reckoned with after each so much of a turn, rad. */
const QUARTER_RAD = TAU / 4;
/** A tip that has moved less than this along the vessel meanwhile has turned in place, mm. ASSUMED. */
const IN_PLACE_MM = 2;

/** Radius of a hole of a device's radius with blood beside it, mm. */
export const withClot = (wounds: Wounds | null, index: number, radiusMm: number): number => {
  const clot = wounds?.clotMm2[index] ?? 0;
  return clot === 0 || radiusMm === 0 ? radiusMm : Math.sqrt(radiusMm * radiusMm + clot / PI);
};

const isInPlane = (state: MechanicsState, wire: WireState): boolean =>
  wire === state.wire1
    ? wire.phase === 'plane' && !state.ivus.loaded
    : wire.phase === 'plane' && wire.tip.anchor === ANCHOR.plane;

/** One tick: what the wires have turned in place, and a stick of wire 2, feed the blood in the plane. */
export const growHaematoma = (
  state: MechanicsState,
  tissue: Tissue,
  stuck: boolean,
  out: StepOutput,
): void => {
  const { wounds } = state;
  if (!wounds) return;
  for (const id of ['wire1', 'wire2'] as const) {
    const wire = state[id];
    const seen = wounds.seen[id];
    const { s } = wire.tip;
    const turned = Math.min(
      Math.abs(wire.tipRollRad - seen.rollRad),
      Math.abs(wire.hubRollRad - seen.hubRad),
    );
    // what turns as it goes along the plane, follows it; what turns in place tears
    if (turned < QUARTER_RAD && Math.abs(s - seen.s) < IN_PLACE_MM) continue;
    const tears = wire.loaded && isInPlane(state, wire) && Math.abs(s - seen.s) < IN_PLACE_MM;
    seen.rollRad = wire.tipRollRad;
    seen.hubRad = wire.hubRollRad;
    seen.s = s;
    if (!tears) continue;
    const share = Math.min(1, reachMm(wire.shape) / FULL_BEND_MM);
    bleed(state, tissue, s, (PER_TURN_MM2 / 4) * share, TURN_SPREAD_MM, out);
  }
  if (stuck) bleed(state, tissue, state.wire2.tip.s, PER_STICK_MM2, STICK_SPREAD_MM, out);
};

/** Adds blood around a station, less toward the ends of its stretch, where the plane is open. */
const bleed = (
  state: MechanicsState,
  tissue: Tissue,
  s: number,
  mm2: number,
  spreadMm: number,
  out: StepOutput,
): void => {
  const { wounds, planeMm, planeX, planeY } = state;
  if (!wounds) return;
  const { startMm, stepMm, count } = tissue.openingGrid;
  const from = Math.max(0, Math.ceil((s - spreadMm - startMm) / stepMm));
  const to = Math.min(count - 1, Math.floor((s + spreadMm - startMm) / stepMm));
  for (let i = from; i <= to; i++) {
    const now = planeMm[i]!;
    if (now === 0) continue;
    const before = wounds.clotMm2[i]!;
    const far = Math.abs(startMm + i * stepMm - s) / spreadMm;
    const after = Math.min(MOST_MM2, before + mm2 * (1 - far));
    if (after <= before) continue;
    wounds.clotMm2[i] = after;
    const radiusMm = Math.sqrt(now * now + (after - before) / PI);
    planeMm[i] = radiusMm;
    springAfter(state, startMm + i * stepMm, stepMm, now, radiusMm);
    out.edits.push({
      kind: 'open',
      channel: 'plane',
      index: i,
      xRef: planeX[i]!,
      yRef: planeY[i]!,
      radiusMm,
    });
  }
};

/** Where wire 2 lies against the plane's wall it springs after it. */
const springAfter = (
  { wire2, gridStartMm }: MechanicsState,
  s: number,
  stepMm: number,
  beforeMm: number,
  afterMm: number,
): void => {
  const { path, tip, phase } = wire2;
  if (!wire2.loaded || phase === 'in-catheter') return;
  const room = beforeMm - WIRE_RADIUS_MM;
  // where the plane is no wider than a wire, that lies in its middle
  if (room <= 0) return;
  const ratio = (afterMm - WIRE_RADIUS_MM) / room;
  const from = Math.max(0, Math.ceil((s - stepMm / 2 - gridStartMm) / PATH_STEP_MM));
  const to = Math.min(path.last, Math.ceil((s + stepMm / 2 - gridStartMm) / PATH_STEP_MM) - 1);
  for (let k = from; k <= to; k++) {
    if (path.anchor[k] !== ANCHOR.plane) continue;
    path.x[k] = ratio * path.x[k]!;
    path.y[k] = ratio * path.y[k]!;
  }
  if (tip.anchor !== ANCHOR.plane || tip.s < s - stepMm / 2 || tip.s >= s + stepMm / 2) return;
  tip.anchorX *= ratio;
  tip.anchorY *= ratio;
};
