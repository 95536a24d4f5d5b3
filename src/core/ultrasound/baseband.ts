/** @file What the stages hand to one another: the complex picture being built, and the scene it is built from. */
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose } from './frame.ts';
import type { FramePlan } from './plan.ts';
import type { SlabBasis } from './slab.ts';
import type { Trace } from './trace.ts';

/**
 * Complex samples, one row per range, lines contiguous: the real part of sample k of line l at k plan.pitch + 2 l,
 * the imaginary part after it. So the beam filters, and copies of a scatterer fall, along memory.
 */
export type Baseband = Float32Array;

/** An empty picture for a plan. Rows are a cache line longer than the lines need, lest columns share cache sets. */
export const createBaseband = (plan: FramePlan): Baseband =>
  new Float32Array(plan.settings.samples * plan.pitch);

export interface SplatScene {
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
  readonly basis: SlabBasis;
  readonly plan: FramePlan;
  readonly trace: Trace;
}
