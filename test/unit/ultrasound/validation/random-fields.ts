/** @file Random numbers and fields of known statistics, to try the instruments on. */
import { createStream, type Stream } from '../../../../src/core/math/rng.ts';

/** Exactly normal (Box-Muller): the tails matter to statistics of intensity. */
export const normal = (stream: Stream): number =>
  Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next());

/** Gamma distributed with mean 1 (Marsaglia & Tsang, ACM TOMS 26 (2000) 363). */
export const gamma = (stream: Stream, shape: number): number => {
  const boost = shape < 1 ? stream.next() ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  for (;;) {
    const x = normal(stream);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v <= 0) continue;
    const u = 1 - stream.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v * boost) / shape;
  }
};

/** n independent Rayleigh envelopes, each scaled by the root of a gamma value if a shape is given. */
export const envelopes = (seed: number, n: number, shape?: number): Float64Array => {
  const stream = createStream(seed, 'envelopes');
  return Float64Array.from({ length: n }, () => {
    const texture = shape === undefined ? 1 : gamma(stream, shape);
    return Math.sqrt(texture) * Math.hypot(normal(stream), normal(stream));
  });
};

/** White complex Gaussian field, re and im interleaved. */
export const whiteField = (seed: number, count: number): Float64Array => {
  const stream = createStream(seed, 'field');
  return Float64Array.from({ length: 2 * count }, () => normal(stream));
};

/**
 * Complex Gaussian field, line-major, filtered with Gaussians of standard deviations (lines, samples): its complex
 * correlation at a lag d is exp(-d^2 / 4 s^2), that of its intensity exp(-d^2 / 2 s^2).
 */
export const smoothField = (
  seed: number,
  lines: number,
  samples: number,
  sd: readonly [number, number],
): Float64Array => {
  const reach = [Math.ceil(4 * sd[0]), Math.ceil(4 * sd[1])] as const;
  const wide = lines + 2 * reach[0];
  const deep = samples + 2 * reach[1];
  const white = whiteField(seed, wide * deep);
  const along = new Float64Array(2 * wide * samples);
  for (let l = 0; l < wide; l++) {
    for (let k = 0; k < samples; k++) {
      for (let j = -reach[1]; j <= reach[1]; j++) {
        const weight = Math.exp(-0.5 * (j / sd[1]) ** 2);
        const from = 2 * (l * deep + k + j + reach[1]);
        along[2 * (l * samples + k)]! += weight * white[from]!;
        along[2 * (l * samples + k) + 1]! += weight * white[from + 1]!;
      }
    }
  }
  const field = new Float64Array(2 * lines * samples);
  for (let l = 0; l < lines; l++) {
    for (let j = -reach[0]; j <= reach[0]; j++) {
      const weight = Math.exp(-0.5 * (j / sd[0]) ** 2);
      const from = 2 * (l + j + reach[0]) * samples;
      for (let i = 0; i < 2 * samples; i++) field[2 * l * samples + i]! += weight * along[from + i]!;
    }
  }
  return field;
};
