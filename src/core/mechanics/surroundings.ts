/** @file What a wire tip meets at a point: open space, tissue that resists, or something that will not give. */
import { MATERIAL, type MaterialId } from '../anatomy/material.ts';
import type { Anatomy, Hole, ReferencePoint, Tissue, WallDistances } from '../anatomy/tissue.ts';
import { axisAt, carriedWire1At, shaftRadius, underCatheter } from './bundle.ts';
import { CLEFT_EDGE_MM } from './resistance.ts';
import type { MechanicsState } from './state.ts';

/** `lumen`: flowing blood; `plane`: the opened cleft; `tissue`: has to be pierced or peeled; `solid`: calcium or metal. */
export type Zone = 'lumen' | 'plane' | 'tissue' | 'solid';

export interface Spot {
  zone: Zone;
  material: MaterialId;
  /** Distance from the cleft's middle where the cleft makes the place weak, mm; infinite elsewhere. */
  cleftMm: number;
  /** Share of the peeling that is left to do where the cleft's entry has been torn before. */
  torn: number;
  /** Reference coordinates, mm. */
  xRef: number;
  yRef: number;
}

/** Blood, or the opened cleft: nothing there has to be pierced. */
export const isOpen = ({ zone }: Spot): boolean => zone === 'lumen' || zone === 'plane';

export const createSpot = (): Spot => ({
  zone: 'lumen',
  material: MATERIAL.blood,
  cleftMm: Number.POSITIVE_INFINITY,
  torn: 1,
  xRef: 0,
  yRef: 0,
});

/** A wire's view of the tissue. Wire 1 lives in the reference tissue (it makes the plane), wire 2 in the deformed. */
export type Look = (s: number, x: number, y: number, out: Spot) => Spot;

/** Length over which the torn entry of the cleft narrows to the media, mm. ASSUMED. */
const NARROWING_MM = 10;
/** The entry's width where it is widest, in widths of the cleft. ASSUMED. */
const ENTRY_WIDTH = 2.5;
/** Where the entry has been torn open before, this share of the peeling is left to do. ASSUMED. */
const TORN_SHARE = 0.2;

interface CleftFacts {
  /** Station from which the cleft runs in the media; before it, it crosses lumen, intima and plaque. */
  readonly inMediaFromS: number;
}

const facts = new WeakMap<Anatomy, CleftFacts>();

/** Facts about the cleft that take a scan to find. */
export const cleftFacts = (tissue: Tissue): CleftFacts => {
  const known = facts.get(tissue.anatomy);
  if (known) return known;
  const { cleft } = tissue.anatomy.target;
  let i = 0;
  while (i < cleft.x.length - 1) {
    const s = cleft.startMm + i * cleft.stepMm;
    if (tissue.referenceMaterialAt(s, cleft.x[i]!, cleft.y[i]!) === MATERIAL.media) break;
    i++;
  }
  const found = { inMediaFromS: cleft.startMm + i * cleft.stepMm };
  facts.set(tissue.anatomy, found);
  return found;
};

/** Distance of a reference point from the middle of the cleft, mm; beyond its blind end to that end. */
export const cleftDistance = (tissue: Tissue, s: number, x: number, y: number): number => {
  const { cleft } = tissue.anatomy.target;
  const f = (s - cleft.startMm) / cleft.stepMm;
  const last = cleft.x.length - 1;
  const i = Math.max(0, Math.min(last - 1, Math.floor(f)));
  const t = Math.max(0, Math.min(1, f - i));
  const dx = x - (cleft.x[i]! + (cleft.x[i + 1]! - cleft.x[i]!) * t);
  const dy = y - (cleft.y[i]! + (cleft.y[i + 1]! - cleft.y[i]!) * t);
  const ds = s < cleft.startMm ? cleft.startMm - s : s > cleft.endMm ? s - cleft.endMm : 0;
  return Math.sqrt(dx * dx + dy * dy + ds * ds);
};

const describe = (tissue: Tissue, s: number, material: MaterialId, out: Spot): Spot => {
  out.material = material;
  out.cleftMm = Number.POSITIVE_INFINITY;
  out.torn = 1;
  if (material === MATERIAL.calcium) out.zone = 'solid';
  else if (material === MATERIAL.blood) out.zone = 'lumen';
  else {
    out.zone = 'tissue';
    const distance = cleftDistance(tissue, s, out.xRef, out.yRef);
    const width = (ENTRY_WIDTH * (cleftFacts(tissue).inMediaFromS + NARROWING_MM / 2 - s)) / NARROWING_MM;
    out.torn = 1 - (1 - TORN_SHARE) * Math.max(0, Math.min(1, width));
    if (material === MATERIAL.media) out.cleftMm = distance / Math.min(ENTRY_WIDTH, Math.max(1, width));
    else if (width > 0 && material < MATERIAL.media) {
      // The torn entry narrows down to the media: what lies off its middle counts as further off.
      const off = distance / Math.min(ENTRY_WIDTH, width);
      if (off < CLEFT_EDGE_MM) out.cleftMm = off;
    }
  }
  return out;
};

