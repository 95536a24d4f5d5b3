/** @file What a flat sheet of calcium costs the sound that passes it twice: at its two faces and inside. */
import { MATERIAL, type MaterialId } from '../anatomy/material.ts';
import { MEDIA, reflection } from './media.ts';

export interface Sheet {
  readonly thicknessMm: number;
  readonly frequencyMHz: number;
  /** Amplitude reflected at each face, 0 .. 1. */
  readonly frontReflection: number;
  readonly backReflection: number;
  /** One-way attenuation inside, dB / cm / MHz. */
  readonly alphaDbCmMHz: number;
}

/** Two-way losses, dB. */
export interface SheetLoss {
  /** Turned back at the faces: 40 log10(1 / (1 - R^2)) for two equal ones. */
  readonly reflectedDb: number;
  /** Absorbed inside: 2 alpha f t. */
  readonly absorbedDb: number;
  readonly totalDb: number;
}

const MM_PER_CM = 10;

/** Two-way loss in `thicknessMm` of something, dB. */
export const absorptionDb = (alphaDbCmMHz: number, frequencyMHz: number, thicknessMm: number): number =>
  (2 * alphaDbCmMHz * frequencyMHz * thicknessMm) / MM_PER_CM;

/** Each face is passed on the way out and on the way back; both together let 1 - R^2 of the amplitude through. */
const faceDb = (reflected: number): number => -20 * Math.log10(1 - reflected * reflected);

export const sheetLoss = (sheet: Sheet): SheetLoss => {
  const reflectedDb = faceDb(sheet.frontReflection) + faceDb(sheet.backReflection);
  const absorbedDb = absorptionDb(sheet.alphaDbCmMHz, sheet.frequencyMHz, sheet.thicknessMm);
  return { reflectedDb, absorbedDb, totalDb: reflectedDb + absorbedDb };
};

/** Loss in a sheet of calcium between two materials of the table. */
export const calciumLoss = (
  thicknessMm: number,
  frequencyMHz: number,
  front: MaterialId,
  back: MaterialId,
): SheetLoss =>
  sheetLoss({
    thicknessMm,
    frequencyMHz,
    frontReflection: Math.abs(reflection(front, MATERIAL.calcium)),
    backReflection: Math.abs(reflection(MATERIAL.calcium, back)),
    alphaDbCmMHz: MEDIA.alphaDbCmMHz[MATERIAL.calcium]!,
  });

/** Loss in as much of another material: what the sheet's place would have cost without it. */
export const tissueLossDb = (thicknessMm: number, frequencyMHz: number, material: MaterialId): number =>
  absorptionDb(MEDIA.alphaDbCmMHz[material]!, frequencyMHz, thicknessMm);
