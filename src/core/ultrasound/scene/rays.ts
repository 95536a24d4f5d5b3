/** @file The rays of a frame: where each traced line begins, where it looks and how much sound it starts with. */
import type { ImagingPose } from '../frame.ts';
import type { FramePlan } from '../plan.ts';
import { AIR_TRANSMISSION, inAir } from './air.ts';
import type { SlabBasis } from './slab.ts';

/** Columns of a table of rays: point of the axis, direction, range at which the ray ends (mm), amplitude it starts with. */
export const RAY = { s: 0, x: 1, y: 2, ds: 3, dx: 4, dy: 5, endMm: 6, left: 7, columns: 8 } as const;

/**
 * Fills one row per traced line.
 * @param metalMm per traced line: range at which metal ends the line (Infinity where there is none).
 */
export const aimRays = (
  pose: ImagingPose,
  basis: SlabBasis,
  { trace, settings }: FramePlan,
  metalMm: Float32Array,
  rays: Float64Array,
): void => {
  const { lines, samples, stepMm } = trace;
  const endMm = settings.startMm + samples * stepMm;
  const advance = pose.advanceMm ?? 0;
  const air = settings.effects.shadow ? pose.air : undefined;
  for (let c = 0; c < lines; c++) {
    const angle = (2 * Math.PI * c) / lines;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    // while the element turns the transducer moves along its axis
    const moved = (advance * c) / lines;
    const row = c * RAY.columns;
    rays[row + RAY.s] = pose.s + moved * basis.ns;
    rays[row + RAY.x] = pose.x + moved * basis.nx;
    rays[row + RAY.y] = pose.y + moved * basis.ny;
    rays[row + RAY.ds] = cos * basis.us + sin * basis.vs;
    rays[row + RAY.dx] = cos * basis.ux + sin * basis.vx;
    rays[row + RAY.dy] = cos * basis.uy + sin * basis.vy;
    rays[row + RAY.endMm] = Math.min(endMm, metalMm[c]!);
    rays[row + RAY.left] = air && inAir(air, angle) ? AIR_TRANSMISSION : 1;
  }
};
