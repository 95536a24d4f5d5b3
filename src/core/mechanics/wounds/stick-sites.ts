/**
 * @file Persisting at one site wears it: the track widens, no longer holds the wire straight, and each further stick brings less
 * force to bear. A fresh site holds as well as ever.
 *
 * That one should not stick more than three times at a site is taught; by how much a track wears is ASSUMED.
 */
import type { Hole, Tissue } from '../../anatomy/tissue.ts';
import { atan2, wrapAngle } from '../../math/trig.ts';
import type { MechanicsState, WireTip } from '../state.ts';
import { WIRE_RADIUS_MM } from '../surroundings.ts';
import type { StickSite, Wounds } from './wounds.ts';

/** Sticks nearer to each other than this are one site: along the vessel, mm, and around the plane, rad. */
const SAME_MM = 2;
const SAME_RAD = 0.5;
/** What each stick after the first adds to the length over which the wire is not held, as a share. */
const LOOSER = 0.2;
/** What it adds to the track's radius over so much of its beginning, and the widest a track becomes, mm. */
const WIDER_MM = 0.03;
const WORN_MM = 6;
const WIDEST_MM = 0.35;
/** Of what a track has been widened by, this share stays open when the wire has left. */
const STAYS_SHARE = 0.8;

const hole: Hole = { x: 0, y: 0, radiusMm: 0 };

/** Direction of the tip from the plane's middle, or from the vessel's where no plane is open, rad. */
const directionOf = (tissue: Tissue, { s, x, y }: WireTip): number =>
  tissue.holeAt('plane', s, hole) ? atan2(y - hole.y, x - hole.x) : atan2(y, x);

/** Of several that are near, the one that is worn most. */
const siteAt = ({ sites }: Wounds, s: number, angleRad: number): StickSite | undefined => {
  let worst: StickSite | undefined;
  for (const site of sites) {
    const near = Math.abs(site.s - s) < SAME_MM && Math.abs(wrapAngle(site.angleRad - angleRad)) < SAME_RAD;
    if (near && site.sticks > (worst?.sticks ?? 0)) worst = site;
  }
  return worst;
};

/** Notes when wire 2 has gone out of the plane into what lies inside it. @returns true in the tick when it has */
export const noteStick = ({ wounds, wire2 }: MechanicsState, tissue: Tissue): boolean => {
  if (!wounds) return false;
  const from = wounds.wire2Was;
  wounds.wire2Was = wire2.loaded ? wire2.phase : 'in-catheter';
  if (from !== 'plane' || (wounds.wire2Was !== 'plaque' && wounds.wire2Was !== 'lumen')) return false;
  const angleRad = directionOf(tissue, wire2.tip);
  const known = siteAt(wounds, wire2.tip.s, angleRad);
  if (known) known.sticks++;
  else wounds.sites.push({ s: wire2.tip.s, angleRad, sticks: 1 });
  return true;
};

/** Factor by which a wire's free length is longer than in fresh tissue. */
export const looseness = ({ wounds }: MechanicsState, tissue: Tissue, tip: WireTip): number => {
  if (!wounds || wounds.sites.length === 0) return 1;
  const site = siteAt(wounds, tip.s, directionOf(tissue, tip));
  return site ? 1 + LOOSER * (site.sticks - 1) : 1;
};

/** Radius of wire 2's track at a station, mm. */
export const trackRadiusMm = (wounds: Wounds | null, s: number): number => {
  let worn = 0;
  for (const site of wounds?.sites ?? [])
    if (s > site.s - SAME_MM && s < site.s + WORN_MM) worn = Math.max(worn, site.sticks - 1);
  return Math.min(WIDEST_MM, WIRE_RADIUS_MM + WIDER_MM * worn);
};

/** Radius that stays open of a track of this radius, mm. */
export const staysOpenMm = (radiusMm: number): number => STAYS_SHARE * Math.max(0, radiusMm - WIRE_RADIUS_MM);
