/**
 * @file From two neighbouring edges to the three nodes between which they lie.
 *
 * What bends and twists at a node depends on the edges' vectors (before: A, after: B) and angles only. Eight derivatives and
 * 36 products stand for eleven and 66; a vector is one node less the one before it.
 */
import { COLUMN } from './band.ts';
import type { System } from './system.ts';

/** Derivatives of both curvatures and of the twist, eight each: A's vector, B's vector, A's angle, B's angle. */
export const PAIR = new Float64Array(24);

/** Second derivatives to start from: AA and BB (xx xy xz yy yz zz each), then AB by rows of A. */
export const EDGES = new Float64Array(21);

/** Where a pair of axes lies in a symmetric block. */
const AT = [0, 1, 2, 1, 3, 4, 2, 4, 5] as const;

/**
 * Adds a node's part. @param first unknown of the node before
 * @param bending, torsion stiffness by curvature and twist; @param u1, u2, moment what they answer with now
 */
export const addPair = (
  { gradient, band }: System,
  first: number,
  bending: number,
  torsion: number,
  u1: number,
  u2: number,
  moment: number,
): void => {
  for (let p = 0; p < 3; p++) {
    const a1 = bending * PAIR[p]!;
    const a2 = bending * PAIR[8 + p]!;
    const am = torsion * PAIR[16 + p]!;
    const b1 = bending * PAIR[3 + p]!;
    const b2 = bending * PAIR[11 + p]!;
    const bm = torsion * PAIR[19 + p]!;
    const ga = u1 * PAIR[p]! + u2 * PAIR[8 + p]! + moment * PAIR[16 + p]!;
    const gb = u1 * PAIR[3 + p]! + u2 * PAIR[11 + p]! + moment * PAIR[19 + p]!;
    const row = first + p;
    gradient[row] = gradient[row]! - ga;
    gradient[row + 4] = gradient[row + 4]! + ga - gb;
    gradient[row + 8] = gradient[row + 8]! + gb;
    // column p of each node
    const c0 = COLUMN * row - p;
    const c1 = COLUMN * (row + 4) - p;
    const c2 = COLUMN * (row + 8) - p;
    for (let r = 0; r < 3; r++) {
      const e1 = PAIR[r]!;
      const e2 = PAIR[8 + r]!;
      const em = PAIR[16 + r]!;
      const f1 = PAIR[3 + r]!;
      const f2 = PAIR[11 + r]!;
      const fm = PAIR[19 + r]!;
      const aa = EDGES[AT[3 * p + r]!]! + a1 * e1 + a2 * e2 + am * em;
      const bb = EDGES[6 + AT[3 * p + r]!]! + b1 * f1 + b2 * f2 + bm * fm;
      // row r of B, column p of A; and the other way round
      const ba = EDGES[12 + 3 * p + r]! + a1 * f1 + a2 * f2 + am * fm;
      const ab = EDGES[12 + 3 * r + p]! + b1 * e1 + b2 * e2 + bm * em;
      if (r >= p) {
        band[c0 + r] = band[c0 + r]! + aa;
        band[c1 + r] = band[c1 + r]! + aa + bb - ab - ba;
        band[c2 + r] = band[c2 + r]! + bb;
      }
      band[c0 + 4 + r] = band[c0 + 4 + r]! + ba - aa;
      band[c0 + 8 + r] = band[c0 + 8 + r]! - ba;
      band[c1 + 4 + r] = band[c1 + 4 + r]! + ba - bb;
    }
    // angles
    const aA = a1 * PAIR[6]! + a2 * PAIR[14]! - am;
    const aB = a1 * PAIR[7]! + a2 * PAIR[15]! + am;
    const bA = b1 * PAIR[6]! + b2 * PAIR[14]! - bm;
    const bB = b1 * PAIR[7]! + b2 * PAIR[15]! + bm;
    const angleA = COLUMN * (first + 3);
    band[c0 + 3] = band[c0 + 3]! - aA;
    band[angleA + 1 + p] = band[angleA + 1 + p]! + aA - bA;
    band[angleA + 5 + p] = band[angleA + 5 + p]! + bA;
    band[c0 + 7] = band[c0 + 7]! - aB;
    band[c1 + 3] = band[c1 + 3]! + aB - bB;
    const angleB = angleA + 4 * COLUMN;
    band[angleB + 1 + p] = band[angleB + 1 + p]! + bB;
  }
  addAngles(gradient, band, first, bending, torsion, u1, u2, moment);
};

const addAngles = (
  gradient: Float64Array,
  band: Float64Array,
  first: number,
  bending: number,
  torsion: number,
  u1: number,
  u2: number,
  moment: number,
): void => {
  const a1 = PAIR[6]!;
  const b1 = PAIR[7]!;
  const a2 = PAIR[14]!;
  const b2 = PAIR[15]!;
  gradient[first + 3] = gradient[first + 3]! + u1 * a1 + u2 * a2 - moment;
  gradient[first + 7] = gradient[first + 7]! + u1 * b1 + u2 * b2 + moment;
  const a = COLUMN * (first + 3);
  const b = COLUMN * (first + 7);
  band[a] = band[a]! + bending * (a1 * a1 + a2 * a2) + torsion;
  band[a + 4] = band[a + 4]! + bending * (a1 * b1 + a2 * b2) - torsion;
  band[b] = band[b]! + bending * (b1 * b1 + b2 * b2) + torsion;
};
