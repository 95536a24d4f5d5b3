/** @file The beam: every echo is heard on neighbouring lines too, by the two-way width at its depth. */
import type { Baseband } from './baseband.ts';
import type { FramePlan } from './plan.ts';
import type { RecursiveGaussian } from './recursive-gaussian.ts';

/** Filters every range of the picture across its lines, periodic in angle, in place. */
export const applyBeam = (grid: Baseband, plan: FramePlan): void => {
  const { lines, samples } = plan.settings;
  for (let k = 0; k < samples; k++) {
    const row = k * plan.pitch;
    filterTurns(grid, row, row + 1, 2, lines, plan.beam, k, k);
  }
};

/**
 * Two independent turns at once (the processor overlaps them): entries a + i step and b + i step, i < lines, with the
 * filter's coefficients ka and kb. Once forward and once backward, each warmed up over the lines just before.
 */
export const filterTurns = (
  data: Float32Array,
  a: number,
  b: number,
  step: number,
  lines: number,
  filter: RecursiveGaussian,
  ka: number,
  kb: number,
): void => {
  const warm = Math.min(lines, Math.max(filter.warmUp[ka]!, filter.warmUp[kb]!));
  const length = lines * step;
  const lead = warm * step;
  const pa = filter.b[ka]!;
  const a1 = filter.a1[ka]!;
  const a2 = filter.a2[ka]!;
  const a3 = filter.a3[ka]!;
  const pb = filter.b[kb]!;
  const b1 = filter.a1[kb]!;
  const b2 = filter.a2[kb]!;
  const b3 = filter.a3[kb]!;
  // the three outputs before this one, of both turns
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let v1 = 0;
  let v2 = 0;
  let v3 = 0;
  for (let i = length - lead; i < length; i += step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  for (let i = 0; i < length; i += step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    data[a + i] = u;
    data[b + i] = v;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  u1 = u2 = u3 = v1 = v2 = v3 = 0;
  for (let i = lead - step; i >= 0; i -= step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  for (let i = length - step; i >= 0; i -= step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    data[a + i] = u;
    data[b + i] = v;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
};
