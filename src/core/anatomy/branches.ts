/** @file Side branches of the target: where muscular and collateral branches leave the true lumen. */

import { sampleEven } from '../math/interpolate.ts';
import { createStream } from '../math/rng.ts';
import { atan2, DEG, PI, wrapAngle } from '../math/trig.ts';
import { createCleftAngle } from './cleft-angle.ts';
import type { AnatomySpec } from './spec.ts';
import type { CompanionVein, SideBranch } from './tissue.ts';

/** Muscular branches every 15-35 mm, 0.4-1.0 mm across (ASSUMED). */
const SPACING_MM: readonly [number, number] = [15, 35];
const RADIUS_MM: readonly [number, number] = [0.2, 0.45];
/** Branches keep off the cleft's side: a wire in the media shears their mouths, which is not modelled. */
const CLEFT_CLEARANCE = 60 * DEG;

/** A branch passes between the veins, not through them: least angle to a vein's middle. */
const VEIN_CLEARANCE = 45 * DEG;
const TRIES = 12;
/** The funnel of a tapered entry is no place for a branch, mm. */
const FUNNEL_MM = 14;

/** Branches from the target's origin to its end; none leaves the occluded length except at its two ends. */
export const createBranches = (spec: AnatomySpec, veins: readonly CompanionVein[]): SideBranch[] => {
  const stream = createStream(spec.seed, 'branches');
  const angleAt = createCleftAngle(spec);
  const { occlusion } = spec;
  const toVein = (s: number, angle: number): number =>
    Math.min(
      ...veins.map((v) => {
        const x = sampleEven(v.x, v.startMm, v.stepMm, s);
        const y = sampleEven(v.y, v.startMm, v.stepMm, s);
        return Math.abs(wrapAngle(angle - atan2(y, x)));
      }),
    );
  const make = (stationMm: number, radiusMm: number): SideBranch => {
    const free = 2 * (PI - CLEFT_CLEARANCE);
    let angleRad = 0;
    let widest = -1;
    for (let i = 0; i < TRIES && widest < VEIN_CLEARANCE; i++) {
      const angle = wrapAngle(angleAt(stationMm) + CLEFT_CLEARANCE + stream.next() * free);
      const gap = toVein(stationMm, angle);
      if (gap > widest) {
        widest = gap;
        angleRad = angle;
      }
    }
    return { stationMm, angleRad, radiusMm };
  };
  const before = occlusion.startMm - (occlusion.entry === 'tapered' ? FUNNEL_MM : 5);
  const branches: SideBranch[] = [
    // the collaterals that keep the distal vessel alive leave just before a cap and join just after it
    make(Math.max(2, before), stream.range(0.35, 0.5)),
    make(Math.min(spec.lengthMm - 4, occlusion.endMm + 9), stream.range(0.3, 0.45)),
  ];
  for (let s = stream.range(8, 20); s < spec.lengthMm - 5; s += stream.range(SPACING_MM[0], SPACING_MM[1])) {
    const nearOcclusion = s > before - 7 && s < occlusion.endMm + 16;
    const branch = make(s, stream.range(RADIUS_MM[0], RADIUS_MM[1]));
    if (!nearOcclusion) branches.push(branch);
  }
  return branches.sort((a, b) => a.stationMm - b.stationMm);
};
