/** @file The catheter itself: the two faces of its window, and what remains of the ring-down around it. */
import { hash32, streamSeed, toUnit } from '../math/rng.ts';
import type { Baseband } from './baseband.ts';
import { addEcho } from './echo.ts';
import type { FramePlan } from './plan.ts';
import { GAUSSIAN, GAUSSIANS } from './waves.ts';

/** Polymer window in saline, R = 0.08 (-22 dB); the wall is 50 - 90 um thick. */
const OUTER_FACE = 0.075;
const INNER_FACE = 0.05;
const WINDOW_MM = 0.07;
/** Ring-down at the element's face after the console has subtracted its stored template, and its decay. ASSUMED:
 *  -34 dB, falling 20 dB every 0.2 mm. */
const RING_DOWN = 10 ** (-34 / 20);
const RING_DOWN_DECAY_MM = 0.2 / Math.LN10;
/** The residue goes around slowly: this many lobes per turn. */
const LOBES = 5;

/** Adds window and ring-down after the beam (they are the probe's own, so the beam does not spread them). */
export const addCatheter = (
  plan: FramePlan,
  sheathRadiusMm: number,
  frameSeed: number,
  out: Baseband,
): void => {
  const { lines, samples, startMm, mmPerSample } = plan.settings;
  const drift = toUnit(hash32(streamSeed(frameSeed, 'ring-down'), 0));
  const reach = Math.min(samples, Math.ceil((sheathRadiusMm + 0.45 - startMm) / mmPerSample));
  const fall = Math.exp(-mmPerSample / RING_DOWN_DECAY_MM);
  for (let line = 0; line < lines; line++) {
    const turn = line / lines;
    const sway = 0.75 + 0.25 * Math.cos(2 * Math.PI * (turn + 0.13));
    addEcho(out, plan, line, sheathRadiusMm, OUTER_FACE * sway, 0);
    addEcho(out, plan, line, sheathRadiusMm - WINDOW_MM, INNER_FACE * sway, 0);
    const unevenness = 1 + 0.5 * Math.sin(2 * Math.PI * (LOBES * turn + 0.1 * drift));
    let a = RING_DOWN * unevenness;
    for (let k = 0; k < reach; k++, a *= fall) {
      const j = k * plan.pitch + 2 * line;
      // a fixed wave train in depth, the same on every line
      out[j] = out[j]! + a * GAUSSIAN[(3 * k) & (GAUSSIANS - 1)]!;
      out[j + 1] = out[j + 1]! + a * GAUSSIAN[(3 * k + 1) & (GAUSSIANS - 1)]!;
    }
  }
};
