/** @file The vessels that contrast can fill, as tubes of iodine, grouped by how it reaches them. */
import type { Anatomy, LegVessel } from '../anatomy/tissue.ts';
import { frameAt } from '../math/curve.ts';
import { FULL_IODINE_MG_ML, iodineMu } from './attenuation.ts';
import type { FillGroup } from './contrast.ts';
import type { Tube } from './tube.ts';

const IODINE = iodineMu(FULL_IODINE_MG_ML);
/** Spacing of nodes along large vessels, mm: bends of 10 mm radius stay smooth. */
const STEP_MM = 1.5;

export type IodineTubes = Readonly<Record<FillGroup, readonly Tube[]>>;

/** Tubes of full opacification; the picture scales each group by how far it has filled. */
export const iodineTubes = (anatomy: Anatomy): IodineTubes => {
  const open: Tube[] = [];
  const collateral: Tube[] = [];
  for (const vessel of anatomy.leg.vessels) {
    const group = fillGroup(vessel);
    if (group) (group === 'open' ? open : collateral).push(vesselTube(vessel));
  }
  return { open, collateral };
};

/** How contrast reaches a vessel, or null when it never does. The winding collaterals themselves fill late. */
export const fillGroup = (vessel: LegVessel): FillGroup | null => {
  if (vessel.filling === 'occluded') return null;
  return vessel.filling === 'collateral' || vessel.id.startsWith('collateral') ? 'collateral' : 'open';
};

const vesselTube = (vessel: LegVessel): Tube => {
  const { curve, radiusMm } = vessel;
  const lengthMm = curve.endMm - curve.startMm;
  const n = Math.max(2, Math.round(lengthMm / STEP_MM) + 1);
  const world = new Float32Array(3 * n);
  const radius = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const s = curve.startMm + (lengthMm * i) / (n - 1);
    const { origin } = frameAt(curve, s);
    world.set([origin.x, origin.y, origin.z], 3 * i);
    const f = Math.min(radiusMm.length - 1, Math.round((s - curve.startMm) / curve.stepMm));
    radius[i] = radiusMm[f] ?? 0.5;
  }
  return { world, radius, mu: IODINE };
};
