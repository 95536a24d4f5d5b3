/** @file Everything the X-ray picture draws is a tube: a line through the leg with an elliptic section and a material. */
import type { Mu } from './attenuation.ts';

export interface Tube {
  /** Node-major x, y, z, mm. */
  readonly world: Float32Array;
  /** Half axis at each node, mm. */
  readonly radius: Float32Array;
  /** Second half axis at each node, mm; absent for a round tube. Only for tubes that run along z. */
  readonly radius2?: Float32Array;
  /** Direction of the first half axis in the x-y plane, rad from +x. */
  readonly axisRad?: number;
  /** Attenuation that the tube adds to what it lies in; negative for a cavity. */
  readonly mu: Mu;
  /** 0 .. 1: how much the attenuation varies along the tube (bone trabeculae, calcium flecks). */
  readonly grain?: number;
  /** Length of a grain along the tube, mm. */
  readonly grainMm?: number;
}

export const nodeCount = (tube: Tube): number => tube.radius.length;
