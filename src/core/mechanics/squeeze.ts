/** @file What a calcified ring asks of the catheter that is to pass through it: a ring does not give, an arc does. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import type { Offset } from './bundle.ts';

/** Directions looked at, and distances from the bundle's middle at which calcium is felt, mm in the unopened tissue:
 *  once the catheter lies there this is the tissue within 0.4 mm of its surface. ASSUMED. */
const AROUND = 24;
const FELT_MM = [0.15, 0.3, 0.45, 0.6, 0.8] as const;
/** Below the first share of calcium around it the wall gives way on the free side; a full ring takes `RING_N`. ASSUMED:
 *  more than the 2 N at which a shaft bows, so that only a complete ring stops it. */
const FREE_SHARE = 0.65;
const RING_N = 4;

const COS: readonly number[] = Array.from({ length: AROUND }, (_, i) => cos((i * TAU) / AROUND));
const SIN: readonly number[] = Array.from({ length: AROUND }, (_, i) => sin((i * TAU) / AROUND));

/** Extra force to push the catheter's shoulder through a station with its middle at a reference point, N. */
export const squeezeN = (tissue: Tissue, s: number, middle: Offset): number => {
  let held = 0;
  for (let i = 0; i < AROUND; i++) {
    for (const r of FELT_MM) {
      const x = middle.x + r * COS[i]!;
      const y = middle.y + r * SIN[i]!;
      if (tissue.referenceMaterialAt(s, x, y) !== MATERIAL.calcium) continue;
      held++;
      break;
    }
  }
  return (RING_N * Math.max(0, held / AROUND - FREE_SHARE)) / (1 - FREE_SHARE);
};
