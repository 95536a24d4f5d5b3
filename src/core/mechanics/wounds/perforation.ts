/**
 * @file Holes in the vessel's wall: how deep, by what, how much they bleed, and how bad that is.
 *
 * A hole springs back to half of what made it and lets blood out as an orifice does, Q = C A sqrt(2 p / rho), until it has
 * clotted; a wire that lies in it plugs it. Minor and major are the study's terms: no consequence, or another
 * intervention needed. Where the line is drawn is ASSUMED, as are all numbers without a source.
 */
import type { Tissue } from '../../anatomy/tissue.ts';
import { wallRadiusToward } from '../../anatomy/wall-maps.ts';
import { exp, PI } from '../../math/trig.ts';
import type { MechanicsEventKind, StepOutput } from '../event.ts';
import { type MechanicsState, type WireState, worksAt } from '../state.ts';
import { createSpot, lookOfWire1, lookOfWire2 } from '../surroundings.ts';
import { findWire } from '../wires.ts';
import type { Perforation, Severity, Wounds } from './wounds.ts';

/** A tip counts as in the adventitia from this far beyond the EEM, mm: the plane runs just inside it. */
const DEEP_MM = 0.05;
/** Nearer than this along the vessel it is the same hole, mm. */
const SAME_HOLE_MM = 3;
/** The body follows the tip into the hole once that is this much deeper, mm. */
const BODY_FOLLOWS_MM = 5;
/** A hole springs back to this share of what made it. */
const RECOIL_SHARE = 0.5;
const ORIFICE = 0.6;
/** Of blood, g/mm^3 (1060 kg/m^3), in units that make (N/mm^2) / density mm^2/s^2. */
const DENSITY = 1.06e-9;
const N_PER_MM2_PER_MMHG = 1.333e-4;
/** Pressure in the open vessel before the occlusion; within and beyond it, fed by collaterals, mmHg. */
const OPEN_MMHG = 90;
const BEYOND_MMHG = 40;
/** A wire in its hole leaves this share of the leak; the hole closes with this time constant, s. */
const PLUGGED_SHARE = 0.05;
const CLOTS_S = 60;
/** More than this, mm and ml, calls for an intervention. */
const MAJOR_HOLE_MM = 0.9;
const MAJOR_ML = 5;
/** What has bled lies along the vessel over this much, mm, and no thicker than this beside it, mm. */
const SPREAD_MM = 30;
const THICKEST_MM = 0.6;
const ML_PER_MM3 = 1e-3;

const spot = createSpot();

/** Bleeding of an open hole, ml/s. @param pressureMmHg across it */
export const bleedingMlS = (holeMm: number, pressureMmHg: number): number => {
  const d = RECOIL_SHARE * holeMm;
  const speed = Math.sqrt((2 * pressureMmHg * N_PER_MM2_PER_MMHG) / DENSITY);
  return ML_PER_MM3 * ORIFICE * 0.25 * PI * d * d * speed;
};

export const severityOf = ({ holeMm, bledMl }: Pick<Perforation, 'holeMm' | 'bledMl'>): Severity =>
  holeMm >= MAJOR_HOLE_MM || bledMl >= MAJOR_ML ? 'major' : 'minor';

/** One tick of all holes. */
export const stepPerforations = (
  state: MechanicsState,
  tissue: Tissue,
  dtS: number,
  out: StepOutput,
): void => {
  const { wounds } = state;
  if (!wounds) return;
  for (const id of ['wire1', 'wire2'] as const) deepen(state, wounds, tissue, id, out);
  for (const hole of wounds.perforations) flow(state, tissue, hole, dtS, out);
};

/** Follows a tip that lies beyond the EEM. */
const deepen = (
  state: MechanicsState,
  wounds: Wounds,
  tissue: Tissue,
  device: 'wire1' | 'wire2',
  out: StepOutput,
): void => {
  const wire = state[device];
  if (!wire.loaded || wire.phase === 'lumen' || wire.phase === 'in-catheter') return;
  const { s, x, y } = worksAt(wire);
  const look = device === 'wire1' ? lookOfWire1(tissue) : lookOfWire2(state, tissue, 0);
  look(s, x, y, spot);
  const rho = Math.sqrt(spot.xRef * spot.xRef + spot.yRef * spot.yRef);
  const depthMm = rho - wallRadiusToward(tissue.anatomy.target.wall, 'eem', s, spot.xRef, spot.yRef);
  if (depthMm < DEEP_MM) return;
  const outside = wire.phase === 'outside';
  let hole = wounds.perforations.find((known) => known.device === device && passes(wire, known));
  if (!hole) {
    hole = begun(device, wire, spot.xRef, spot.yRef);
    wounds.perforations.push(hole);
    if (!outside) tell(out, 'in-adventitia', hole);
  }
  if (outside) hole.layer = 'outside';
  hole.depthMm = Math.max(hole.depthMm, depthMm);
  hole.forceN = Math.max(hole.forceN, wire.forceN);
};

