/**
 * @file The one tissue that image, forces, X-ray and 3-D scene read (types; `create-tissue.ts` builds it).
 *
 * Coordinates: (s, x, y) on the target's route: station s in mm (0 at the target vessel's origin, negative along
 * the access route proximal to it, growing distally), x and y in mm along the frame's normals n1 and n2.
 * "Deformed" is where things are now; "reference" is the tissue before any device opened it.
 */
import type { Curve } from '../math/curve.ts';
import type { Vec3 } from '../math/vec3.ts';
import type { TissueEdit } from './edit.ts';
import type { MaterialId } from './material.ts';
import type { TissueTables } from './tissue-tables.ts';

export type TargetName = 'PTA' | 'ATA' | 'peroneal';

export interface Interval {
  readonly startMm: number;
  readonly endMm: number;
}

/** Radii of the wall's surfaces about the centreline, mm, on an even (station, angle) grid; station-major. */
export interface WallMaps {
  readonly startMm: number;
  readonly stepMm: number;
  readonly stations: number;
  /** Angles per turn; column j is angle 2 pi j / angles from n1, right-handed about the distal tangent. */
  readonly angles: number;
  /** Original lumen surface; inside an occlusion it bounds the plug that fills the true lumen. */
  readonly lumen: Float32Array;
  readonly iel: Float32Array;
  readonly eem: Float32Array;
  readonly adventitia: Float32Array;
}

/**
 * What the lesion is made of on a (station, angle, radius) grid, radius fastest. Each byte holds two materials:
 * low four bits inside the lumen surface (plug or blood), high four bits between lumen and IEL (plaque).
 */
export interface CompositionVolume {
  readonly startMm: number;
  readonly stepMm: number;
  readonly stations: number;
  readonly angles: number;
  readonly radii: number;
  readonly radialStepMm: number;
  readonly data: Uint8Array;
}

/** The grain of the tissue around the vessels: two fields in a block that repeats, interleaved (coarse, fine). */
export interface TissueTile {
  /** Samples across (x and y) and along, powers of two; x fastest, then y. */
  readonly side: number;
  readonly slices: number;
  readonly acrossMm: number;
  readonly alongMm: number;
  /** Sideways shift of the block per mm along the vessel. */
  readonly shear: number;
  readonly fields: Float32Array;
}

export type CalciumSite = 'intimal' | 'medial' | 'nodular';

/** One deposit with sharp edges. Depth and thickness are measured from its site's reference surface. */
export interface CalciumPlate {
  readonly site: CalciumSite;
  readonly startMm: number;
  readonly endMm: number;
  /** Centre of the arc, rad from n1. */
  readonly angleRad: number;
  /** Full arc, rad, 0 .. 2 pi. */
  readonly arcRad: number;
  /** mm; its inner surface lies depthMm outside the lumen (intimal, nodular) or inside the EEM (medial). */
  readonly depthMm: number;
  readonly thicknessMm: number;
  /** Mineral density, g of hydroxyapatite per cm^3, for X-ray. */
  readonly density: number;
}

/** A space dissected open between the wall's layers: haematoma, false lumen, the room behind a flap. */
export interface WallPocket extends Interval {
  /** Standing blood, or blood that flows through it. */
  readonly fill: 'stasis' | 'blood';
  /** Middle of the arc, rad from n1, and the full arc, rad. */
  readonly angleRad: number;
  readonly arcRad: number;
  /** Its outer face lies this far inside the EEM, mm: 0 directly under the adventitia, more within the media. */
  readonly depthMm: number;
  /** In its middle, mm. */
  readonly thicknessMm: number;
  /** Width of the tear through which it opens into the lumen at the far end of its arc, rad; 0: closed. */
  readonly tearRad: number;
}

/** One of the two veins that run beside every tibial artery: centre offset and radius by station. */
export interface CompanionVein {
  readonly startMm: number;
  readonly stepMm: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radiusMm: Float32Array;
}

export interface SideBranch {
  readonly stationMm: number;
  readonly angleRad: number;
  readonly radiusMm: number;
}

