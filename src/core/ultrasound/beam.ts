/** @file The beam: every echo is heard on neighbouring lines too, by the two-way width at its depth. */
import type { RecursiveGaussian } from './recursive-gaussian.ts';

/**
 * Filters a line-major grid (lines x samples) across its lines, periodic in angle, in place.
 * @param samples numbers per line, one filter entry each (twice the depth samples for complex data).
 * @param rows at least three lines of scratch (3 x samples).
 */
export const applyBeam = (
  grid: Float32Array,
  lines: number,
  samples: number,
  filter: RecursiveGaussian,
  rows: Float32Array,
): void => {
  sweep(grid, lines, samples, filter, rows, 1);
  sweep(grid, lines, samples, filter, rows, -1);
};

/** One recursive pass in direction `step`, warmed up over the lines just before its first. */
const sweep = (
  grid: Float32Array,
  lines: number,
  samples: number,
  { b, a1, a2, a3, warmUp }: RecursiveGaussian,
  rows: Float32Array,
  step: 1 | -1,
): void => {
  rows.fill(0, 0, 3 * samples);
  const first = step === 1 ? 0 : lines - 1;
  // Warm-up on the untouched lines: outputs live in three rotating rows.
  const lead = Math.min(lines, warmUp.length - 1);
  let p1 = 0;
  let p2 = samples;
  let p3 = 2 * samples;
  for (let d = lead; d >= 1; d--) {
    const at = ((((first - step * d) % lines) + lines) % lines) * samples;
    const count = warmUp[d]!;
    for (let k = 0; k < count; k++) {
      rows[p3 + k] =
        b[k]! * grid[at + k]! + a1[k]! * rows[p1 + k]! + a2[k]! * rows[p2 + k]! + a3[k]! * rows[p3 + k]!;
    }
    const oldest = p3;
    p3 = p2;
    p2 = p1;
    p1 = oldest;
  }
  let line = first;
  for (let i = 0; i < lines; i++) {
    const at = line * samples;
    if (i < 3) {
      // the first three lines still look back into the warm-up rows
      const y1 = i >= 1 ? grid : rows;
      const y2 = i >= 2 ? grid : rows;
      const o1 = i >= 1 ? at - step * samples : p1;
      const o2 = i >= 2 ? at - 2 * step * samples : i === 1 ? p1 : p2;
      const o3 = i === 2 ? p1 : i === 1 ? p2 : p3;
      for (let k = 0; k < samples; k++) {
        grid[at + k] =
          b[k]! * grid[at + k]! + a1[k]! * y1[o1 + k]! + a2[k]! * y2[o2 + k]! + a3[k]! * rows[o3 + k]!;
      }
    } else {
      filterLine(grid, at, step * samples, samples, b, a1, a2, a3);
    }
    line += step;
  }
};

/** The hot loop: one line from its input and the three lines before it. */
const filterLine = (
  grid: Float32Array,
  at: number,
  stride: number,
  samples: number,
  b: Float32Array,
  a1: Float32Array,
  a2: Float32Array,
  a3: Float32Array,
): void => {
  const o1 = at - stride;
  const o2 = o1 - stride;
  const o3 = o2 - stride;
  for (let k = 0; k < samples; k++) {
    grid[at + k] =
      b[k]! * grid[at + k]! + a1[k]! * grid[o1 + k]! + a2[k]! * grid[o2 + k]! + a3[k]! * grid[o3 + k]!;
  }
};
