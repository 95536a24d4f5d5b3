/** @file The sampled pulse: a Gaussian packet, and how it is built from short steps where it is short enough. */
import { FWHM, pulseLengthMm } from './probe.ts';

export interface PulseShape {
  /** Right half of the symmetric pulse, first tap 1. */
  readonly taps: Float32Array;
  /** The pulse as PULSE_STAGES filters (side, 1, side) after one another, times scale; null for a long pulse. */
  readonly stages: { readonly side: number; readonly scale: number } | null;
}

export const PULSE_STAGES = 4;
/** Beyond this variance per stage, samples^2, four of them are no longer like a Gaussian. */
const LONGEST_STAGE = 0.72;

/** The pulse at a frequency on a grid of ranges. */
export const pulseShape = (frequencyMHz: number, mmPerSample: number): PulseShape => {
  const pulseSigma = pulseLengthMm(frequencyMHz) / FWHM / mmPerSample;
  // sharing an echo between two samples has widened it by 1/6 sample^2 (variance) already
  const variance = Math.max(0.1, pulseSigma * pulseSigma - 1 / 6);
  const perStage = stageVariance(variance);
  if (perStage > LONGEST_STAGE) return { taps: gaussian(Math.sqrt(variance)), stages: null };
  // (side, 1, side) has the variance 2 side / (1 + 2 side)
  const side = perStage / (2 * (1 - perStage));
  let whole = [1];
  for (let i = 0; i < PULSE_STAGES; i++) {
    const before = [0, 0, ...whole, 0, 0];
    whole = Array.from(
      { length: whole.length + 2 },
      (_, k) => side * before[k]! + before[k + 1]! + side * before[k + 2]!,
    );
  }
  const peak = whole[PULSE_STAGES]!;
  return {
    taps: Float32Array.from(whole.slice(PULSE_STAGES), (tap) => tap / peak),
    stages: { side, scale: 1 / peak },
  };
};

/**
 * Variance of each stage, so that the four together are as wide at half amplitude as a Gaussian of `variance`. Their
 * shape differs by its excess kurtosis g; to first order (Edgeworth) that changes the width by
 * about 1 - 0.2 g.
 */
const stageVariance = (variance: number): number => {
  let each = variance / PULSE_STAGES;
  for (let i = 0; i < 4; i++) {
    const excess = Math.min(0.5, (1 / each - 3) / PULSE_STAGES);
    each = variance / PULSE_STAGES / (1 - 0.22 * excess) ** 2;
  }
  return each;
};

/** Sum of the squares of the whole pulse. */
export const energy = (half: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < half.length; i++) sum += (i === 0 ? 1 : 2) * half[i]! * half[i]!;
  return sum;
};

/** Right half of a sampled Gaussian, cut where it is below 1 %. */
const gaussian = (sigma: number): Float32Array =>
  Float32Array.from({ length: Math.ceil(3 * sigma) + 1 }, (_, i) => Math.exp(-0.5 * (i / sigma) ** 2));
