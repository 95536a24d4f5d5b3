/** @file What a pair of frames shows, in numbers: the shadow's depth against the tables, the arc against the truth. */
import { createTissue } from '../../core/anatomy/create-tissue.ts';
import { MATERIAL, type MaterialId } from '../../core/anatomy/material.ts';
import { MATERIAL_TABLE } from '../../core/anatomy/material-table.ts';
import type { Tissue } from '../../core/anatomy/tissue.ts';
import {
  catheterOffsetMm,
  PLATE_ANGLE_RAD,
  plateArcRad,
  plateVessel,
  seenArc,
} from '../../core/cases/calcium-phantom.ts';
import { DEG } from '../../core/math/trig.ts';
import { measureCalciumArc, type Sector } from '../../core/measure/calcium-arc.ts';
import { type PlateEchoes, plateEchoes } from '../../core/measure/plate-echoes.ts';
import { movedPatch, type Patch, patchLevelDb } from '../../core/measure/shadow-depth.ts';
import { mirrorTiltRad } from '../../core/ultrasound/echoes/interfaces.ts';
import type { ImagingPose, ImagingSettings } from '../../core/ultrasound/frame.ts';
import { NOISE_DB, RECEIVER_GAIN_DB, TIME_GAIN_CAP_DB } from '../../core/ultrasound/plan.ts';
import { SPEED_MM_PER_US } from '../../core/ultrasound/probe/spectrum.ts';
import { calciumLoss, type SheetLoss, tissueLossDb } from '../../core/ultrasound/sheet.ts';
import type { PhantomPair, PhantomWish } from '../../engine/phantom-lab.ts';
import { ARC_SEARCH, DEPTH_MM, SCALE } from './imaging.ts';

export interface ArcFindings {
  /** About the vessel's axis, rad. */
  readonly trueRad: number;
  readonly seen: Sector;
  /** As read off the image by the rule; null where the rule finds no calcium. */
  readonly read: Sector | null;
}

export interface Findings {
  /** Echoes on the line through the plate's middle. */
  readonly echoes: PlateEchoes;
  readonly arc: ArcFindings;
  readonly loss: SheetLoss;
  /** Two-way loss of as much wall: what the plate's place costs without it, dB. */
  readonly replacedDb: number;
  /** By the tables, how much darker the wall behind must be than without the plate, dB. */
  readonly expectedDb: number;
  /** Levels of the wall behind, with and without plate, and of noise there; dB of full scale. */
  readonly behindDb: number;
  readonly plainDb: number;
  readonly noiseDb: number;
  /** Where the catheter really lies, mm off the axis. */
  readonly offsetMm: number;
}

/** The patch of wall behind the plate: directions and ranges well inside the shadow. ASSUMED. */
const PATCH_SHARE = 0.25;
const PATCH_MOST_RAD = 40 * DEG;
const PATCH_FROM_MM = 0.15;
const PATCH_DEEP_MM = 0.75;
/** A repeat lies on the patch but does not belong to the wall behind; this far to each side is left out, mm. */
const REPEAT_MM = 0.1;
const SHOWN_REPEATS = 2;
/** The plate's tilt is read off its front face this far to either side. */
const BESIDE_RAD = 1 * DEG;
/** Times the mirror's tilt at which its echo falls to 1/e: there it has lost 20 dB. */
const FACING = 1.5;
const MM_PER_CM = 10;

export const tissueOf = ({ phantom }: PhantomWish): Tissue => createTissue(plateVessel(phantom));

/**
 * Echoes of the plate on the line at an image angle (rad); null beside the plate. Repeats are expected only where the
 * plate faces the catheter: sound that it turns aside does not come back to be turned again.
 */
export const echoesAt = (
  tissue: Tissue,
  pose: ImagingPose,
  settings: ImagingSettings,
  psi: number,
): PlateEchoes | null => {
  const { multiples, soundSpeed } = settings.effects;
  const along = (angle: number): PlateEchoes | null =>
    plateEchoes(tissue, pose, {
      psi: angle,
      sheathRadiusMm: pose.sheathRadiusMm,
      depthMm: DEPTH_MM,
      repeats: multiples ? SHOWN_REPEATS : 0,
      assumedMs: soundSpeed ? 1000 * SPEED_MM_PER_US : null,
    });
  const here = along(psi);
  const before = along(psi - BESIDE_RAD);
  const after = along(psi + BESIDE_RAD);
  if (!here) return null;
  const slope =
    before && after ? (after.frontMm - before.frontMm) / (2 * BESIDE_RAD * here.frontMm) : Number.NaN;
  const faces = Math.abs(Math.atan(slope)) < FACING * mirrorTiltRad(settings);
  return faces ? here : { ...here, repeatsMm: [] };
};

