/** @file What the stages hand to one another: the complex picture being built, and the scene it is built from. */
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose } from './frame.ts';
import type { FramePlan } from './plan.ts';
import type { SlabBasis } from './scene/slab.ts';
import type { Trace } from './scene/trace.ts';

/**
 * Complex samples in blocks of four ranges: sample k of column c has its real part at
 * ((k >> 2) columns + c) 8 + (k & 3), its imaginary part 4 further on. A block's columns lie together, which is what
 * the beam filters; four ranges of a column lie together, which is what the processor and the receiver take at once.
 */
export type Baseband = Float32Array;

/** Index of the real part of sample k of column c. */
export const basebandIndex = (columns: number, c: number, k: number): number =>
  ((k >> 2) * columns + c) * 8 + (k & 3);

/** How the borders between materials throw sound back. */
export interface Surfaces {
  /** |R| times how abrupt the border is, at from x materials + to. */
  readonly step: Float32Array;
  /** Mirror-like share of what comes back, by material. */
  readonly specular: Float32Array;
}

export interface Scene {
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
  readonly basis: SlabBasis;
  readonly plan: FramePlan;
  readonly trace: Trace;
  readonly surfaces: Surfaces;
}
