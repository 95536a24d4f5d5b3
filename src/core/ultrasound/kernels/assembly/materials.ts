/** @file The materials that the look-ups name; ids of core/anatomy/material.ts. */

export const BLOOD: i32 = 0;
export const STASIS: i32 = 1;
export const CALCIUM: i32 = 7;
export const INTIMA: i32 = 8;
export const MEDIA: i32 = 9;
export const ADVENTITIA: i32 = 10;
export const FAT: i32 = 11;
export const MUSCLE: i32 = 12;
export const CONNECTIVE: i32 = 13;
export const VEIN: i32 = 14;

/** Not here; another look-up decides. */
export const NONE: i32 = -1;
