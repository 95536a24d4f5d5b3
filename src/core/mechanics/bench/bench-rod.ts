/** @file The rods that lie on the bench: straight and uniform, clamped so that their free length is what it says. */
import { clampEdge, createRod, evenEdges, type Rod } from '../rod/rod.ts';

export interface UniformRod {
  readonly lengthMm: number;
  readonly elements: number;
  /** N mm^2 */
  readonly EI: number;
  readonly GJ: number;
  readonly radiusMm: number;
}

/** Stretching stiffness, times EI / L^2: five orders above any load that bends or buckles. */
const STRETCH = 1e6;

export const stretchOf = ({ EI, lengthMm }: UniformRod): number => (STRETCH * EI) / (lengthMm * lengthMm);

/**
 * A rod along z, clamped at z = 0. A clamp holds an edge, and a held edge bends at its far node only, which stands for
 * half an edge to either side: so the clamp is in the middle of it.
 */
export const clampedRod = (of: UniformRod, ea = stretchOf(of)): Rod =>
  clampedInMiddle(of, of.lengthMm / (of.elements - 0.5), ea);

/** A rod along z, clamped at z = 0 and at its far end. */
export const doublyClampedRod = (of: UniformRod): Rod => {
  const rod = clampedInMiddle(of, of.lengthMm / (of.elements - 1), stretchOf(of));
  clampEdge(rod, of.elements - 1);
  return rod;
};

const clampedInMiddle = ({ elements, EI, GJ }: UniformRod, edgeMm: number, ea: number): Rod => {
  const rod = createRod({ edgesMm: evenEdges(elements, edgeMm), ei: () => EI, gj: () => GJ, ea });
  shift(rod, -edgeMm / 2);
  clampEdge(rod, 0);
  return rod;
};

/** Moves a whole rod along z, mm. */
export const shift = (rod: Rod, mm: number): void => {
  for (let i = 0; i < rod.nodes; i++) rod.q[4 * i + 2] = rod.q[4 * i + 2]! + mm;
  rod.before.set(rod.q);
};

/** Largest value at which `holds` is still true, between one at which it is and one at which it is not. */
export const lastThatHolds = (
  yes: number,
  no: number,
  holds: (value: number) => boolean,
  halvings = 44,
): number => {
  let lo = yes;
  let hi = no;
  for (let i = 0; i < halvings; i++) {
    const middle = (lo + hi) / 2;
    if (holds(middle)) lo = middle;
    else hi = middle;
  }
  return lo;
};
