/** @file What the stages hand to one another: the complex picture being built, and the scene it is built from. */
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose } from './frame.ts';
import type { FramePlan } from './plan.ts';
import type { SlabBasis } from './slab.ts';
import type { Trace } from './trace.ts';

/** Complex samples, line-major, depth contiguous: real and imaginary part of sample k of line l at 2 (l samples + k). */
export type Baseband = Float32Array;

export interface SplatScene {
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
  readonly basis: SlabBasis;
  readonly plan: FramePlan;
  readonly trace: Trace;
}
