/**
 * @file Flowing blood: its speckle is new in every frame, so it needs no scatterers, only fresh complex noise.
 *
 * Cells cross the beam within 1 - 5 ms, a frame takes 33 ms; the sum of very many unresolved echoes is a complex
 * Gaussian per node, which beam and pulse then shape like any other speckle.
 */
import { hash32, streamSeed } from '../math/rng.ts';
import type { Baseband } from './baseband.ts';
import { dbToAmplitude, FLOWS, LEVEL_DB } from './media.ts';
import type { FramePlan } from './plan.ts';
import type { Trace } from './trace.ts';
import { VOID_LABEL } from './trace.ts';
import { GAUSSIAN, GAUSSIANS } from './waves.ts';

const LEVEL = LEVEL_DB.map(dbToAmplitude);

/** Adds blood to the grid wherever the trace found a material that flows. */
export const addBlood = (plan: FramePlan, trace: Trace, frameSeed: number, out: Baseband): void => {
  const { lines, samples } = plan.settings;
  const { nodeGain, pitch } = plan;
  const { labels, transmission } = trace;
  const traced = plan.trace.lines;
  const seed = streamSeed(frameSeed, 'blood');
  const perLine = traced / lines;
  const perSample = plan.trace.samples / samples;
  // local names: the loop must not look across modules
  const table = GAUSSIAN;
  const mask = GAUSSIANS - 1;
  const flows = FLOWS;
  const level = LEVEL;
  const nothing = VOID_LABEL;
  for (let k = 0; k < samples; k++) {
    const row = ((k * perSample) | 0) * traced;
    const from = hash32(seed, k);
    const gain = nodeGain[k]!;
    for (let line = 0; line < lines; line++) {
      let c = (line * perLine + 0.5) | 0;
      if (c >= traced) c -= traced;
      const label = labels[row + c]!;
      if (label === nothing || flows[label] === 0) continue;
      const a = level[label]! * gain * transmission[row + c]!;
      const j = k * pitch + 2 * line;
      out[j] = out[j]! + a * table[(from + 2 * line) & mask]!;
      out[j + 1] = out[j + 1]! + a * table[(from + 2 * line + 1) & mask]!;
    }
  }
};
