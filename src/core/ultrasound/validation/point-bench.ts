/** @file Lone scatterers through the engine's own splat, beam, pulse and receiver: no tissue, no loss, no noise. */

import { basebandIndex } from '../baseband.ts';
import { type Bench, createBench } from '../bench.ts';
import type { ImagingSettings, PolarFrame } from '../frame.ts';
import { createKernels, type KernelPath } from '../kernels/kernels.ts';
import { scheduleLines } from '../receiver/schedule.ts';
import { FAR_AWAY_MM } from '../speckle/fill-brick.ts';
import { WORK } from '../speckle/splat.ts';
import { POSE } from './lab.ts';

/** In the image plane (line angle atan2(y, x)) and along the catheter, mm from the axis; its strength, not below 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly along: number;
  readonly amplitude: number;
}

/** A lone point of strength 1, against one scatterer per mm^3: below the top of the scale at any depth. */
const UNIT = 1 / 32;

export interface PointBench {
  readonly bench: Bench;
  /** The picture of the points. */
  frame(points: readonly Point[]): PolarFrame;
  /** Complex lines (re, im by sample) of the first columns, as the receiver has them before it takes the envelope. */
  lines(points: readonly Point[], count: number): Float64Array[];
}

/** @param most points that it can hold */
export const createPointBench = (settings: ImagingSettings, path: KernelPath, most: number): PointBench => {
  const kernels = createKernels(path);
  const stride = 4 * Math.ceil(most / 4);
  const arena = kernels.float32(4 * stride);
  const axes = kernels.float32(12);
  // u along x, v along y, n along s
  axes.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const bench = createBench(settings, kernels);
  const { plan, tables, grid } = bench;
  const { lines, samples, startMm, mmPerSample } = settings;
  tables.transmission.fill(1);
  tables.work[WORK.at] = 0;
  tables.work[WORK.stride] = stride;
  tables.work[WORK.slice] = 0;
  scheduleLines(POSE, plan, bench.schedule);

  const hear = (points: readonly Point[]): void => {
    if (points.length > most) throw new RangeError(`${points.length} points are more than ${most}`);
    arena.fill(FAR_AWAY_MM, 0, 3 * stride);
    arena.fill(0, 3 * stride);
    points.forEach(({ x, y, along, amplitude }, i) => {
      arena[i] = along;
      arena[i + stride] = x;
      arena[i + 2 * stride] = y;
      arena[i + 3 * stride] = amplitude * UNIT;
    });
    grid.fill(0);
    const pose = { s: 0, x: 0, y: 0, axes, insideMm: 0, advanceMm: 0, labelled: false };
    kernels.splat(tables, pose, arena, 1, grid);
    kernels.beam(grid, bench.spectra, plan.columns, plan.blocks);
  };

  return {
    bench,
    frame: (points) => {
      hear(points);
      const { source, weight } = bench.schedule;
      kernels.receive({
        grid,
        columns: plan.columns,
        lines,
        samples,
        source,
        weight,
        taps: bench.taps,
        reach: plan.reach,
        offset: bench.offset,
        noise: 0,
        frameSeed: 1,
        smooth: 0,
        out: bench.picture,
      });
      const data = bench.picture.slice();
      return { lines, samples, startMm, mmPerSample, data, pose: POSE, editsVersion: 0, frameSeed: 1 };
    },
    lines: (points, count) => {
      hear(points);
      return Array.from({ length: count }, (_, column) => filtered(bench, column));
    },
  };
};

/** One column of a grid along range, filtered by the pulse of each range (re, im by sample). */
export const filtered = (
  { plan, grid, taps }: Bench,
  column: number,
  first = 0,
  count = plan.settings.samples,
): Float64Array => {
  const { samples } = plan.settings;
  const out = new Float64Array(2 * count);
  for (let n = 0; n < count; n++) {
    const k = first + n;
    for (let i = -plan.reach; i <= plan.reach; i++) {
      if (k + i < 0 || k + i >= samples) continue;
      const tap = taps[Math.abs(i) * samples + k]!;
      const j = basebandIndex(plan.columns, column, k + i);
      out[2 * n] = out[2 * n]! + tap * grid[j]!;
      out[2 * n + 1] = out[2 * n + 1]! + tap * grid[j + 4]!;
    }
  }
  return out;
};
