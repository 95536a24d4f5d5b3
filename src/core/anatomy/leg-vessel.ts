/** @file One artery of the leg tree from points and two radii, and what the tree's builders share. */
import { createCurve } from '../math/curve.ts';
import type { Vec3 } from '../math/vec3.ts';
import type { AnatomySpec } from './spec.ts';
import type { LegVessel } from './tissue.ts';

export const LEG_STEP_MM = 1;

export type Filling = LegVessel['filling'];

/** Ids of the target's parts begin with this. */
export const TARGET_ID = { PTA: 'pta', ATA: 'ata', peroneal: 'peroneal' } as const;

/** How contrast reaches what lies distal to the occlusion. */
export const distalFilling = (spec: AnatomySpec): Filling =>
  spec.outflow === 'none' ? 'occluded' : 'collateral';

/** A vessel along the points, its radius running evenly from the first to the second, mm. */
export const legVessel = (
  id: string,
  name: string,
  points: readonly Vec3[],
  radii: readonly [number, number],
  parent: string | null,
  filling: Filling,
): LegVessel => {
  const curve = createCurve(points, 0, LEG_STEP_MM);
  const last = curve.frames.length - 1;
  const radiusMm = Float32Array.from(
    { length: last + 1 },
    (_, i) => radii[0] + ((radii[1] - radii[0]) * i) / last,
  );
  return { id, name, curve, radiusMm, parent, filling };
};