/** A path through the vessel on an even station grid, reference coordinates. */
export interface StationPath extends Interval {
  readonly stepMm: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface TargetVessel {
  readonly name: TargetName;
  /** Route from the access sheath (negative stations) to the target's end. */
  readonly curve: Curve;
  readonly occlusion: Interval;
  /** Diseased length; contains the occlusion. */
  readonly lesion: Interval;
  /** Reference vessel diameter, mm. */
  readonly rvdMm: number;
  readonly wall: WallMaps;
  readonly composition: CompositionVolume;
  readonly surroundings: TissueTile;
  readonly calcium: readonly CalciumPlate[];
  /** Pockets that are part of the anatomy; what devices open are edits. Default none. */
  readonly pockets?: readonly WallPocket[];
  readonly veins: readonly CompanionVein[];
  readonly branches: readonly SideBranch[];
  /** The weak cleft between intima-media and adventitia that a wire slips into: where the case lets wire 1 stray.
   *  Starts inside the lumen proximal to the cap, ends distal to the occlusion. */
  readonly cleft: StationPath;
}

export interface LegVessel {
  readonly id: string;
  readonly name: string;
  readonly curve: Curve;
  /** Radius at each sample of the curve, mm. */
  readonly radiusMm: Float32Array;
  readonly parent: string | null;
  /** Contrast reaches it: 'open', only through collaterals ('collateral'), or not at all ('occluded'). */
  readonly filling: 'open' | 'collateral' | 'occluded';
}

/** A bone's shaft as a tapered tube, for X-ray and scene. */
export interface LegBone {
  readonly id: 'tibia' | 'fibula';
  /** World points along the bone, proximal first. */
  readonly points: readonly Vec3[];
  /** Radius at each point, mm. */
  readonly radiusMm: readonly number[];
}

export interface LegTree {
  readonly side: 'right' | 'left';
  readonly vessels: readonly LegVessel[];
  readonly bones: readonly LegBone[];
}

/** Distances to the wall's surfaces in the reference tissue, mm; negative inside the surface. */
export interface WallDistances {
  lumen: number;
  iel: number;
  eem: number;
  adventitia: number;
}

/** A transverse position; `hole` names the opened channel that contains the point, or null in solid tissue. */
export interface ReferencePoint {
  x: number;
  y: number;
  hole: 'plane' | 'track' | null;
}

/** A hole at a station in the deformed tissue, mm. */
export interface Hole {
  x: number;
  y: number;
  radiusMm: number;
}

/** The immutable anatomy of a case. */
export interface Anatomy {
  readonly caseId: string;
  readonly seed: number;
  readonly leg: LegTree;
  readonly target: TargetVessel;
}

export interface Tissue {
  readonly anatomy: Anatomy;
  /** Number of edits applied so far. */
  readonly version: number;
  /** Appends edits in order; the only way to change the tissue. */
  apply(edits: readonly TissueEdit[]): void;
  /** Material at a deformed point; inside a hole: `stasis` in the plane, `blood` where the hole joins the lumen. */
  materialAt(s: number, x: number, y: number): MaterialId;
  /** Material of the unopened tissue. */
  referenceMaterialAt(s: number, x: number, y: number): MaterialId;
  /** Deformed -> reference. Writes `out` and returns it. */
  toReference(s: number, x: number, y: number, out: ReferencePoint): ReferencePoint;
  /** Reference -> deformed. Writes x, y of `out` and returns it. */
  toDeformed(s: number, xRef: number, yRef: number, out: { x: number; y: number }): { x: number; y: number };
  /** Signed distances of a deformed point to the wall's surfaces, measured in the reference tissue. */
  distances(s: number, x: number, y: number, out: WallDistances): WallDistances;
  /** The hole of a channel at a station (interpolated), or false when closed there. */
  holeAt(channel: 'plane' | 'track', s: number, out: Hole): boolean;
  /** What the look-ups read, for readers that bring look-ups of their own; absent where they follow a formula. */
  readonly tables?: TissueTables;
  /** Grid on which openings are stored. */
  readonly openingGrid: { readonly startMm: number; readonly stepMm: number; readonly count: number };
}
