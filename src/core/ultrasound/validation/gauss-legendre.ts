/** @file Gauss-Legendre quadrature: n nodes integrate polynomials of degree 2n - 1 exactly. */

export interface Quadrature {
  /** In (-1, 1), ascending. */
  readonly nodes: Float64Array;
  /** Sum 2. */
  readonly weights: Float64Array;
}

/** P_n and its derivative at x, by the three-term recurrence. */
const legendre = (n: number, x: number): readonly [number, number] => {
  let before = 1;
  let here = x;
  for (let k = 2; k <= n; k++) {
    const next = ((2 * k - 1) * x * here - (k - 1) * before) / k;
    before = here;
    here = next;
  }
  return [here, (n * (x * here - before)) / (x * x - 1)];
};

/** Nodes and weights for n >= 2, by Newton's method from Chebyshev-like starts (Abramowitz & Stegun 25.4.29). */
export const gaussLegendre = (n: number): Quadrature => {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 8; step++) {
      const [value, slope] = legendre(n, x);
      x -= value / slope;
    }
    const slope = legendre(n, x)[1];
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
};
