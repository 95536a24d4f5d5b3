/**
 * @file How X-rays are weakened: linear attenuation at two energies that stand for the spectrum.
 *
 * Optical depths (mu times length) add along a ray, so every pass of the picture adds them, and the exponent is
 * taken once at the end. Tissues stand in the material table; metals, bone and polymer here: NIST XCOM / XAAMDI tables,
 * per cm, here per mm.
 */

import { MATERIAL_TABLE, type MaterialRow } from '../anatomy/material-table.ts';

/** Attenuation per mm at 50 and at 80 keV. */
export interface Mu {
  readonly low: number;
  readonly high: number;
}

export const ENERGIES_KEV = [50, 80] as const;
/** Share of each energy in the detected spectrum at 70 kVp with copper filtration (ASSUMED). */
export const SPECTRUM = { low: 0.75, high: 0.25 } as const;

const perCm = (low: number, high: number): Mu => ({ low: low / 10, high: high / 10 });

/** The material table's numbers for a tissue. */
const ofTissue = ({ radiographic }: MaterialRow): Mu =>
  perCm(radiographic.muCm50.value, radiographic.muCm80.value);

export const MU = {
  softTissue: ofTissue(MATERIAL_TABLE.muscle),
  fat: ofTissue(MATERIAL_TABLE.fat),
  corticalBone: perCm(0.81, 0.43),
  /** Cancellous bone: a quarter cortical, the rest marrow like fat (ASSUMED mix). */
  spongyBone: perCm(0.354, 0.236),
  marrow: perCm(0.21, 0.176),
  /** Hydroxyapatite-like deposit at 1.8 g/cm^3; scales with density. */
  calcium: ofTissue(MATERIAL_TABLE.calcium),
  steel: perCm(15.5, 4.7),
  platinum: perCm(136, 181),
  /** Catheter polymer, near water. */
  polymer: perCm(0.25, 0.2),
} as const satisfies Record<string, Mu>;

/** Mineral density for which MU.calcium holds, g/cm^3. */
export const CALCIUM_REFERENCE_DENSITY = 1.8;

/** Mass attenuation of iodine, cm^2/g. */
const IODINE_CM2_PER_G = { low: 12.32, high: 3.51 } as const;
/** Iodine in a well filled vessel: 300 mg/ml contrast, half diluted by blood (ASSUMED), mg/ml. */
export const FULL_IODINE_MG_ML = 150;

/** Attenuation that iodine of a concentration adds to blood, per mm. */
export const iodineMu = (mgPerMl: number): Mu => ({
  low: (IODINE_CM2_PER_G.low * mgPerMl) / 1000 / 10,
  high: (IODINE_CM2_PER_G.high * mgPerMl) / 1000 / 10,
});

/** Attenuation of `a` where it stands instead of `b`. */
export const replacing = (a: Mu, b: Mu): Mu => ({ low: a.low - b.low, high: a.high - b.high });

export const scaleMu = (mu: Mu, k: number): Mu => ({ low: mu.low * k, high: mu.high * k });

/** Share of the beam that arrives through optical depths at the two energies, 0 .. 1. */
export const transmission = (low: number, high: number): number =>
  SPECTRUM.low * Math.exp(-low) + SPECTRUM.high * Math.exp(-high);