/** Level of receiver noise on the image at a range, dB of full scale. */
const noiseAt = ({ probe, timeGainDbCmMHz }: ImagingSettings, rangeMm: number): number => {
  const gain = (2 * timeGainDbCmMHz * probe.frequencyMHz * (rangeMm - probe.orbitMm)) / MM_PER_CM;
  return NOISE_DB + RECEIVER_GAIN_DB + Math.min(TIME_GAIN_CAP_DB, Math.max(0, gain));
};

const patchBehind = ({ backMm, repeatsMm }: PlateEchoes, seen: Sector): Patch => {
  const widthRad = Math.min(PATCH_MOST_RAD, seen.widthRad * PATCH_SHARE);
  const innerMm = backMm + PATCH_FROM_MM;
  return {
    sector: { fromRad: PLATE_ANGLE_RAD - widthRad / 2, widthRad },
    innerMm,
    outerMm: innerMm + PATCH_DEEP_MM,
    skipped: repeatsMm.map((mm) => ({ innerMm: mm - REPEAT_MM, outerMm: mm + REPEAT_MM })),
  };
};

/** How thick so much wall is drawn, mm. */
const wallMm = (thicknessMm: number, { effects }: ImagingSettings): number =>
  effects.soundSpeed
    ? (thicknessMm * 1000 * SPEED_MM_PER_US) / MATERIAL_TABLE.intima.acoustic.speedMs.value
    : thicknessMm;

/** Null if the plate is not where it should be, which a test would have told. */
export const findingsOf = (pair: PhantomPair, tissue: Tissue): Findings | null => {
  const { phantom, settings } = pair.wish;
  const { frequencyMHz } = settings.probe;
  const echoes = echoesAt(tissue, pair.plate.pose, settings, PLATE_ANGLE_RAD);
  if (!echoes) return null;
  const seen = seenArc(phantom);
  const loss = calciumLoss(
    echoes.thicknessMm,
    frequencyMHz,
    echoes.inFront as MaterialId,
    echoes.behind as MaterialId,
  );
  const replacedDb = tissueLossDb(echoes.thicknessMm, frequencyMHz, MATERIAL.intima);
  const patch = patchBehind(echoes, seen);
  // without the plate the same wall is drawn where its own speed of sound puts it
  const lateMm = wallMm(echoes.thicknessMm, settings) - (echoes.backMm - echoes.frontMm);
  return {
    echoes,
    arc: {
      trueRad: plateArcRad(phantom),
      seen,
      read: measureCalciumArc(pair.plate, SCALE, ARC_SEARCH),
    },
    loss,
    replacedDb,
    expectedDb: settings.effects.shadow ? loss.totalDb - replacedDb : 0,
    behindDb: patchLevelDb(pair.plate, SCALE, patch) ?? Number.NEGATIVE_INFINITY,
    plainDb: patchLevelDb(pair.plain, SCALE, movedPatch(patch, lateMm)) ?? Number.NEGATIVE_INFINITY,
    noiseDb: noiseAt(settings, (patch.innerMm + patch.outerMm) / 2),
    offsetMm: catheterOffsetMm(phantom),
  };
};

/** What an eye makes of the wall behind the plate. */
export type Verdict = 'seen' | 'dim' | 'black' | 'noise';

/** Noise within this of the level hides it; less than this above black is barely seen, dB. ASSUMED. */
const HIDDEN_DB = 4;
const BARELY_DB = 8;

export const verdictOf = (
  { behindDb, noiseDb }: Pick<Findings, 'behindDb' | 'noiseDb'>,
  gainDb: number,
  dynamicRangeDb: number,
): Verdict => {
  if (behindDb < noiseDb + HIDDEN_DB) return 'noise';
  const aboveBlack = behindDb + gainDb + dynamicRangeDb;
  if (aboveBlack < 0) return 'black';
  return aboveBlack < BARELY_DB ? 'dim' : 'seen';
};
