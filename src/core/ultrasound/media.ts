/**
 * @file What each material does to sound: the one table of acoustic constants.
 *
 * Sources as numbered in MODEL.md. Values without a source are ASSUMED design values, chosen so that the picture
 * reads like a clinical one. Levels are mean envelopes before attenuation, relative to adventitia.
 */
import { MATERIAL_NAMES, type MaterialName } from '../anatomy/material.ts';

export interface Acoustics {
  /** dB relative to adventitia. */
  readonly levelDb: number;
  /** One-way, dB / cm / MHz; linear in frequency. */
  readonly attenuation: number;
  /** Acoustic impedance, MRayl. */
  readonly impedance: number;
  /** Gamma shape of the local scattering power: large = uniform, small = patchy or grainy. */
  readonly shape: number;
  /** Share of a boundary's echo that is mirror-like, 0 .. 1; the rest is rough. */
  readonly specular: number;
  /** How abrupt the material's boundary is, 0 (grades over into its neighbour: no line) .. 1. */
  readonly border: number;
  /** Moves between frames, so its speckle never repeats. */
  readonly flows: boolean;
}

/** Gamma shape of a material without patches: plain Rayleigh speckle. */
export const UNIFORM = Number.POSITIVE_INFINITY;

const row = (
  levelDb: number,
  attenuation: number,
  impedance: number,
  shape: number,
  specular: number,
  border: number,
  flows = false,
): Acoustics => ({ levelDb, attenuation, impedance, shape, specular, border, flows });

export const ACOUSTICS: Readonly<Record<MaterialName, Acoustics>> = {
  // level, alpha, Z, shape, specular, border
  blood: row(-15, 0.2, 1.65, UNIFORM, 0.3, 1, true),
  stasis: row(-13, 0.3, 1.65, 6, 0.3, 1),
  thrombus: row(-11, 0.5, 1.7, 2, 0.3, 0.3),
  looseFibrous: row(-9, 0.7, 1.74, 2.5, 0.3, 0.25),
  denseFibrous: row(-5.5, 0.9, 1.9, UNIFORM, 0.3, 0.25),
  lipid: row(-15, 0.8, 1.7, 1.5, 0.3, 0.3),
  microcalcified: row(3, 1.5, 2.1, 0.9, 0.3, 0.3),
  calcium: row(4, 5, 7, 2, 0.5, 1),
  intima: row(-3, 0.8, 1.72, 4, 0.4, 1),
  media: row(-18, 0.7, 1.66, 6, 0.4, 1),
  adventitia: row(0, 0.9, 1.78, 1.8, 0.4, 1),
  fat: row(-12, 0.6, 1.38, 0.9, 0.3, 0.12),
  muscle: row(-16, 0.9, 1.68, 1.2, 0.3, 0.2),
  connective: row(-4, 0.9, 1.75, 1.2, 0.4, 0.3),
  vein: row(-17, 0.2, 1.65, UNIFORM, 0.3, 0.8, true),
};

/** Level of media struck along its layers rather than across them, dB (field data: dark only when hit radially). */
export const MEDIA_ALONG_DB = -10;

/** A column of the table by material id. */
export const byMaterial = (value: (medium: Acoustics) => number): Float32Array =>
  Float32Array.from(MATERIAL_NAMES, (name) => value(ACOUSTICS[name]));

export const dbToAmplitude = (db: number): number => 10 ** (db / 20);
