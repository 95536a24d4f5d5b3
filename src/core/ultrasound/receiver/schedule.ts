/** @file Which direction each drawn line really looks in: uneven rotation stretches some sectors and squeezes others. */
import type { ImagingPose } from '../frame.ts';
import { trueAngle } from '../nurd.ts';
import type { FramePlan } from '../plan.ts';

/** Per drawn line: the column before the direction it looks in, and how far it lies towards the next, 0 .. 1. */
export interface Schedule {
  readonly source: Int32Array;
  readonly weight: Float32Array;
}

/** Fills the schedule for a pose. */
export const scheduleLines = (pose: ImagingPose, plan: FramePlan, out: Schedule): void => {
  const { lines } = plan.settings;
  const { columns } = plan;
  for (let line = 0; line < lines; line++) {
    const drawn = (2 * Math.PI * line) / lines;
    const turn = pose.nurd?.length ? trueAngle(drawn, pose.nurd) / (2 * Math.PI) : line / lines;
    const f = (turn - Math.floor(turn)) * columns;
    const column = Math.floor(f + 1e-6);
    out.source[line] = column % columns;
    out.weight[line] = Math.max(0, f - column);
  }
};
