/** @file The face of a square element as weighted points, with the lead that focusing gives each of them. */
import type { Probe } from '../frame.ts';
import { gaussLegendre } from './gauss-legendre.ts';

export interface ElementFace {
  readonly count: number;
  /** Across the beam in the image plane, mm from the centre. */
  readonly lateral: Float64Array;
  /** Along the catheter, mm from the centre. */
  readonly elevation: Float64Array;
  /** Shares of the face, sum 1. */
  readonly weight: Float64Array;
  /** Path by which a point is ahead of the centre, mm: 0 on a flat face, sqrt(F^2 + rho^2) - F on a focused one. */
  readonly lead: Float64Array;
}

/**
 * @param pointsPerWave points per wavelength at the centre frequency, on the average over the face; 2 suffices, since
 *   Gauss' rule converges faster than any power once it resolves the phase.
 */
export const elementFace = (probe: Probe, speedMmPerUs: number, pointsPerWave: number): ElementFace => {
  const { apertureMm, focusMm, frequencyMHz } = probe;
  const side = Math.max(4, Math.ceil((apertureMm * frequencyMHz * pointsPerWave) / speedMmPerUs));
  const { nodes, weights } = gaussLegendre(side);
  const count = side * side;
  const face = {
    count,
    lateral: new Float64Array(count),
    elevation: new Float64Array(count),
    weight: new Float64Array(count),
    lead: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const across = i % side;
    const along = (i - across) / side;
    const u = (nodes[across]! * apertureMm) / 2;
    const v = (nodes[along]! * apertureMm) / 2;
    face.lateral[i] = u;
    face.elevation[i] = v;
    face.weight[i] = (weights[across]! * weights[along]!) / 4;
    face.lead[i] = focusMm === null ? 0 : Math.sqrt(focusMm * focusMm + u * u + v * v) - focusMm;
  }
  return face;
};
