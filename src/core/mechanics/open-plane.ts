/** @file Opens the plane around the IVUS catheter, and around wire 1 before it. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue, WallDistances } from '../anatomy/tissue.ts';
import type { Offset } from './bundle.ts';
import { type CatheterBody, IVUS_SHAFT } from './catalogue.ts';
import type { StepOutput } from './event.ts';
import { nodeBefore, stationOf } from './path.ts';
import { type MechanicsState, PATH_STEP_MM, type WireState } from './state.ts';
import { WIRE_RADIUS_MM } from './surroundings.ts';
import { withClot } from './wounds/haematoma.ts';

/** The catheter is at its full thickness this far behind the tip, mm. */
export const SHOULDER_MM = 3;
/** Radius that the tip's taper has opened, by distance behind the tip, mm. */
const opensTo = ({ outerRadiusMm }: CatheterBody, fromTipMm: number): number =>
  fromTipMm >= SHOULDER_MM ? outerRadiusMm : fromTipMm >= 1 ? 0.5 : 0.35;

const distances: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };

/** How deep inside flowing blood a reference point lies, mm; 0 in tissue. */
export const lumenDepth = (tissue: Tissue, s: number, x: number, y: number): number =>
  tissue.referenceMaterialAt(s, x, y) === MATERIAL.blood
    ? Math.max(0, -tissue.distances(s, x, y, distances).lumen)
    : 0;

/** Orders the plane open around wire 1 where it has left the lumen, and around the catheter; lets it relax behind. */
export const openPlane = (state: MechanicsState, tissue: Tissue, out: StepOutput): void => {
  const grid = tissue.openingGrid;
  const indexOf = (s: number): number =>
    Math.max(-1, Math.min(grid.count - 1, Math.floor((s - grid.startMm) / grid.stepMm + 1e-9)));
  const wireIndex = state.wire1.loaded ? indexOf(state.wire1.tip.s) : -1;
  for (let i = Math.max(0, state.openedIndex + 1); i <= wireIndex; i++) openForWire(state, tissue, i, out);
  state.openedIndex = wireIndex;
  const covered = state.ivus.loaded ? indexOf(state.ivus.tipS) : -1;
  if (covered === state.coveredIndex) return;
  const taper = Math.ceil(IVUS_SHAFT.taperMm / grid.stepMm);
  const from = Math.max(0, Math.min(covered, state.coveredIndex) - taper);
  const to = Math.max(covered, state.coveredIndex);
  for (let i = from; i <= to; i++) openForCatheter(state, tissue, i, out);
  state.coveredIndex = covered;
};

const openForWire = (state: MechanicsState, tissue: Tissue, i: number, out: StepOutput): void => {
  const s = tissue.openingGrid.startMm + i * tissue.openingGrid.stepMm;
  const { x, y } = wire1Reference(state.wire1, state, s);
  const depth = lumenDepth(tissue, s, x, y);
  const radius = withClot(state.wounds, i, holeFor(WIRE_RADIUS_MM, depth));
  if (radius <= 0.02) return;
  if (state.planeStartS === null && depth === 0) state.planeStartS = s;
  if (state.planeMm[i]! >= radius) return;
  order(state, out, i, x, y, radius);
};

const openForCatheter = (state: MechanicsState, tissue: Tissue, i: number, out: StepOutput): void => {
  const s = tissue.openingGrid.startMm + i * tissue.openingGrid.stepMm;
  const fromTip = state.ivus.tipS - s;
  const now = state.planeMm[i]!;
  if (!state.ivus.loaded || fromTip < 0) {
    const rest = withClot(state.wounds, i, IVUS_SHAFT.relaxedPlaneRadiusMm);
    if (now > rest) order(state, out, i, state.planeX[i]!, state.planeY[i]!, rest);
    return;
  }
  const outer = opensTo(state.catheter, fromTip);
  const k = Math.min(state.gridCount - 1, nodeBefore(state, s));
  const x = state.ivus.x[k]!;
  const y = state.ivus.y[k]!;
  const radius = withClot(state.wounds, i, holeFor(outer, lumenDepth(tissue, s, x, y)));
  if (radius <= 0.02) return;
  const rest = Math.min(now, withClot(state.wounds, i, IVUS_SHAFT.relaxedPlaneRadiusMm));
  const next = Math.max(radius, rest);
  if (Math.abs(next - now) > 0.01) order(state, out, i, x, y, next);
};

/** Hole that makes room for a cylinder whose middle lies `depth` inside the lumen: the wall just clears it. */
const holeFor = (radiusMm: number, depthMm: number): number =>
  depthMm >= radiusMm ? 0 : Math.sqrt(radiusMm * radiusMm - depthMm * depthMm);

const order = (
  state: MechanicsState,
  out: StepOutput,
  index: number,
  x: number,
  y: number,
  r: number,
): void => {
  state.planeMm[index] = r;
  state.planeX[index] = x;
  state.planeY[index] = y;
  out.edits.push({ kind: 'open', channel: 'plane', index, xRef: x, yRef: y, radiusMm: r });
};

const at = { x: 0, y: 0 };

/** Wire 1's own way (without what a catheter does to it) at a station up to its tip. */
const wire1Reference = (wire: WireState, state: MechanicsState, s: number): Offset => {
  const { path, tip } = wire;
  const k = nodeBefore(state, s);
  const s0 = stationOf(state, k);
  if (k >= path.last) {
    const span = tip.s - s0;
    const t = span > 1e-9 ? Math.min(1, (s - s0) / span) : 0;
    at.x = path.x[k]! + (tip.x - path.x[k]!) * t;
    at.y = path.y[k]! + (tip.y - path.y[k]!) * t;
  } else {
    const t = (s - s0) / PATH_STEP_MM;
    at.x = path.x[k]! + (path.x[k + 1]! - path.x[k]!) * t;
    at.y = path.y[k]! + (path.y[k + 1]! - path.y[k]!) * t;
  }
  return at;
};
