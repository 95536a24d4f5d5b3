/**
 * @file How unevenly the drive shaft turns (NURD): bends hold it back, a catheter at the wall shows it.
 *
 * The direction of the trend is published (a phantom study of 3.5 Fr catheters: distortion seen in 70 % of eccentric
 * and 6 % of concentric images, more with shaft angulation); a total of 2 to 20 deg is the range of the field's
 * descriptions. Every number below is ASSUMED within that.
 */
import type { Tissue, WallDistances } from '../anatomy/tissue.ts';
import { streamSeed, toUnit } from '../math/rng.ts';
import { DEG, TAU } from '../math/trig.ts';
import { bendTo } from '../mechanics/mechanics.ts';
import type { Harmonic } from '../ultrasound/frame.ts';

/** Sum of the amplitudes with a straight shaft in the middle of the vessel, and where it drags most, rad. */
const LEAST_RAD = 2 * DEG;
const MOST_RAD = 20 * DEG;
/** Shares of the three terms. */
const SHARES = [0.6, 0.27, 0.13] as const;
/** Bends that drag as much as any do: all along the shaft in the vessel (round the anterior tibial arch), and within
 *  the last stretch before the transducer, rad and mm. */
const FULL_BEND_RAD = 3.2;
const FULL_LOCAL_RAD = 2.2;
const LOCAL_MM = 40;
const LOCAL_SHARE = 0.4;
/** What of the drag shows with the catheter in the middle of the vessel. */
const CONCENTRIC_SHARE = 0.25;
/** Pullback over which each term's phase turns once, mm: slow, and never in step. */
const PHASE_MM = [47, -31, 23] as const;

const scratch: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };

/** 0 with the window in the middle of the vessel, 1 where it touches the EEM. */
const eccentricity = (tissue: Tissue, at: Place, windowRadiusMm: number): number => {
  const offMm = Math.sqrt(at.x * at.x + at.y * at.y);
  const roomMm = offMm - tissue.distances(at.s, at.x, at.y, scratch).eem - windowRadiusMm;
  return roomMm > 1e-3 ? Math.min(1, offMm / roomMm) : 1;
};

/** Where the transducer lies, deformed route coordinates, mm. */
interface Place {
  readonly s: number;
  readonly x: number;
  readonly y: number;
}

/** Sum of the amplitudes at a place, rad, LEAST_RAD .. MOST_RAD. */
export const unevennessRad = (tissue: Tissue, at: Place, windowRadiusMm: number): number => {
  const { curve } = tissue.anatomy.target;
  const all = bendTo(curve, at.s);
  const local = all - bendTo(curve, at.s - LOCAL_MM);
  const drag = (1 - LOCAL_SHARE) * (all / FULL_BEND_RAD) + LOCAL_SHARE * (local / FULL_LOCAL_RAD);
  const seen = CONCENTRIC_SHARE + (1 - CONCENTRIC_SHARE) * eccentricity(tissue, at, windowRadiusMm);
  return LEAST_RAD + (MOST_RAD - LEAST_RAD) * Math.min(1, drag * seen);
};

/** A kink drags as this many bent shafts do. */
const KINKED_TIMES = 4;

/** The terms of a turn with the transducer at a place and so far pulled back, mm. */
export const unevenTurn = (
  tissue: Tissue,
  at: Place,
  windowRadiusMm: number,
  pulledBackMm: number,
  kinked: boolean,
): readonly Harmonic[] => {
  const total = (kinked ? KINKED_TIMES : 1) * unevennessRad(tissue, at, windowRadiusMm);
  return SHARES.map((share, n) => ({
    amplitudeRad: share * total,
    phaseRad:
      TAU * (toUnit(streamSeed(tissue.anatomy.seed, `drive-shaft-${n + 1}`)) + pulledBackMm / PHASE_MM[n]!),
  }));
};
