/** @file What each material does to sound, by material id for the inner loops; the numbers stand in the material table. */
import { MATERIAL, MATERIAL_NAMES, type MaterialName } from '../anatomy/material.ts';
import { MATERIAL_TABLE, type MaterialRow, materialColumn } from '../anatomy/material-table.ts';

type AcousticColumn = keyof MaterialRow['acoustic'];

const column = (name: AcousticColumn): Float32Array => materialColumn((row) => row.acoustic[name].value);

export const dbToAmplitude = (db: number): number => 10 ** (db / 20);

/** The acoustic columns, by material id. */
export interface Media {
  /** Level before attenuation, dB relative to adventitia. */
  readonly levelDb: Float32Array;
  /** One-way attenuation, dB / cm / MHz; linear in frequency. */
  readonly alphaDbCmMHz: Float32Array;
  readonly impedanceMRayl: Float32Array;
  readonly speedMmUs: Float32Array;
  /** Gamma shape of the local scattering power as pictures show it; Infinity: plain Rayleigh speckle. */
  readonly gammaShape: Float32Array;
  /** Mirror-like share of a boundary's echo, and how abrupt the material's boundary is. */
  readonly specular: Float32Array;
  readonly border: Float32Array;
}

/** The material table's. */
export const MEDIA: Media = {
  levelDb: column('levelDb'),
  alphaDbCmMHz: column('alphaDbCmMHz'),
  impedanceMRayl: column('impedanceMRayl'),
  speedMmUs: column('speedMs').map((c) => c / 1000),
  gammaShape: column('gammaShape'),
  specular: column('specular'),
  border: column('border'),
};

/** One number per column. */
export type Medium = { readonly [column in keyof Media]?: number };

/** The table with other numbers for some materials: phantoms whose answer is known in advance. */
export const mediaWith = (changes: { readonly [name in MaterialName]?: Medium }): Media => {
  const changed = (name: keyof Media): Float32Array =>
    MEDIA[name].map((value, id) => changes[MATERIAL_NAMES[id]!]?.[name] ?? value);
  return {
    levelDb: changed('levelDb'),
    alphaDbCmMHz: changed('alphaDbCmMHz'),
    impedanceMRayl: changed('impedanceMRayl'),
    speedMmUs: changed('speedMmUs'),
    gammaShape: changed('gammaShape'),
    specular: changed('specular'),
    border: changed('border'),
  };
};

/** Amplitude reflection coefficient between two materials, signed. */
export const reflection = (from: number, to: number, { impedanceMRayl }: Media = MEDIA): number =>
  (impedanceMRayl[to]! - impedanceMRayl[from]!) / (impedanceMRayl[to]! + impedanceMRayl[from]!);

/** 1 where the speckle is new in every frame. */
export const FLOWS = Uint8Array.from(materialColumn((row) => (row.flows ? 1 : 0)));

const { levelDb, alongLevelDb } = MATERIAL_TABLE.media.acoustic;
/** Amplitude of media struck along its layers, relative to that across them. */
export const MEDIA_ALONG = dbToAmplitude(alongLevelDb.value - levelDb.value);

/** By how much blood darkens from rest to high shear at two frequencies (30 - 70 MHz backscatter study, S6). */
export const SHEAR_STEP_DB = { at35MHz: 14.3, at70MHz: 2.9 } as const;
/** Up to here the step stays as it is at 35 MHz; beyond it falls straight to that at 70 MHz. ASSUMED between the two. */
export const SHEAR_STEP_KEPT_MHZ = 40;

/** The same at any frequency. */
export const shearStepDb = (frequencyMHz: number): number => {
  const { at35MHz, at70MHz } = SHEAR_STEP_DB;
  const beyond = Math.max(0, frequencyMHz - SHEAR_STEP_KEPT_MHZ) / (70 - SHEAR_STEP_KEPT_MHZ);
  return at35MHz + beyond * (at70MHz - at35MHz);
};

/** Flow at which half of that is gone, mm/s. ASSUMED: aggregates break up well below ordinary flow. */
export const AGGREGATES_BREAK_MM_S = 8;

/** Level of blood that flows, dB relative to adventitia: brighter the slower it is, fainter against tissue below 40 MHz
 *  (its echo grows with the fourth power of frequency, tissue's with about the second). */
export const bloodLevelDb = (frequencyMHz: number, flowMmS: number, media = MEDIA): number => {
  const slowness = 1 / (1 + (flowMmS / AGGREGATES_BREAK_MM_S) ** 2);
  const low = frequencyMHz < 40 ? 20 * Math.log10(frequencyMHz / 40) : 0;
  return media.levelDb[MATERIAL.blood]! + low + shearStepDb(frequencyMHz) * slowness;
};
