/**
 * @file Uneven rotation (NURD): which way the element really looks on a line, and on which line a direction is drawn.
 *
 * Angles are the image's own (psi): from line 0, right-handed about the distal axis. What is drawn at theta was heard
 * at theta + sum a_n sin(n theta + phi_n). While the element never turns back, n a_n adds up to less than 1 and the
 * way back is unique. Both functions take a whole turn more in as a whole turn more out.
 */
import { cos, sin } from '../math/trig.ts';
import type { Harmonic } from './frame.ts';

/** The slowest stretch of a turn keeps a tenth of the mean speed: terms that ask for more are scaled down together. */
const STEEPEST = 0.9;
/** Error of `drawnAngle`, rad, and the most steps it takes: halving alone gets there in 50. */
const CLOSE_RAD = 1e-13;
const MOST_STEPS = 60;

type Terms = readonly Harmonic[] | undefined;

/** 1, or the factor that makes the terms harmless. */
const calmed = (terms: readonly Harmonic[]): number => {
  let slope = 0;
  for (let n = 0; n < terms.length; n++) slope += (n + 1) * Math.abs(terms[n]!.amplitudeRad);
  return slope > STEEPEST ? STEEPEST / slope : 1;
};

const lead = (terms: readonly Harmonic[], scale: number, angle: number): number => {
  let sum = 0;
  for (let n = 0; n < terms.length; n++) {
    sum += terms[n]!.amplitudeRad * sin((n + 1) * angle + terms[n]!.phaseRad);
  }
  return scale * sum;
};

/** Slope of the true angle over the drawn one, above 0. */
const slopeAt = (terms: readonly Harmonic[], scale: number, angle: number): number => {
  let sum = 0;
  for (let n = 0; n < terms.length; n++) {
    sum += (n + 1) * terms[n]!.amplitudeRad * cos((n + 1) * angle + terms[n]!.phaseRad);
  }
  return 1 + scale * sum;
};

/** Where the element looked for what is drawn at an angle, rad. */
export const trueAngle = (drawnRad: number, nurd: Terms): number =>
  nurd && nurd.length > 0 ? drawnRad + lead(nurd, calmed(nurd), drawnRad) : drawnRad;

/** Where the image draws what lies at a true angle, rad: the inverse of `trueAngle`. */
export const drawnAngle = (trueRad: number, nurd: Terms): number => {
  if (!nurd || nurd.length === 0) return trueRad;
  const scale = calmed(nurd);
  const reach = scale * nurd.reduce((sum, { amplitudeRad }) => sum + Math.abs(amplitudeRad), 0);
  let low = trueRad - reach;
  let high = trueRad + reach;
  let angle = trueRad;
  for (let step = 0; step < MOST_STEPS; step++) {
    const over = angle + lead(nurd, scale, angle) - trueRad;
    if (Math.abs(over) < CLOSE_RAD) break;
    if (over > 0) high = angle;
    else low = angle;
    const newton = angle - over / slopeAt(nurd, scale, angle);
    angle = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return angle;
};
