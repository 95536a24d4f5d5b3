/** @file A straight artery with one plate of calcium, the same artery without it, and a catheter and wire inside. */
import { straightVessel } from '../anatomy/straight-vessel.ts';
import type { Anatomy, CalciumPlate } from '../anatomy/tissue.ts';
import { polarAngle } from '../math/angle.ts';
import { clamp } from '../math/interpolate.ts';
import { cos, DEG, sin, TAU } from '../math/trig.ts';
import type { ImagingPose, SlabWire } from '../ultrasound/frame.ts';
import { WINDOW_RADIUS_MM, WIRE1_RADIUS_MM } from './designed.ts';

/** A sheet keeps its depth over its whole arc; a nodule bulges into the lumen. */
export const PLATE_SHAPES = ['sheet', 'nodule'] as const;
export type PlateShape = (typeof PLATE_SHAPES)[number];

export interface CalciumPhantom {
  readonly shape: PlateShape;
  /** About the vessel's axis, rad. */
  readonly arcRad: number;
  /** In its middle; it thins towards its rim, mm. */
  readonly thicknessMm: number;
  /** Tissue between the lumen and a sheet, mm; a nodule has none. */
  readonly depthMm: number;
  /** Catheter off the vessel's axis, mm: towards the plate if positive. */
  readonly offsetMm: number;
}

/** Wall of circles, mm: a tibioperoneal trunk with intimal thickening, so that there is room for a plate. ASSUMED. */
export const PHANTOM_WALL = { lumen: 1, iel: 1.75, eem: 1.95, adventitia: 2.25 } as const;
/** Middle of the plate and of its shadow: 12 o'clock of an image without roll, azimuth pi / 2. */
export const PLATE_ANGLE_RAD = 90 * DEG;
/** Wire 1 beside the window, opposite the plate: its shadow hides an end of very long plates only. */
export const WIRE_ANGLE_RAD = PLATE_ANGLE_RAD + 180 * DEG;

const LENGTH_MM = 8;
const STATION_MM = LENGTH_MM / 2;
/** Of texture and speckle: the same with and without the plate. */
const SEED = 7;
/** Of X-ray, which is not shown here. As for the cases. */
const DENSITY = 1.2;
/** A sheet begins this much further in, mm: rounding must leave no film of wall in front of a bare one. */
const OVERLAP_MM = 1e-5;
/** Share of a nodule's thickness by which it bulges into the lumen. ASSUMED. */
const BULGE = 0.5;
/** Blood left between window and anything solid, mm; and between window and wire. ASSUMED. */
const CLEARANCE_MM = 0.03;
const WIRE_GAP_MM = 0.007;

/** A nodule is a lump, not a ring: it takes no more than this. ASSUMED. */
const NODULE_ARC_RAD = 120 * DEG;

/** The arc that the plate really gets, rad. */
export const plateArcRad = ({ shape, arcRad }: CalciumPhantom): number =>
  shape === 'nodule' ? Math.min(arcRad, NODULE_ARC_RAD) : arcRad;

const bulgeOf = ({ shape, thicknessMm }: CalciumPhantom): number =>
  shape === 'nodule' ? BULGE * thicknessMm : 0;

/** Radii of the plate's inner face in its middle and at its rim, and of its outer face there, mm. */
export const plateRadii = (
  phantom: CalciumPhantom,
): { readonly middleMm: number; readonly rimMm: number; readonly backMm: number } => {
  const bulge = bulgeOf(phantom);
  const depth = phantom.shape === 'nodule' ? 0 : phantom.depthMm;
  const rimMm = PHANTOM_WALL.lumen + depth;
  return { middleMm: rimMm - bulge, rimMm, backMm: rimMm - bulge + phantom.thicknessMm };
};

/** The plate. A sheet is given as a medial one: such a plate lies anywhere in the wall without changing it. */
export const phantomPlate = (phantom: CalciumPhantom): CalciumPlate => {
  const { shape, thicknessMm } = phantom;
  const arcRad = plateArcRad(phantom);
  const where = { startMm: 0, endMm: LENGTH_MM, angleRad: PLATE_ANGLE_RAD, density: DENSITY };
  const { rimMm } = plateRadii(phantom);
  return shape === 'nodule'
    ? { site: 'nodular', ...where, arcRad, thicknessMm, depthMm: -bulgeOf(phantom) }
    : { site: 'medial', ...where, arcRad, thicknessMm, depthMm: PHANTOM_WALL.eem - rimMm + OVERLAP_MM };
};

/** Where the catheter really is, mm off the axis: a nodule stops it on one side, the wall behind its wire on the other. */
export const catheterOffsetMm = (phantom: CalciumPhantom): number => {
  const room = PHANTOM_WALL.lumen - WINDOW_RADIUS_MM - CLEARANCE_MM;
  return clamp(phantom.offsetMm, 2 * WIRE1_RADIUS_MM - room, room - bulgeOf(phantom));
};

let plain: Anatomy | null = null;

/** The vessel without a plate. */
export const plainVessel = (): Anatomy => {
  plain ??= straightVessel({ seed: SEED, lengthMm: LENGTH_MM, radiiMm: PHANTOM_WALL, bed: 'leg' });
  return plain;
};

/** The same vessel with the plate; all else is shared, so that it is quick to make while a slider moves. */
export const plateVessel = (phantom: CalciumPhantom): Anatomy => {
  const { target, ...leg } = plainVessel();
  return { ...leg, target: { ...target, calcium: [phantomPlate(phantom)] } };
};

export const phantomPose = (phantom: CalciumPhantom): ImagingPose => {
  const offset = catheterOffsetMm(phantom);
  const x = offset * cos(PLATE_ANGLE_RAD);
  const y = offset * sin(PLATE_ANGLE_RAD);
  const fromAxis = WINDOW_RADIUS_MM + WIRE_GAP_MM + WIRE1_RADIUS_MM;
  const wire: SlabWire = {
    x: x + fromAxis * cos(WIRE_ANGLE_RAD),
    y: y + fromAxis * sin(WIRE_ANGLE_RAD),
    radiusMm: WIRE1_RADIUS_MM,
    dxds: 0,
    dyds: 0,
    device: 'wire1',
  };
  return {
    s: STATION_MM,
    x,
    y,
    dxds: 0,
    dyds: 0,
    rollRad: 0,
    sheathRadiusMm: WINDOW_RADIUS_MM,
    wires: [wire],
  };
};

/** Full angle of the wire and of its shadow as the catheter sees it, rad. */
export const wireSectorRad = (): number => {
  const sine = WIRE1_RADIUS_MM / (WINDOW_RADIUS_MM + WIRE_GAP_MM + WIRE1_RADIUS_MM);
  return 2 * polarAngle(sine, Math.sqrt(1 - sine * sine));
};

export const isRing = (phantom: CalciumPhantom): boolean => plateArcRad(phantom) >= TAU - 1e-6;

/** Directions in which the catheter sees the plate, image angles, rad: wider than its arc from near by. */
export const seenArc = (phantom: CalciumPhantom): { readonly fromRad: number; readonly widthRad: number } => {
  if (isRing(phantom)) return { fromRad: 0, widthRad: TAU };
  const offset = catheterOffsetMm(phantom);
  const { rimMm } = plateRadii(phantom);
  // half the arc as seen: the angle at the catheter between the plate's middle and the inner edge of its rim
  const arc = plateArcRad(phantom) / 2;
  const half = polarAngle(rimMm * sin(arc), rimMm * cos(arc) - offset);
  return { fromRad: PLATE_ANGLE_RAD - half, widthRad: 2 * half };
};
