/** @file Digamma and trigamma functions, for likelihoods of gamma-distributed intensities. */

/** Below this the recurrence lifts the argument to where the asymptotic series is exact to 1e-12. */
const LARGE = 10;

/** Derivative of ln gamma at x > 0 (Abramowitz & Stegun 6.3.5, 6.3.18). */
export const digamma = (x: number): number => {
  let lift = 0;
  let z = x;
  while (z < LARGE) {
    lift -= 1 / z;
    z += 1;
  }
  const s = 1 / (z * z);
  return (
    lift + Math.log(z) - 0.5 / z - s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s / 132))))
  );
};

/** Second derivative of ln gamma at x > 0 (Abramowitz & Stegun 6.4.6, 6.4.12). */
export const trigamma = (x: number): number => {
  let lift = 0;
  let z = x;
  while (z < LARGE) {
    lift += 1 / (z * z);
    z += 1;
  }
  const s = 1 / (z * z);
  return lift + 1 / z + s / 2 + (s / z) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - (s * 5) / 66))));
};
