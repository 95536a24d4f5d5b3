/**
 * @file The shape of a calcium plate: the one definition that image, forces, X-ray and scene all use.
 *
 * Seen flat, a plate is a superellipse in (station, angle); it thins towards its rim. Edges stay sharp.
 */
import { PI, TAU } from '../math/trig.ts';
import type { CalciumPlate } from './tissue.ts';

/** Radii between which a plate lies at one (station, angle), mm. */
export interface PlateSpan {
  inner: number;
  outer: number;
}

/** Thickness left at the rim, share of the middle. ASSUMED. */
export const RIM = 0.4;

/** `a` folded into [-pi, pi), for any |a| < 4 pi. */
const fold = (a: number): number =>
  a >= PI ? a - TAU * Math.floor((a + PI) / TAU) : a < -PI ? a + TAU * Math.ceil((-a - PI) / TAU) : a;

/** Whether a plate goes all the way round. */
export const isRing = ({ arcRad }: CalciumPlate): boolean => arcRad >= TAU - 1e-6;

/** Radii of the wall's surfaces at one station and angle, mm. */
export interface WallRadii {
  readonly lumen: number;
  readonly iel: number;
  readonly eem: number;
}

/**
 * Span of a plate at a station and angle (rad), given the wall's radii there.
 * @returns false where the plate is not; else `out` holds its inner and outer radius.
 */
export const plateSpan = (
  plate: CalciumPlate,
  s: number,
  angle: number,
  wall: WallRadii,
  out: PlateSpan,
): boolean => plateSpanAt(plate, s, angle, wall.lumen, wall.iel, wall.eem, out);

/** `plateSpan` with the radii as plain numbers, for the lookups that allocate nothing. */
export const plateSpanAt = (
  plate: CalciumPlate,
  s: number,
  angle: number,
  lumen: number,
  iel: number,
  eem: number,
  out: PlateSpan,
): boolean => {
  const half = (plate.endMm - plate.startMm) / 2;
  const u = (s - plate.startMm - half) / half;
  if (u <= -1 || u >= 1) return false;
  const v = isRing(plate) ? 0 : (2 * fold(angle - plate.angleRad)) / plate.arcRad;
  if (v <= -1 || v >= 1) return false;
  const u2 = u * u;
  const v2 = v * v;
  const round = plate.site === 'nodular';
  const w = round ? u2 + v2 : u2 * u2 + v2 * v2;
  if (w >= 1) return false;
  if (plate.site === 'medial') {
    out.inner = eem - plate.depthMm;
    out.outer = out.inner + plate.thicknessMm * (1 - (1 - RIM) * w);
    return true;
  }
  // a nodule bulges towards the lumen: its inner surface falls back to the lumen's at the rim
  out.inner = lumen + (round && plate.depthMm < 0 ? plate.depthMm * (1 - w) : plate.depthMm);
  const thick = plate.thicknessMm * (1 - (1 - RIM) * w);
  // intimal deposits stay within the intima: the internal elastic membrane bounds them
  out.outer = Math.min(iel, out.inner + thick);
  return out.outer > out.inner;
};

/** For each 0.5 mm of the route, the plates that touch it: constant-time lookup. */
export interface PlateBuckets {
  readonly startMm: number;
  readonly stepMm: number;
  readonly buckets: readonly (readonly CalciumPlate[])[];
}

const NONE: readonly CalciumPlate[] = [];

export const bucketPlates = (
  plates: readonly CalciumPlate[],
  startMm: number,
  stepMm: number,
  count: number,
): PlateBuckets => {
  const buckets: CalciumPlate[][] = Array.from({ length: count }, () => []);
  for (const plate of plates) {
    const from = Math.max(0, Math.floor((plate.startMm - startMm) / stepMm));
    const to = Math.min(count - 1, Math.floor((plate.endMm - startMm) / stepMm));
    for (let i = from; i <= to; i++) buckets[i]!.push(plate);
  }
  return { startMm, stepMm, buckets };
};

/** Plates that may reach a station. */
export const platesNear = (b: PlateBuckets, s: number): readonly CalciumPlate[] =>
  b.buckets[Math.floor((s - b.startMm) / b.stepMm)] ?? NONE;
