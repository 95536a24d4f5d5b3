/** @file What devices have done to the vessel besides opening it, as plain data: blood in the plane, worn sites, holes in its wall. */
import type { Hasher } from '../../math/hash.ts';
import type { TipPhase } from '../device.ts';

/** A place at which wire 2 has gone for the tissue: station, mm, and direction from the plane's middle, rad. */
export interface StickSite {
  readonly s: number;
  readonly angleRad: number;
  /** How often. */
  sticks: number;
}

/** `adventitia`: the tip lies in it and the vessel still holds; `outside`: it has come out. */
export type WallLayer = 'adventitia' | 'outside';
/** Minor: no consequence, still counted. Major: needs a further intervention. */
export type Severity = 'minor' | 'major';

/** A hole that a wire has made in the vessel's wall. */
export interface Perforation {
  readonly device: 'wire1' | 'wire2';
  readonly wireId: string;
  /** Where it began, reference coordinates, mm. */
  readonly s: number;
  readonly x: number;
  readonly y: number;
  /** Deepest layer reached, greatest depth beyond the EEM, mm, and greatest force on the tip there, N. */
  layer: WallLayer;
  depthMm: number;
  forceN: number;
  /** Diameter of the hole, mm. */
  holeMm: number;
  /** The wire lies in it still. */
  plugged: boolean;
  /** Time for which it has been open and clotting, s. */
  openS: number;
  bledMl: number;
  severity: Severity;
}

interface Seen {
  rollRad: number;
  hubRad: number;
  s: number;
}

export interface Wounds {
  /** Blood in the plane beside the devices, cross-section by opening index, mm^2. */
  readonly clotMm2: number[];
  readonly sites: StickSite[];
  /** What wire 2's tip was in a tick ago. */
  wire2Was: TipPhase;
  readonly perforations: Perforation[];
  /** What stays open in the `track` channel when no wire lies there, by opening index: radius and centre, mm. */
  readonly leftMm: number[];
  readonly leftX: number[];
  readonly leftY: number[];
  /** Roll of each wire's tip and hub and station of its tip when they were last looked at, rad, mm. */
  readonly seen: Readonly<Record<'wire1' | 'wire2', Seen>>;
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);

/** @param count of the opening grid */
export const createWounds = (count: number): Wounds => ({
  clotMm2: zeros(count),
  sites: [],
  wire2Was: 'in-catheter',
  perforations: [],
  leftMm: zeros(count),
  leftX: zeros(count),
  leftY: zeros(count),
  seen: { wire1: { rollRad: 0, hubRad: 0, s: 0 }, wire2: { rollRad: 0, hubRad: 0, s: 0 } },
});

/** Feeds everything that the next step depends on to a hasher. */
export const hashWounds = (
  { clotMm2, sites, wire2Was, perforations, leftMm, seen }: Wounds,
  hasher: Hasher,
): void => {
  for (let i = 0; i < clotMm2.length; i++)
    if (clotMm2[i] !== 0 || leftMm[i] !== 0) hasher.number(i).number(clotMm2[i]!).number(leftMm[i]!);
  for (const { s, angleRad, sticks } of sites) hasher.number(s).number(angleRad).number(sticks);
  hasher.text(wire2Was);
  for (const hole of perforations) {
    hasher.text(hole.device).text(hole.layer).text(hole.severity);
    hasher.number(hole.s).number(hole.x).number(hole.y).number(hole.depthMm).number(hole.forceN);
    hasher.number(hole.holeMm).number(hole.openS).number(hole.bledMl);
  }
  for (const { rollRad, hubRad, s } of [seen.wire1, seen.wire2])
    hasher.number(rollRad).number(hubRad).number(s);
};
