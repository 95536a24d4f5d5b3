/**
 * @file Gaussian filter across lines at a cost that does not grow with its width.
 *
 * Third-order recursion of Young and van Vliet (Signal Processing 44, 1995), one set of coefficients per depth,
 * because the beam's width changes with depth. Run once forward and once backward around the turn.
 */

export interface RecursiveGaussian {
  /** Per sample: gain of the input and weights of the three previous outputs. */
  readonly b: Float32Array;
  readonly a1: Float32Array;
  readonly a2: Float32Array;
  readonly a3: Float32Array;
  /** Per sample: lines after which the filter has forgotten an input. */
  readonly warmUp: Int32Array;
}

/** Lines, in standard deviations, after which the recursion has forgotten its start (below -70 dB). */
const MEMORY_SIGMAS = 5;
/** Narrower than this the recursion is no longer Gaussian; the beam is never so narrow with 256 lines or more. */
const MIN_SIGMA = 0.5;

/** Coefficients for standard deviations given in lines, per sample. */
export const recursiveGaussian = (sigmaLines: Float32Array): RecursiveGaussian => {
  const n = sigmaLines.length;
  const b = new Float32Array(n);
  const a1 = new Float32Array(n);
  const a2 = new Float32Array(n);
  const a3 = new Float32Array(n);
  const warmUp = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    const sigma = Math.max(MIN_SIGMA, sigmaLines[k]!);
    const q = sigma >= 2.5 ? 0.98711 * sigma - 0.9633 : 3.97156 - 4.14554 * Math.sqrt(1 - 0.26891 * sigma);
    const b0 = 1.57825 + 2.44413 * q + 1.4281 * q * q + 0.422205 * q * q * q;
    a1[k] = (2.44413 * q + 2.85619 * q * q + 1.26661 * q * q * q) / b0;
    a2[k] = -(1.4281 * q * q + 1.26661 * q * q * q) / b0;
    a3[k] = (0.422205 * q * q * q) / b0;
    b[k] = 1 - (a1[k]! + a2[k]! + a3[k]!);
    warmUp[k] = Math.ceil(MEMORY_SIGMAS * sigma);
  }
  return { b, a1, a2, a3, warmUp };
};

/**
 * Two independent turns at once (the processor overlaps them): entries a + i step and b + i step, i < lines, with the
 * filter's coefficients ka and kb. Once forward and once backward, each warmed up over the lines just before.
 */
export const filterTurns = (
  data: Float32Array,
  a: number,
  b: number,
  step: number,
  lines: number,
  filter: RecursiveGaussian,
  ka: number,
  kb: number,
): void => {
  const warm = Math.min(lines, Math.max(filter.warmUp[ka]!, filter.warmUp[kb]!));
  const length = lines * step;
  const lead = warm * step;
  const pa = filter.b[ka]!;
  const a1 = filter.a1[ka]!;
  const a2 = filter.a2[ka]!;
  const a3 = filter.a3[ka]!;
  const pb = filter.b[kb]!;
  const b1 = filter.a1[kb]!;
  const b2 = filter.a2[kb]!;
  const b3 = filter.a3[kb]!;
  // the three outputs before this one, of both turns
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let v1 = 0;
  let v2 = 0;
  let v3 = 0;
  for (let i = length - lead; i < length; i += step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  for (let i = 0; i < length; i += step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    data[a + i] = u;
    data[b + i] = v;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  u1 = u2 = u3 = v1 = v2 = v3 = 0;
  for (let i = lead - step; i >= 0; i -= step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
  for (let i = length - step; i >= 0; i -= step) {
    const u = pa * data[a + i]! + a3 * u3 + a2 * u2 + a1 * u1;
    const v = pb * data[b + i]! + b3 * v3 + b2 * v2 + b1 * v1;
    data[a + i] = u;
    data[b + i] = v;
    u3 = u2;
    u2 = u1;
    u1 = u;
    v3 = v2;
    v2 = v1;
    v1 = v;
  }
};
