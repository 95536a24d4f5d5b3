/**
 * @file First-order statistics of speckle: what the histogram of an envelope says about the scatterers.
 *
 * Envelopes are amplitudes; samples should be about one per speckle cell where an error is stated, since errors count
 * independent values. Fully developed speckle is Rayleigh distributed: mean / SD 1.913, 5.57 dB, Nakagami m = 1.
 */
import { digamma, trigamma } from './special-functions.ts';

/** sqrt(pi / (4 - pi)): mean / SD of a Rayleigh envelope. */
export const RAYLEIGH_SNR = Math.sqrt(Math.PI / (4 - Math.PI));
/** (20 / ln 10) pi / sqrt(24): SD of a Rayleigh envelope in dB. */
export const RAYLEIGH_DB = ((20 / Math.LN10) * Math.PI) / Math.sqrt(24);
/** Standard error of the SNR of n independent Rayleigh values is this / sqrt(n) (delta method). */
export const SNR_ERROR = 1.357;

/** Mean / SD of an envelope. */
export const envelopeSnr = (envelope: ArrayLike<number>): number => {
  const n = envelope.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += envelope[i]! / n;
  let variance = 0;
  for (let i = 0; i < n; i++) variance += (envelope[i]! - mean) ** 2 / n;
  return mean / Math.sqrt(variance);
};

/** SD of 20 log10 of an envelope, dB. Zeros are left out. */
export const logSdDb = (envelope: ArrayLike<number>): number => {
  const db: number[] = [];
  for (let i = 0; i < envelope.length; i++) {
    if (envelope[i]! > 0) db.push(20 * Math.log10(envelope[i]!));
  }
  const mean = db.reduce((sum, v) => sum + v, 0) / db.length;
  return Math.sqrt(db.reduce((sum, v) => sum + (v - mean) ** 2, 0) / db.length);
};

/**
 * Largest distance between the distribution of an envelope and the Rayleigh law of the same mean square
 * (Kolmogorov-Smirnov). n independent Rayleigh values with a fitted scale exceed 1.08 / sqrt(n) one time in twenty
 * (Lilliefors' correction for the exponential law: the intensity of a Rayleigh envelope is exponential).
 */
export const rayleighDistance = (envelope: ArrayLike<number>): number => {
  const sorted = Float64Array.from(envelope).sort();
  const n = sorted.length;
  const meanSquare = sorted.reduce((sum, v) => sum + v * v, 0) / n;
  let worst = 0;
  sorted.forEach((v, i) => {
    const law = 1 - Math.exp((-v * v) / meanSquare);
    worst = Math.max(worst, Math.abs(law - i / n), Math.abs(law - (i + 1) / n));
  });
  return worst;
};

export interface Estimate {
  readonly value: number;
  /** For independent samples; multiply by sqrt(samples / independent cells) for others. */
  readonly standardError: number;
}

/** Nakagami m by maximum likelihood: intensity is gamma distributed, ln m - digamma(m) = ln <I> - <ln I>. */
export const nakagami = (envelope: ArrayLike<number>): Estimate => {
  let n = 0;
  let mean = 0;
  let meanLog = 0;
  for (let i = 0; i < envelope.length; i++) {
    const intensity = envelope[i]! ** 2;
    if (!(intensity > 0)) continue;
    n++;
    mean += intensity;
    meanLog += Math.log(intensity);
  }
  const s = Math.log(mean / n) - meanLog / n;
  // start: Minka's approximation; Newton on 1 / m converges in a few steps from there
  let m = (3 - s + Math.sqrt((s - 3) ** 2 + 24 * s)) / (12 * s);
  for (let step = 0; step < 8; step++) {
    const miss = Math.log(m) - digamma(m) - s;
    m = 1 / (1 / m + miss / (m * m * (1 / m - trigamma(m))));
  }
  return { value: m, standardError: Math.sqrt(m / (n * (m * trigamma(m) - 1))) };
};

/** Nakagami m by moments: <I>^2 / var I. Twice the variance of the likelihood's near m = 1, but no iteration. */
export const nakagamiByMoments = (envelope: ArrayLike<number>): number => {
  const n = envelope.length;
  let first = 0;
  let second = 0;
  for (let i = 0; i < n; i++) {
    const intensity = envelope[i]! ** 2;
    first += intensity / n;
    second += (intensity * intensity) / n;
  }
  return (first * first) / (second - first * first);
};

/**
 * Shape m of the K-distribution: an intensity whose local mean is itself gamma distributed with shape m.
 *
 * X = <I ln I> / <I> - <ln I> is exactly 1 + 1 / m (Blacknell & Tough, IEE Proc. Radar Sonar Navig. 148 (2001) 309), so
 * m = 1 / (X - 1). It needs no fourth power of the envelope, so its variance is far below that of the usual
 * 2 / (<I^2> / <I>^2 - 2): by the delta method m^4 var(X), var(X) that of each value's influence on X, measured on the
 * data. Infinity where the samples are no more uneven than Rayleigh.
 */
export const kShape = (envelope: ArrayLike<number>): Estimate => {
  const intensities: number[] = [];
  for (let i = 0; i < envelope.length; i++) if (envelope[i]! > 0) intensities.push(envelope[i]! ** 2);
  const n = intensities.length;
  let mean = 0;
  let meanLog = 0;
  let product = 0;
  for (const intensity of intensities) {
    const log = Math.log(intensity);
    mean += intensity / n;
    meanLog += log / n;
    product += (intensity * log) / n;
  }
  const ratio = product / mean;
  const x = ratio - meanLog;
  if (x <= 1) return { value: Number.POSITIVE_INFINITY, standardError: Number.POSITIVE_INFINITY };
  let variance = 0;
  for (const intensity of intensities) {
    const log = Math.log(intensity);
    const influence = (intensity * (log - ratio)) / mean - (log - meanLog);
    variance += influence ** 2 / n;
  }
  const shape = 1 / (x - 1);
  return { value: shape, standardError: shape * shape * Math.sqrt(variance / n) };
};
