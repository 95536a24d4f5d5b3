/** @file Tables for the inner loops: carrier phase, slice weight, Gaussian noise. */
import { mix32 } from '../math/rng.ts';

/** Steps per turn; 1/4096 turn is far below any phase that matters. A power of two, so that wrapping is a mask. */
export const PHASE_STEPS = 4096;

/** exp(-j 2 pi i / PHASE_STEPS) */
export const PHASE_COS = Float32Array.from({ length: PHASE_STEPS }, (_, i) =>
  Math.cos((2 * Math.PI * i) / PHASE_STEPS),
);
export const PHASE_SIN = Float32Array.from(
  { length: PHASE_STEPS },
  (_, i) => -Math.sin((2 * Math.PI * i) / PHASE_STEPS),
);

/** Slice weight exp(-x) for x in 0 .. 4.5 (three standard deviations). */
export const SLICE_STEPS = 1024;
export const SLICE_WEIGHT = Float32Array.from({ length: SLICE_STEPS + 1 }, (_, i) =>
  Math.exp((-4.5 * (i + 0.5)) / SLICE_STEPS),
);

/** Standard normal numbers, read from a hashed offset per line and purpose. */
export const GAUSSIANS = 1 << 16;
export const GAUSSIAN = (() => {
  const out = new Float32Array(GAUSSIANS);
  for (let i = 0; i < GAUSSIANS; i += 2) {
    const u = (mix32(2 * i + 1) + 1) / 4294967297;
    const v = mix32(2 * i + 2) / 4294967296;
    const radius = Math.sqrt(-2 * Math.log(u));
    out[i] = radius * Math.cos(2 * Math.PI * v);
    out[i + 1] = radius * Math.sin(2 * Math.PI * v);
  }
  return out;
})();

/** A short run of the same, clipped at two: how far to one side a scatterer is heard, in standard deviations. */
export const SIDEWAYS_COUNT = 1024;
export const SIDEWAYS = GAUSSIAN.slice(0, SIDEWAYS_COUNT).map((g) => Math.max(-2, Math.min(2, g)));
