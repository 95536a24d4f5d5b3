/** @file Tables for the inner loops: carrier phase, Gaussian noise. */
import { mix32 } from '../math/rng.ts';

/** Steps per turn: 1/1024 turn is 44 dB below any echo, and the table stays in the nearest cache. A power of two, so
 *  that wrapping is a mask. */
export const PHASE_STEPS = 1024;

/** exp(-j 2 pi i / PHASE_STEPS), real and imaginary parts alternating. */
export const PHASE = Float32Array.from({ length: 2 * PHASE_STEPS }, (_, i) => {
  const turn = (2 * Math.PI * (i >> 1)) / PHASE_STEPS;
  return i & 1 ? -Math.sin(turn) : Math.cos(turn);
});

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
