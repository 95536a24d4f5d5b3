/**
 * @file Flowing blood: its speckle is new in every frame, so it needs no scatterers, only fresh complex noise.
 *
 * Cells cross the beam within 1 - 5 ms, a frame takes 33 ms; the sum of very many unresolved echoes is a complex
 * Gaussian per node, which beam and pulse then shape like any other speckle.
 */
import { hash32, streamSeed } from '../math/rng.ts';
import type { Baseband } from './baseband.ts';
import { ACOUSTICS, byMaterial, dbToAmplitude } from './media.ts';
import type { FramePlan } from './plan.ts';
import type { Trace } from './trace.ts';
import { VOID_LABEL } from './trace.ts';
import { GAUSSIAN, GAUSSIANS } from './waves.ts';

const FLOWS = byMaterial((medium) => (medium.flows ? 1 : 0));
const LEVEL = dbToAmplitude(ACOUSTICS.blood.levelDb);

/** Adds blood to the grid wherever the trace found a material that flows. */
export const addBlood = (plan: FramePlan, trace: Trace, frameSeed: number, out: Baseband): void => {
  const { lines, samples } = plan.settings;
  const { nodeGain } = plan;
  const seed = streamSeed(frameSeed, 'blood');
  const perLine = plan.trace.lines / lines;
  const perSample = plan.trace.samples / samples;
  const table = GAUSSIAN;
  const mask = GAUSSIANS - 1;
  const nothing = VOID_LABEL;
  for (let line = 0; line < lines; line++) {
    const row = (Math.floor(line * perLine + 0.5) % plan.trace.lines) * plan.trace.samples;
    const from = hash32(seed, line);
    for (let k = 0; k < samples; k++) {
      const node = row + ((k * perSample) | 0);
      const label = trace.labels[node]!;
      if (label === nothing || FLOWS[label] === 0) continue;
      const a = LEVEL * nodeGain[k]! * trace.transmission[node]!;
      const j = 2 * (line * samples + k);
      out[j] = out[j]! + a * table[(from + 2 * k) & mask]!;
      out[j + 1] = out[j + 1]! + a * table[(from + 2 * k + 1) & mask]!;
    }
  }
};
