/** @file Penumbra: the beam is as wide as the element, so a shadow's edge is soft. */
import { FWHM } from '../../math/fwhm.ts';
import { byBlock, type FramePlan } from '../plan.ts';
import { filterTurns, type RecursiveGaussian, recursiveGaussian } from './recursive-gaussian.ts';

/** Share of the two-way beam width by which transmission is blurred. Echoes then pass the beam itself, which
 *  widens the edge further; together they give a 10-90 % penumbra of about one beam width. */
export const PENUMBRA = 0.45;

/** The filter that softens transmission on the plan's trace grid. */
export const penumbraFilter = (plan: FramePlan): RecursiveGaussian => {
  const { lines, samples } = plan.trace;
  const sigma = new Float32Array(samples);
  for (let k = 0; k < samples; k++) {
    const sample = ((k + 0.5) * plan.settings.samples) / samples - 0.5;
    sigma[k] = ((PENUMBRA * byBlock(plan.beam.widthRad, sample)) / FWHM / (2 * Math.PI)) * lines;
  }
  return recursiveGaussian(sigma);
};

/** Softens transmission across lines, in place, two ranges at a time (the trace keeps a spare row for the last). */
export const softenShadows = (
  transmission: Float32Array,
  plan: FramePlan,
  filter: RecursiveGaussian,
): void => {
  const { lines, samples } = plan.trace;
  for (let k = 0; k < samples; k += 2) {
    filterTurns(transmission, k * lines, (k + 1) * lines, 1, lines, filter, k, Math.min(k + 1, samples - 1));
  }
};