/** Wire 1's view: it goes first, so the tissue ahead is unopened. */
export const lookOfWire1 =
  (tissue: Tissue): Look =>
  (s, x, y, out) => {
    out.xRef = x;
    out.yRef = y;
    return describe(tissue, s, tissue.referenceMaterialAt(s, x, y), out);
  };

/** A touch closer than this to another device still counts as beside it, mm. */
const TOUCH_MM = 0.02;

/** Wire 2's view: the opened tissue with the catheter and wire 1 lying in it. */
export const lookOfWire2 = (state: MechanicsState, tissue: Tissue, tipRadiusMm: number): Look => {
  const reference: ReferencePoint = { x: 0, y: 0, hole: null };
  const device = { x: 0, y: 0 };
  const hits = (x: number, y: number, reach: number): boolean => {
    const dx = x - device.x;
    const dy = y - device.y;
    return dx * dx + dy * dy < reach * reach;
  };
  return (s, x, y, out) => {
    tissue.toReference(s, x, y, reference);
    out.xRef = reference.x;
    out.yRef = reference.y;
    out.cleftMm = Number.POSITIVE_INFINITY;
    // In the plane they lie loose and are pressed aside (`roundShaft`); elsewhere they are in the way.
    if (reference.hole !== 'plane' && underCatheter(state, s)) {
      axisAt(state, s, device);
      let blocked = hits(x, y, shaftRadius(state.catheter, state.ivus.tipS - s) + tipRadiusMm - TOUCH_MM);
      if (!blocked) {
        carriedWire1At(state, s, device);
        blocked = hits(x, y, WIRE_RADIUS_MM + tipRadiusMm - TOUCH_MM);
      }
      if (blocked) {
        out.zone = 'solid';
        out.material = MATERIAL.stasis;
        return out;
      }
    }
    if (reference.hole !== null) {
      // what has bled outside the vessel is no plane
      const bled = reference.hole === 'track' && tissue.referenceMaterialAt(s, reference.x, reference.y);
      if (bled !== false && bled >= MATERIAL.fat) return describe(tissue, s, bled, out);
      const material = tissue.materialAt(s, x, y);
      out.zone = material === MATERIAL.blood ? 'lumen' : 'plane';
      out.material = material;
      return out;
    }
    return describe(tissue, s, tissue.materialAt(s, x, y), out);
  };
};

/** 0.014 inch, mm. */
export const WIRE_RADIUS_MM = 0.178;

const GRADIENT_MM = 0.04;
const distances: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };

export interface Normal {
  s: number;
  x: number;
  y: number;
}

/** Outward normal of a wall surface near a deformed point, unit length. */
export const wallNormal = (
  tissue: Tissue,
  surface: keyof WallDistances,
  s: number,
  x: number,
  y: number,
  out: Normal,
): Normal => {
  const at = (px: number, py: number): number => tissue.distances(s, px, py, distances)[surface];
  const gx = at(x + GRADIENT_MM, y) - at(x - GRADIENT_MM, y);
  const gy = at(x, y + GRADIENT_MM) - at(x, y - GRADIENT_MM);
  const g = Math.sqrt(gx * gx + gy * gy);
  out.s = 0;
  out.x = g > 0 ? gx / g : 1;
  out.y = g > 0 ? gy / g : 0;
  return out;
};

const hole: Hole = { x: 0, y: 0, radiusMm: 0 };

/**
 * Normal of the surface that a tip in open space is about to enter, unit length, away from the open space.
 * @param from where the tip is: in the lumen or in the plane
 */
export const entryNormal = (
  tissue: Tissue,
  from: Zone,
  s: number,
  x: number,
  y: number,
  out: Normal,
): Normal => {
  if (from === 'plane' && tissue.holeAt('plane', s, hole)) {
    const dx = x - hole.x;
    const dy = y - hole.y;
    const d = Math.sqrt(dx * dx + dy * dy);
    out.s = d > 0 ? 0 : 1;
    out.x = d > 0 ? dx / d : 0;
    out.y = d > 0 ? dy / d : 0;
    return out;
  }
  // A plug fills the lumen: its face lies across the vessel.
  if (tissue.distances(s, x, y, distances).lumen < 0) {
    out.s = 1;
    out.x = 0;
    out.y = 0;
    return out;
  }
  return wallNormal(tissue, 'lumen', s, x, y, out);
};
