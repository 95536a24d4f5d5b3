/** @file What tissue asks of a wire tip that wants to go through it, in newtons. */
import { MATERIAL, MATERIAL_NAMES, type MaterialId } from '../anatomy/material.ts';
import { MATERIAL_TABLE } from '../anatomy/material-table.ts';
import { PI, pow } from '../math/trig.ts';
import { NEWTON_PER_GF, type WireClass } from './wires.ts';

/** Diameter of the wire end behind the reference punctures (0.035 inch; Roy et al. 2017), mm. */
const REFERENCE_DIAMETER_MM = 0.889;

/** Peak puncture force of the reference wire by material id, N; from the one table of materials. */
const PUNCTURE_N: readonly number[] = MATERIAL_NAMES.map(
  (name) => MATERIAL_TABLE[name].mechanical.punctureN.value,
);

/** Once through the skin of a layer the tip needs this share of the peak; along an old track, less still. ASSUMED. */
export const STEADY_SHARE = 0.5;
export const REENTRY_SHARE = 0.15;

/** Steeper than this against the surface normal a tip skates instead of biting: cos 60 deg. */
export const BITE_COS = 0.5;

/** Thickness x strength of the adventitia as a shear plug: 0.20 mm, 1.4 MPa (Holzapfel 2005, Teng 2009). */
const ADVENTITIA_N_PER_MM = 0.2 * 1.4;
/** Friction of the loose tissue outside the vessel, N. ASSUMED. */
export const OUTSIDE_N = 0.1;

/** Energy to open the cleft where disease has weakened it, and to peel intact media: J/m^2 = 1e-3 N/mm. Published
 *  25..160 (Sommer 2008; Tong 2011); which end belongs to which place is ASSUMED. */
const CLEFT_N_PER_MM = 50e-3;
const MEDIA_N_PER_MM = 160e-3;
/** The cleft is weak to this distance from its middle and intact at the second, mm. ASSUMED. */
export const CLEFT_CORE_MM = 0.15;
export const CLEFT_EDGE_MM = 0.4;

/** The two numbers that outcomes stand on most. */
export interface PunctureLaw {
  /** Of the size law: between a yield law (2) and a cutting law (1). */
  readonly exponent: number;
  /** Strength of the adventitia, as a factor. */
  readonly adventitia: number;
}

/** ASSUMED; `sensitivity` of the command line shows what hangs on them. */
export const PUNCTURE_LAW: PunctureLaw = { exponent: 1.5, adventitia: 1 };

export interface TipGauge {
  readonly tipDiameterMm: number;
  /** (d / d_ref)^exponent. */
  readonly punctureScale: number;
  readonly perforationN: number;
  /** Force to lengthen the cleft, and intact media, by a strip two diameters wide, N. */
  readonly cleftN: number;
  readonly mediaN: number;
}

export const gaugeOf = (wire: WireClass, { exponent, adventitia } = PUNCTURE_LAW): TipGauge => {
  const d = wire.tipDiameterMm;
  const ratio = d / REFERENCE_DIAMETER_MM;
  return {
    tipDiameterMm: d,
    // the square root is exact, and what sessions were played with
    punctureScale: exponent === 1.5 ? ratio * Math.sqrt(ratio) : pow(ratio, exponent),
    perforationN: adventitia * PI * d * ADVENTITIA_N_PER_MM,
    cleftN: CLEFT_N_PER_MM * 2 * d,
    mediaN: MEDIA_N_PER_MM * 2 * d,
  };
};

/** Peak puncture force of this tip square onto a material, N; infinite for calcium. */
export const punctureN = (gauge: TipGauge, material: MaterialId): number => {
  if (material === MATERIAL.adventitia) return gauge.perforationN;
  if (material >= MATERIAL.fat) return OUTSIDE_N;
  return PUNCTURE_N[material]! * gauge.punctureScale;
};

/** Force to run along the media at a distance from the cleft's middle, N. */
export const peelN = (gauge: TipGauge, fromCleftMm: number): number => {
  const t = (fromCleftMm - CLEFT_CORE_MM) / (CLEFT_EDGE_MM - CLEFT_CORE_MM);
  const u = Math.max(0, Math.min(1, t));
  return gauge.cleftN + (gauge.mediaN - gauge.cleftN) * u * u * (3 - 2 * u);
};

/** The most an operator's fingers push, N (ASSUMED). */
const FINGER_N = 2.5;
/** A tip held closer than this is limited by its core's taper, not by its length, mm. ASSUMED. */
const SHORTEST_MM = 2;

/**
 * Force a tip can bring to bear before its free length buckles: tip load x (10 mm / L)^2.
 * @param freeMm length from the last support to the tip
 * @param longestMm buckling wavelength of the surroundings: they hold the wire from there on
 */
export const availableN = (wire: WireClass, freeMm: number, longestMm: number): number => {
  const l = Math.min(longestMm, Math.max(SHORTEST_MM, freeMm));
  return Math.min(FINGER_N, (wire.tipLoadGf * NEWTON_PER_GF * 100) / (l * l));
};

/** Surroundings hold a bowed wire about every so many mm, however far the support: a narrow vessel, and the plane
 *  (pi (EI/k)^(1/4) gives 3 to 8). ASSUMED, near the 10 mm bench on purpose: a tip then does what its label says. */
export const LUMEN_HOLD_MM = 8.5;
export const TISSUE_HOLD_MM = 8;
/** A side port guides less well than a coaxial microcatheter: as if it were this much further back, mm. ASSUMED. */
export const SIDE_PORT_MM = 8;

/** Axial force that swings a tip through an angle when it is held `leverMm` behind: 3 EI angle / L^2. */
export const swingN = (wire: WireClass, angleRad: number, leverMm: number): number =>
  (3 * wire.tipEi * angleRad) / (leverMm * leverMm);
