/** @file Phantoms: vessels of one medium, tubes of two or three, plates; and media that only do what a test asks about. */
import { MATERIAL_NAMES } from '../../anatomy/material.ts';
import type { StraightVesselSpec } from '../../anatomy/straight-spec.ts';
import type { CalciumPlate } from '../../anatomy/tissue.ts';
import { type Media, type Medium, mediaWith } from '../media.ts';
import { PHANTOM_MM } from './lab.ts';

/** Fills the picture with one medium, fully developed speckle by the table: dense fibrous tissue. */
export const UNIFORM: StraightVesselSpec = {
  radiiMm: { lumen: 12, iel: 12.1, eem: 12.2, adventitia: 12.3 },
  plug: { startMm: 0, endMm: PHANTOM_MM, fill: 'denseFibrous' },
};

/** A thread of a vessel, all that is further out being adventitia or fat. */
export const surroundedBy = (medium: 'adventitia' | 'fat'): StraightVesselSpec => ({
  radiiMm: { lumen: 0.3, iel: 0.31, eem: 0.32, adventitia: medium === 'adventitia' ? 12 : 0.33 },
});

/** A tube of blood in one other medium: intima, as thick as the picture is deep. */
export const tube = (radiusMm: number, change: Partial<StraightVesselSpec> = {}): StraightVesselSpec => ({
  radiiMm: { lumen: radiusMm, iel: radiusMm + 9, eem: radiusMm + 9.1, adventitia: radiusMm + 9.2 },
  ...change,
});

/** A plate of calcium at the lumen's surface, as long as the phantom. A whole turn unless `arcRad` is given. */
export const plate = (thicknessMm: number, arcRad = 2 * Math.PI, depthMm = 0): CalciumPlate => ({
  site: 'intimal',
  startMm: -PHANTOM_MM,
  endMm: 2 * PHANTOM_MM,
  angleRad: Math.PI / 2,
  arcRad,
  depthMm,
  thicknessMm,
  density: 1.6,
});

/** Below every floor. */
const SILENT_DB = -200;
/** Of soft tissue, MRayl and mm/us: without contrast nothing comes back from a border. */
const SOFT: Medium = { impedanceMRayl: 1.65, speedMmUs: 1.54 };
/** Sends nothing back and takes nothing away. */
const SILENT: Medium = { ...SOFT, levelDb: SILENT_DB, alphaDbCmMHz: 0 };

type Changes = Parameters<typeof mediaWith>[0];

const everywhere = (medium: Medium, changes: Changes): Media =>
  mediaWith(Object.fromEntries(MATERIAL_NAMES.map((name) => [name, { ...medium, ...changes[name] }])));

/** All is silent but for what is changed. */
export const silentBut = (changes: Changes): Media => everywhere(SILENT, changes);

/** Nothing takes sound away, and no border sends any back, but for what is changed. */
export const losslessBut = (changes: Changes = {}): Media =>
  everywhere({ ...SOFT, alphaDbCmMHz: 0 }, changes);
