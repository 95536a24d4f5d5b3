/**
 * @file The shape of a pocket: a space dissected open between the wall's layers. The one definition of it.
 *
 * A pocket hangs from the EEM, because whatever opens it (wire, blood) parts the media or lifts it off the adventitia.
 * Across the wall it is a lens; along the vessel it keeps its thickness and closes at its ends.
 */
import { wrapAngle } from '../math/trig.ts';
import type { WallPocket } from './tissue.ts';

/** Radii between which a pocket lies at one (station, angle), mm. */
export interface PocketSpan {
  inner: number;
  outer: number;
}

/** On a torn side the free edge floats: this share of the thickness is left between it and the wall. ASSUMED. */
export const TORN_SHARE = 0.7;

/** Position in the arc at an angle: -1 .. 1 within, the torn end at +1. */
const across = (pocket: WallPocket, angle: number): number =>
  (2 * wrapAngle(angle - pocket.angleRad)) / pocket.arcRad;

/** How far a pocket parts the layers at a station and angle (rad), mm; 0 where it is not. */
export const pocketThickness = (pocket: WallPocket, s: number, angle: number): number => {
  const half = (pocket.endMm - pocket.startMm) / 2;
  const u = (s - pocket.startMm - half) / half;
  const v = across(pocket, angle);
  if (u <= -1 || u >= 1 || v <= -1 || v >= 1) return 0;
  const u2 = u * u;
  const lens = pocket.tearRad > 0 && v > 0 ? 1 - (1 - TORN_SHARE) * v * v : 1 - v * v;
  return pocket.thicknessMm * (1 - u2 * u2) * lens;
};

/** Whether the layers inside the pocket are torn through at an angle, so that it opens into the lumen. */
export const tornAt = (pocket: WallPocket, angle: number): boolean => {
  if (!(pocket.tearRad > 0)) return false;
  const v = across(pocket, angle);
  return v < 1 && v > tornFrom(pocket);
};

/** Where in the arc, -1 .. 1, the tear begins. */
export const tornFrom = ({ tearRad, arcRad }: WallPocket): number => 1 - (2 * tearRad) / arcRad;

/**
 * Span of a pocket at a station and angle (rad), given the radii of lumen and EEM there.
 * @returns false where the pocket is not
 */
export const pocketSpanAt = (
  pocket: WallPocket,
  s: number,
  angle: number,
  lumen: number,
  eem: number,
  out: PocketSpan,
): boolean => {
  const thickness = pocketThickness(pocket, s, angle);
  if (!(thickness > 0)) return false;
  out.outer = eem - pocket.depthMm;
  out.inner = tornAt(pocket, angle) ? Math.min(lumen, out.outer) : out.outer - thickness;
  return true;
};
