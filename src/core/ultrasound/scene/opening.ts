/**
 * @file Where a material point lies once devices have opened the tissue, ready for inlining in tight loops.
 *
 * The same map as `Tissue.toDeformed` (a unit test compares them), with its hole data read once per thin slab.
 */
import type { Hole, Tissue } from '../../anatomy/tissue.ts';

/** Holes at one station, each about the point that stays put while it opens. Radius squared 0 when closed. */
export interface Openings {
  planeX: number;
  planeY: number;
  planeSq: number;
  trackX: number;
  trackY: number;
  trackSq: number;
}

export const createOpenings = (): Openings => ({
  planeX: 0,
  planeY: 0,
  planeSq: 0,
  trackX: 0,
  trackY: 0,
  trackSq: 0,
});

/** Reads the holes of `tissue` at station s into `out`. */
export const readOpenings = (tissue: Tissue, s: number, scratch: Hole, out: Openings): Openings => {
  out.trackSq = 0;
  if (tissue.holeAt('track', s, scratch)) {
    out.trackX = scratch.x;
    out.trackY = scratch.y;
    out.trackSq = scratch.radiusMm * scratch.radiusMm;
  }
  out.planeSq = 0;
  if (tissue.holeAt('plane', s, scratch)) {
    out.planeX = scratch.x;
    out.planeY = scratch.y;
    out.planeSq = scratch.radiusMm * scratch.radiusMm;
  }
  return out;
};
