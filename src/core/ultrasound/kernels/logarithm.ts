/** @file The logarithm of power in words of the frame, as the fast path computes it. */
import { DB_STEP } from '../frame.ts';

/** Words per octave of power. */
const OCTAVE = (10 * Math.log10(2)) / DB_STEP;

/** log2(1 + x) = x (c0 + c1 x + ...) for 0 <= x < 1, exact at the six Chebyshev nodes of that range; error < 8e-6,
 *  which is 2.3e-5 dB or a hundredth of a word. */
export const LOG2_COEFFICIENTS: readonly number[] = [
  1.44268147, -0.720358773, 0.468658879, -0.30163801, 0.144471096, -0.033822046,
];

/** Words per octave, then the coefficients in words. */
export const LOG_SCALE: readonly number[] = [OCTAVE, ...LOG2_COEFFICIENTS.map((c) => OCTAVE * c)];
