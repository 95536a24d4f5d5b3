/** @file The way a wire has laid for itself: storing it, reading it where the tissue has since moved it. */
import type { Hole, Tissue } from '../anatomy/tissue.ts';
import { carriedWire1At, guidedWire2At, mouthStation, type Offset, underCatheter } from './bundle.ts';
import { ANCHOR, type Anchor, type MechanicsState, PATH_STEP_MM, type WireState } from './state.ts';
import { createSpot, type Look } from './surroundings.ts';

const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
const spot = createSpot();

/** Station of a node of the path grid, mm. */
export const stationOf = (state: MechanicsState, k: number): number => state.gridStartMm + k * PATH_STEP_MM;

/** Last node of the path grid at or before a station. */
export const nodeBefore = (state: MechanicsState, s: number): number =>
  Math.max(0, Math.min(state.gridCount - 1, Math.floor((s - state.gridStartMm) / PATH_STEP_MM + 1e-9)));

/** Where the plane's opening has pushed what lay there, outward from its middle; the wire's own track leaves it in place. */
export const pushedOut = (plane: Hole, x: number, y: number, out: Offset): Offset => {
  out.x = x;
  out.y = y;
  const dx = x - plane.x;
  const dy = y - plane.y;
  const rho = Math.sqrt(dx * dx + dy * dy);
  if (rho < 1e-9) return out;
  const k = Math.sqrt(rho * rho + plane.radiusMm * plane.radiusMm) / rho;
  out.x = plane.x + k * dx;
  out.y = plane.y + k * dy;
  return out;
};

/** Deformed position of an anchored point of wire 2 at a station. */
export const unanchor = (
  tissue: Tissue,
  s: number,
  anchor: Anchor,
  x: number,
  y: number,
  out: Offset,
): Offset => {
  out.x = x;
  out.y = y;
  if (!tissue.holeAt('plane', s, hole)) return out;
  if (anchor === ANCHOR.plane) {
    const d = Math.sqrt(x * x + y * y);
    const room = hole.radiusMm;
    const k = d > room ? room / d : 1;
    out.x = hole.x + k * x;
    out.y = hole.y + k * y;
    return out;
  }
  return pushedOut(hole, x, y, out);
};

/** Ties a deformed point of wire 2 to what it lies in. */
export const anchorPoint = (
  tissue: Tissue,
  look: Look,
  s: number,
  x: number,
  y: number,
  out: { anchor: Anchor; anchorX: number; anchorY: number },
): void => {
  look(s, x, y, spot);
  const inHole =
    tissue.holeAt('plane', s, hole) &&
    (x - hole.x) * (x - hole.x) + (y - hole.y) * (y - hole.y) <= hole.radiusMm * hole.radiusMm;
  if (inHole) {
    out.anchor = ANCHOR.plane;
    out.anchorX = x - hole.x;
    out.anchorY = y - hole.y;
    return;
  }
  out.anchor = spot.zone === 'lumen' ? ANCHOR.lumen : ANCHOR.tissue;
  out.anchorX = spot.xRef;
  out.anchorY = spot.yRef;
};

/** True where the catheter, not the wire's own way, decides where wire 2 is. */
export const isGuided = (state: MechanicsState, s: number): boolean =>
  (state.wire2.route === 'rx-lumen' || state.wire2.approach === 'beside') &&
  state.ivus.loaded &&
  s <= mouthStation(state);

/** Deformed position of a node of a wire. */
export const nodePosition = (
  state: MechanicsState,
  tissue: Tissue,
  wire: WireState,
  k: number,
  out: Offset,
): Offset => {
  const s = stationOf(state, k);
  const { path } = wire;
  if (wire === state.wire1) {
    if (underCatheter(state, s)) return carriedWire1At(state, s, out);
    out.x = path.x[k]!;
    out.y = path.y[k]!;
    return out;
  }
  if (isGuided(state, s)) return guidedWire2At(state, s, out);
  return unanchor(tissue, s, path.anchor[k]!, path.x[k]!, path.y[k]!, out);
};

const a: Offset = { x: 0, y: 0 };
const b: Offset = { x: 0, y: 0 };

/** Deformed position and slope of a loaded wire at a station up to its tip. */
export const wirePoint = (
  state: MechanicsState,
  tissue: Tissue,
  wire: WireState,
  s: number,
  out: { x: number; y: number; u: number; v: number },
): void => {
  const { tip, path } = wire;
  const k = Math.min(path.last, nodeBefore(state, s));
  nodePosition(state, tissue, wire, k, a);
  const s0 = stationOf(state, k);
  let span = PATH_STEP_MM;
  if (k >= path.last) {
    span = tip.s - s0;
    b.x = tip.x;
    b.y = tip.y;
  } else nodePosition(state, tissue, wire, k + 1, b);
  if (span < 1e-6) {
    out.x = a.x;
    out.y = a.y;
    out.u = tip.u;
    out.v = tip.v;
    return;
  }
  out.u = (b.x - a.x) / span;
  out.v = (b.y - a.y) / span;
  out.x = a.x + out.u * (s - s0);
  out.y = a.y + out.v * (s - s0);
};