const begun = (device: 'wire1' | 'wire2', wire: WireState, x: number, y: number): Perforation => ({
  device,
  wireId: wire.wireId,
  s: wire.tip.s,
  x,
  y,
  layer: 'adventitia',
  depthMm: 0,
  forceN: 0,
  holeMm: findWire(wire.wireId)!.tipDiameterMm,
  plugged: true,
  openS: 0,
  bledMl: 0,
  severity: 'minor',
});

/** Does the wire lie in this hole, or come back to it? */
const passes = ({ tip }: WireState, { s }: Perforation): boolean => tip.s >= s - SAME_HOLE_MM;

const flow = (
  state: MechanicsState,
  tissue: Tissue,
  hole: Perforation,
  dtS: number,
  out: StepOutput,
): void => {
  if (hole.layer !== 'outside') return;
  const wire = state[hole.device];
  hole.plugged = wire.loaded && wire.tip.s >= hole.s;
  if (hole.plugged) {
    if (wire.tip.s > hole.s + BODY_FOLLOWS_MM)
      hole.holeMm = Math.max(hole.holeMm, findWire(wire.wireId)!.bodyDiameterMm);
    if (hole.device === 'wire1' && state.ivus.loaded && state.ivus.tipS > hole.s)
      hole.holeMm = Math.max(hole.holeMm, 2 * state.catheter.outerRadiusMm);
  } else hole.openS += dtS;
  const inOcclusion = hole.s >= tissue.anatomy.target.occlusion.startMm;
  const leak = (hole.plugged ? PLUGGED_SHARE : 1) * exp(-hole.openS / CLOTS_S);
  hole.bledMl += leak * bleedingMlS(hole.holeMm, inOcclusion ? BEYOND_MMHG : OPEN_MMHG) * dtS;
  const was = hole.severity;
  hole.severity = severityOf(hole);
  if (hole.severity !== was) tell(out, 'major-bleeding', hole);
  gather(state, tissue, hole, out);
};

const tell = (out: StepOutput, kind: MechanicsEventKind, { device, s, forceN }: Perforation): void => {
  out.events.push({ kind, device, s, forceN });
};

/** What has bled lies beside the vessel: a pocket outside the adventitia that presses on it. */
const gather = (state: MechanicsState, tissue: Tissue, hole: Perforation, out: StepOutput): void => {
  const wounds = state.wounds!;
  const { startMm, stepMm, count } = tissue.openingGrid;
  const mm2 = hole.bledMl / ML_PER_MM3 / SPREAD_MM;
  const radiusMm = Math.min(THICKEST_MM, Math.sqrt(mm2 / PI));
  const middle = Math.max(0, Math.min(count - 1, Math.round((hole.s - startMm) / stepMm)));
  // it grows in steps that show
  if (radiusMm - wounds.leftMm[middle]! < SHOWS_MM) return;
  const reach = Math.round(SPREAD_MM / 2 / stepMm);
  const rho = Math.sqrt(hole.x * hole.x + hole.y * hole.y);
  for (let i = Math.max(0, middle - reach); i <= Math.min(count - 1, middle + reach); i++) {
    const s = startMm + i * stepMm;
    const edge = wallRadiusToward(tissue.anatomy.target.wall, 'adventitia', s, hole.x, hole.y);
    const here = radiusMm * Math.sqrt(1 - Math.abs(i - middle) / (reach + 1));
    // where two holes bleed the larger pocket stays
    if (here <= wounds.leftMm[i]!) continue;
    const k = (edge + here) / rho;
    wounds.leftMm[i] = here;
    wounds.leftX[i] = k * hole.x;
    wounds.leftY[i] = k * hole.y;
    if (state.trackMm[i] !== 0 && i <= state.trackedIndex) continue;
    state.trackMm[i] = here;
    out.edits.push({
      kind: 'open',
      channel: 'track',
      index: i,
      xRef: k * hole.x,
      yRef: k * hole.y,
      radiusMm: here,
    });
  }
};

const SHOWS_MM = 0.03;
