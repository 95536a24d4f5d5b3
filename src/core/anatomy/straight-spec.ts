/** @file What a straight vessel is made from: numbers that a slider or a scene can set. */
import type { OcclusionSpec, PlaqueSpec } from './spec.ts';
import type { CalciumPlate, SideBranch, WallPocket } from './tissue.ts';

export interface StraightVein {
  readonly angleRad: number;
  readonly radiusMm: number;
  /** Tissue between it and the artery's adventitia, mm. */
  readonly gapMm: number;
}

export interface StraightVesselSpec {
  /** Of texture and unevenness. Default 1. */
  readonly seed?: number;
  /** Default 40 mm; stations run from 0. */
  readonly lengthMm?: number;
  /** Radii of the wall's surfaces before plaque, plates and pockets change them, mm, ascending. */
  readonly radiiMm: {
    readonly lumen: number;
    readonly iel: number;
    readonly eem: number;
    readonly adventitia: number;
  };
  /** Thickens the intima towards the lumen. Default none. */
  readonly plaque?: StraightPlaque;
  readonly calcium?: readonly CalciumPlate[];
  readonly pockets?: readonly WallPocket[];
  /** Share of a pocket's thickness that goes outwards; the rest pushes the inner layers in. Default 0.4. ASSUMED. */
  readonly pocketOutwards?: number;
  /** What fills the lumen; default blood. */
  readonly plug?: StraightPlug;
  readonly branches?: readonly SideBranch[];
  readonly veins?: readonly StraightVein[];
  /** 0: circles (default), 1: as uneven as the arteries of a case. */
  readonly unevenness?: number;
  /** Around the vessel: sheath, fat, septa and muscle, or nothing but fat (default). */
  readonly bed?: 'leg' | 'fat';
}

/** Thickness between IEL and lumen, mm: `thinMm` on the far side, `thickMm` in the direction `angleRad`. */
export interface StraightPlaque {
  readonly thickMm: number;
  readonly thinMm: number;
  readonly angleRad: number;
  /** One material, or the shares of a mixture. */
  readonly fill: Fill | Pick<PlaqueSpec, 'denseFibrous' | 'lipid' | 'microcalcified'>;
}

/** One material over a length, or an occlusion with caps and channels. */
export type StraightPlug =
  | { readonly startMm: number; readonly endMm: number; readonly fill: Fill }
  | OcclusionSpec;

export type Fill =
  | 'thrombus'
  | 'freshThrombus'
  | 'looseFibrous'
  | 'denseFibrous'
  | 'lipid'
  | 'microcalcified';
