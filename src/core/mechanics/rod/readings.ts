/** @file What one reads off a rod: tension, and angles between edges. */
import type { Rod } from './rod.ts';

/** Tension of an edge, N; negative under thrust. */
export const tensionN = ({ q, restMm, ea }: Rod, edge: number): number => {
  const a = 4 * edge;
  const dx = q[a + 4]! - q[a]!;
  const dy = q[a + 5]! - q[a + 1]!;
  const dz = q[a + 6]! - q[a + 2]!;
  const rest = restMm[edge]!;
  return (ea[edge]! * (Math.sqrt(dx * dx + dy * dy + dz * dz) - rest)) / rest;
};

/**
 * What the free part of a rod twists back with at its mouth: moment against turning its hub on (positive), N mm, and by how much that
 * grows per rad. Zero for a rod none of which is held.
 */
export const momentAtMouth = (rod: Rod): { readonly momentNmm: number; readonly stiffness: number } => {
  const { q, gj, restMm, frames, from } = rod;
  const i = from - 1;
  if (i < 1) return { momentNmm: 0, stiffness: 0 };
  const stiffness = (2 * gj[i]!) / (restMm[i - 1]! + restMm[i]!);
  return { momentNmm: -stiffness * (q[4 * i + 3]! - q[4 * i - 1]! + frames.turn[i]!), stiffness };
};

/** Cosine of the angle between two edges. */
export const cosineBetween = ({ q }: Rod, one: number, other: number): number => {
  let dot = 0;
  let a2 = 0;
  let b2 = 0;
  for (let c = 0; c < 3; c++) {
    const a = q[4 * one + 4 + c]! - q[4 * one + c]!;
    const b = q[4 * other + 4 + c]! - q[4 * other + c]!;
    dot += a * b;
    a2 += a * a;
    b2 += b * b;
  }
  return dot / Math.sqrt(a2 * b2);
};
