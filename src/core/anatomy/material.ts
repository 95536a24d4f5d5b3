/** @file The materials of the leg. Ids are bytes in the material store, so their order is part of the file format. */

export const MATERIAL = {
  blood: 0,
  /** Blood that no longer flows: plane, haematoma, behind a wire. */
  stasis: 1,
  /** Organised. */
  thrombus: 2,
  looseFibrous: 3,
  denseFibrous: 4,
  lipid: 5,
  microcalcified: 6,
  calcium: 7,
  intima: 8,
  media: 9,
  adventitia: 10,
  fat: 11,
  muscle: 12,
  connective: 13,
  vein: 14,
  freshThrombus: 15,
} as const;

export type MaterialName = keyof typeof MATERIAL;
export type MaterialId = (typeof MATERIAL)[MaterialName];

export const MATERIAL_NAMES = Object.keys(MATERIAL) as readonly MaterialName[];
