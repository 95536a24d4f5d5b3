/**
 * @file What a case says about its anatomy: a few parameters that a person can read and change.
 *
 * `createAnatomy` makes the whole leg and the layered wall from this and nothing else. Stations are mm along the
 * target vessel from its origin; angles are degrees, as on screen and in files.
 */
import type { CalciumSite, TargetName } from './tissue.ts';

export type LegSide = 'right' | 'left';

export interface SpecInterval {
  readonly startMm: number;
  readonly endMm: number;
}

/** The wall of the reference segment (healthy or nearly so), diameters and thicknesses in mm. */
export interface WallSpec {
  /** Healthy lumen diameter = reference vessel diameter (RVD). */
  readonly lumenDiameterMm: number;
  /** Diameter inside the external elastic membrane, same place. Intima = (EEM - lumen) / 2 - media. */
  readonly eemDiameterMm: number;
  readonly mediaMm: number;
  readonly adventitiaMm: number;
}

/** Plaque between lumen and IEL inside the lesion; the shares are of plaque volume, the rest is loose fibrous. */
export interface PlaqueSpec {
  /** Mean thickness, mm. */
  readonly thicknessMm: number;
  /** 0 concentric .. 1 all on one side. */
  readonly eccentricity: number;
  readonly denseFibrous: number;
  readonly lipid: number;
  readonly microcalcified: number;
}

/** What fills the true lumen along the occlusion. */
export interface OcclusionSpec extends SpecInterval {
  readonly entry: 'blunt' | 'tapered';
  /** Length of the dense fibrous caps, mm. */
  readonly proximalCapMm: number;
  readonly distalCapMm: number;
  /** Microchannels that run through the plug, a sign of a younger occlusion. */
  readonly microchannels: number;
  /** Share of the core that has become dense fibrous tissue; the rest is organised thrombus with loose streaks. */
  readonly coreFibrous: number;
}

/** One deposit placed on purpose, for a lesson. */
export interface PlateSpec {
  readonly site: CalciumSite;
  readonly startMm: number;
  readonly endMm: number;
  /** Centre of the arc, deg from the vessel frame's first normal; or the side that faces the subintimal cleft. */
  readonly facing: number | 'cleft';
  readonly arcDeg: number;
  readonly depthMm: number;
  readonly thicknessMm: number;
}

export interface CalciumSpec {
  /** Share of the lesion's length that carries medial sheets (tram-track), 0 .. 1, and their typical arc. */
  readonly medialCoverage: number;
  readonly medialArcDeg: number;
  /** The same for intimal deposits. */
  readonly intimalCoverage: number;
  readonly intimalArcDeg: number;
  /** Number of convex nodules. */
  readonly nodules: number;
  /** Calcium in the proximal entry (a J-BTK item). */
  readonly atEntry: boolean;
  readonly plates: readonly PlateSpec[];
  /** Lengths where the side that faces the cleft has no calcium and thin intima: places where re-entry can be tried. */
  readonly windows: readonly SpecInterval[];
}

/** Where the case lets wire 1 stray into the media. */
export interface CleftSpec {
  /** Side on which it leaves the lumen, deg from the first normal. */
  readonly angleDeg: number;
  /** Largest departure from that angle along the way, deg. */
  readonly driftDeg: number;
  /** Starts this far proximal to the occlusion, inside the lumen; ends blind this far distal to it; mm. */
  readonly leadMm: number;
  readonly tailMm: number;
}

export interface AnatomySpec {
  readonly caseId: string;
  readonly seed: number;
  readonly side: LegSide;
  readonly vessel: TargetName;
  /** Length of the target vessel from its origin, mm. */
  readonly lengthMm: number;
  /** Contrast distal to the occlusion: fills well, faintly, or not at all. */
  readonly outflow: 'good' | 'poor' | 'none';
  /** Diseased length; contains the occlusion. */
  readonly lesion: SpecInterval;
  readonly occlusion: OcclusionSpec;
  readonly wall: WallSpec;
  readonly plaque: PlaqueSpec;
  readonly calcium: CalciumSpec;
  readonly cleft: CleftSpec;
}
