/** @file Adds a mirror-like echo at an exact range on one line: the common last step of walls, calcium and metal. */

import type { Baseband } from './baseband.ts';
import type { FramePlan } from './plan.ts';
import { PHASE, PHASE_STEPS } from './waves.ts';

/** Amplitude `a` (1 = full scale after beam and pulse), phase in turns. Ranges outside the grid are dropped. */
export const addEcho = (
  out: Baseband,
  plan: FramePlan,
  line: number,
  rangeMm: number,
  a: number,
  turns: number,
): void => {
  const { startMm, mmPerSample, samples } = plan.settings;
  const f = (rangeMm - startMm) / mmPerSample;
  const k = Math.floor(f);
  if (!(k >= 0) || k > samples - 2) return;
  const w = f - k;
  const q = Math.floor(turns * PHASE_STEPS) & (PHASE_STEPS - 1);
  const ar = a * PHASE[2 * q]!;
  const ai = a * PHASE[2 * q + 1]!;
  const j = k * plan.pitch + 2 * line;
  const next = j + plan.pitch;
  out[j] = out[j]! + ar * (1 - w);
  out[j + 1] = out[j + 1]! + ai * (1 - w);
  out[next] = out[next]! + ar * w;
  out[next + 1] = out[next + 1]! + ai * w;
};

/** First side lobe of a flat square element, two-way: 26 dB down (sinc squared). */
const SIDE_LOBE = 10 ** (-26 / 20);
/** Side lobes reach this many beam widths (half amplitude) to either side. */
const LOBE_REACH = 2.5;

/**
 * Adds a strong reflector as the whole beam hears it: spread to the beam's width, with a skirt of side lobes at its
 * own range, which draws an arc on the screen. Extended surfaces keep their amplitude; see `pointGain` for points.
 */
export const addReflector = (
  out: Baseband,
  plan: FramePlan,
  line: number,
  rangeMm: number,
  a: number,
  turns: number,
): void => {
  const { startMm, mmPerSample, samples, lines } = plan.settings;
  const k = Math.round((rangeMm - startMm) / mmPerSample);
  if (k < 0 || k >= samples || a < NOTHING) return;
  const spread = plan.spreadSigmaLines[k]!;
  const sigma = plan.beamSigmaLines[k]!;
  const width = 2.3548 * sigma;
  const lobesFrom = 0.9 * width;
  const lobesTo = LOBE_REACH * width;
  const lobe = (SIDE_LOBE * a) / Math.max(1, sigma * SQRT_TAU);
  const wide = spread > 0.3;
  let centre = wide ? a / (spread * SQRT_TAU) : a;
  // exp(-(d + 1)^2 / 2 s^2) from that of d: the ratio itself falls by a constant ratio
  const fall = wide ? Math.exp(-1 / (spread * spread)) : 0;
  let ratio = wide ? Math.sqrt(fall) : 0;
  // beyond this nothing is left, of lobes or centre
  const reach = lobe < NOTHING ? Math.min(lobesTo, 5 * spread) : lobesTo;
  const half = Math.min(lines >> 1, Math.ceil(reach));
  for (let d = 0; d <= half; d++) {
    let level = centre;
    centre *= ratio;
    ratio *= fall;
    if (d >= lobesFrom) level += lobe * Math.max(0, 1 - (d - lobesFrom) / (lobesTo - lobesFrom));
    if (level < NOTHING) continue;
    addEcho(out, plan, (line + d) % lines, rangeMm, level, turns);
    if (d > 0) addEcho(out, plan, (line - d + lines) % lines, rangeMm, level, turns);
  }
};

/** Factor that gives a reflector covering `coveredLines` its full echo at the centre of the beam. */
export const pointGain = (plan: FramePlan, rangeMm: number, coveredLines: number): number => {
  const k = Math.round((rangeMm - plan.settings.startMm) / plan.settings.mmPerSample);
  const sigma = plan.beamSigmaLines[Math.min(plan.settings.samples - 1, Math.max(0, k))]!;
  return Math.max(1, (sigma * SQRT_TAU) / Math.max(1, coveredLines));
};

const SQRT_TAU = Math.sqrt(2 * Math.PI);
/** 100 dB below full scale. */
const NOTHING = 1e-5;
