/** @file What each material does to sound, by material id for the inner loops; the numbers stand in the material table. */
import { MATERIAL_TABLE, type MaterialRow, materialColumn } from '../anatomy/material-table.ts';

type AcousticColumn = keyof MaterialRow['acoustic'];

const column = (name: AcousticColumn): Float32Array => materialColumn((row) => row.acoustic[name].value);

export const dbToAmplitude = (db: number): number => 10 ** (db / 20);

/** Level before attenuation, dB relative to adventitia. */
export const LEVEL_DB = column('levelDb');
/** One-way attenuation, dB / cm / MHz; linear in frequency. */
export const ATTENUATION = column('alphaDbCmMHz');
/** MRayl. */
export const IMPEDANCE = column('impedanceMRayl');
/** Gamma shape of the local scattering power; Infinity: plain Rayleigh speckle. */
export const SHAPE = column('gammaShape');
/** Mirror-like share of a boundary's echo, and how abrupt the material's boundary is. */
export const SPECULAR = column('specular');
export const BORDER = column('border');
/** 1 where the speckle is new in every frame. */
export const FLOWS = Uint8Array.from(materialColumn((row) => (row.flows ? 1 : 0)));

const { levelDb, alongLevelDb } = MATERIAL_TABLE.media.acoustic;
/** Amplitude of media struck along its layers, relative to that across them. */
export const MEDIA_ALONG = dbToAmplitude(alongLevelDb.value - levelDb.value);
