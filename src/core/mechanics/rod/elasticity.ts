/**
 * @file Elastic forces of the rod: stretching EA/2 e^2 l, bending EI/2 (k - k0)^2 / l, torsion GJ/2 m^2 / l, with k the
 * curvature and m the twist gathered over a node (discrete elastic rods: Bergou et al. 2008, 2010).
 *
 * The gradient is exact. So is the derivative of stretching and torsion; that of bending leaves out the curvature's own
 * second derivative (Gauss-Newton), which vanishes where the rod is at its rest curvature.
 */
import { BAND, COLUMN } from './band.ts';
import { addPair, EDGES, PAIR } from './pair.ts';
import type { Rod } from './rod.ts';
import { firstUnknown, type System } from './system.ts';

/**
 * Starts a system anew with the rod's elastic energy, gradient and derivative; the frames must be up to date.
 * @param definite leaves out what can make the derivative indefinite: compression and the twist's second derivative
 */
export const assembleElasticity = (rod: Rod, system: System, definite: boolean): void => {
  const { nodes } = rod;
  const first = firstUnknown(rod);
  const last = 4 * nodes;
  system.gradient.fill(0, first, last + BAND);
  system.band.fill(0, COLUMN * first, COLUMN * (last + BAND));
  system.energy = 0;
  for (let e = Math.max(0, rod.from - 1); e < nodes - 1; e++) stretch(rod, system, e, definite);
  for (let i = Math.max(1, rod.from - 1); i < nodes - 1; i++) bendAndTwist(rod, system, i, definite);
  if (rod.from > 1) dropBefore(system, first);
};

/** The node before those that move shares the first bend; what it feels goes into what holds it. */
const dropBefore = ({ gradient, band }: System, first: number): void => {
  gradient.fill(0, first - 4, first);
  band.fill(0, COLUMN * (first - 4), COLUMN * first);
};

const stretch = (rod: Rod, system: System, e: number, definite: boolean): void => {
  const { q, restMm, ea, frames } = rod;
  const { gradient, band } = system;
  const { tangent } = frames;
  const a = 4 * e;
  const k = 3 * e;
  const dx = q[a + 4]! - q[a]!;
  const dy = q[a + 5]! - q[a + 1]!;
  const dz = q[a + 6]! - q[a + 2]!;
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const rest = restMm[e]!;
  const stiffness = ea[e]! / rest;
  const force = stiffness * (length - rest);
  system.energy += 0.5 * force * (length - rest);
  let across = force / length;
  if (definite && across < 0) across = 0;
  const along = stiffness - across;
  for (let p = 0; p < 3; p++) {
    const tp = tangent[k + p]!;
    gradient[a + p] = gradient[a + p]! - force * tp;
    gradient[a + 4 + p] = gradient[a + 4 + p]! + force * tp;
    const column = COLUMN * (a + p) - p;
    const next = COLUMN * (a + 4 + p) - p;
    for (let r = 0; r < 3; r++) {
      const h = along * tp * tangent[k + r]! + (r === p ? across : 0);
      if (r >= p) {
        band[column + r] = band[column + r]! + h;
        band[next + r] = band[next + r]! + h;
      }
      band[column + 4 + r] = band[column + 4 + r]! - h;
    }
  }
};

const bendAndTwist = (rod: Rod, system: System, i: number, definite: boolean): void => {
  const { q, restMm, ei, gj, curl, frames } = rod;
  const { tangent, m1, m2, turn } = frames;
  const j = 3 * i - 3;
  const k = 3 * i;
  const b = 4 * i - 4;
  const ax = tangent[j]!;
  const ay = tangent[j + 1]!;
  const az = tangent[j + 2]!;
  const bx = tangent[k]!;
  const by = tangent[k + 1]!;
  const bz = tangent[k + 2]!;
  const perA = inverseLength(q, b);
  const perB = inverseLength(q, b + 4);
  const perChi = 1 / (1 + ax * bx + ay * by + az * bz);
  // curvature binormal, and the sum of tangents, both over chi
  const kx = 2 * perChi * (ay * bz - az * by);
  const ky = 2 * perChi * (az * bx - ax * bz);
  const kz = 2 * perChi * (ax * by - ay * bx);
  const sx = (ax + bx) * perChi;
  const sy = (ay + by) * perChi;
  const sz = (az + bz) * perChi;
  const m1Ax = m1[j]!;
  const m1Ay = m1[j + 1]!;
  const m1Az = m1[j + 2]!;
  const m1Bx = m1[k]!;
  const m1By = m1[k + 1]!;
  const m1Bz = m1[k + 2]!;
  const m2Ax = m2[j]!;
  const m2Ay = m2[j + 1]!;
  const m2Az = m2[j + 2]!;
  const m2Bx = m2[k]!;
  const m2By = m2[k + 1]!;
  const m2Bz = m2[k + 2]!;
  const a1 = 0.5 * (m1Ax * kx + m1Ay * ky + m1Az * kz);
  const b1 = 0.5 * (m1Bx * kx + m1By * ky + m1Bz * kz);
  const a2 = 0.5 * (m2Ax * kx + m2Ay * ky + m2Az * kz);
  const b2 = 0.5 * (m2Bx * kx + m2By * ky + m2Bz * kz);
  const c1 = a2 + b2;
  const c2 = -a1 - b1;
  // mean material directors over chi
  const px = (m1Ax + m1Bx) * perChi;
  const py = (m1Ay + m1By) * perChi;
  const pz = (m1Az + m1Bz) * perChi;
  const rx = (m2Ax + m2Bx) * perChi;
  const ry = (m2Ay + m2By) * perChi;
  const rz = (m2Az + m2Bz) * perChi;

  const perLength = 2 / (restMm[i - 1]! + restMm[i]!);
  const bending = ei[i]! * perLength;
  const torsion = gj[i]! * perLength;
  const twist = q[b + 7]! - q[b + 3]! + turn[i]!;
  const d1 = c1 - curl[2 * i]!;
  const d2 = c2 - curl[2 * i + 1]!;
  const moment = torsion * twist;
  system.energy += 0.5 * (bending * (d1 * d1 + d2 * d2) + moment * twist);

  // derivatives by the edges' vectors, the one before (A) and the one after (B), and by their angles
  const hA = 0.5 * perA;
  const hB = 0.5 * perB;
  PAIR[0] = perA * (-c1 * sx + by * rz - bz * ry);
  PAIR[1] = perA * (-c1 * sy + bz * rx - bx * rz);
  PAIR[2] = perA * (-c1 * sz + bx * ry - by * rx);
  PAIR[3] = perB * (-c1 * sx - ay * rz + az * ry);
  PAIR[4] = perB * (-c1 * sy - az * rx + ax * rz);
  PAIR[5] = perB * (-c1 * sz - ax * ry + ay * rx);
  PAIR[6] = -a1;
  PAIR[7] = -b1;
  PAIR[8] = perA * (-c2 * sx - by * pz + bz * py);
  PAIR[9] = perA * (-c2 * sy - bz * px + bx * pz);
  PAIR[10] = perA * (-c2 * sz - bx * py + by * px);
  PAIR[11] = perB * (-c2 * sx + ay * pz - az * py);
  PAIR[12] = perB * (-c2 * sy + az * px - ax * pz);
  PAIR[13] = perB * (-c2 * sz + ax * py - ay * px);
  PAIR[14] = -a2;
  PAIR[15] = -b2;
  PAIR[16] = hA * kx;
  PAIR[17] = hA * ky;
  PAIR[18] = hA * kz;
  PAIR[19] = hB * kx;
  PAIR[20] = hB * ky;
  PAIR[21] = hB * kz;
  PAIR[22] = -1;
  PAIR[23] = 1;
  EDGES.fill(0);
  if (!definite && moment !== 0) {
    // second derivative of the twist (Bergou et al. 2010, eq. 10)
    const aa = -0.25 * moment * perA * perA;
    const bb = -0.25 * moment * perB * perB;
    const ab = 0.5 * moment * perA * perB;
    const vx = ax + sx;
    const vy = ay + sy;
    const vz = az + sz;
    const wx = bx + sx;
    const wy = by + sy;
    const wz = bz + sz;
    EDGES[0] = 2 * aa * kx * vx;
    EDGES[1] = aa * (kx * vy + vx * ky);
    EDGES[2] = aa * (kx * vz + vx * kz);
    EDGES[3] = 2 * aa * ky * vy;
    EDGES[4] = aa * (ky * vz + vy * kz);
    EDGES[5] = 2 * aa * kz * vz;
    EDGES[6] = 2 * bb * kx * wx;
    EDGES[7] = bb * (kx * wy + wx * ky);
    EDGES[8] = bb * (kx * wz + wx * kz);
    EDGES[9] = 2 * bb * ky * wy;
    EDGES[10] = bb * (ky * wz + wy * kz);
    EDGES[11] = 2 * bb * kz * wz;
    const two = 2 * perChi;
    EDGES[12] = -ab * kx * sx;
    EDGES[13] = -ab * (two * az + kx * sy);
    EDGES[14] = ab * (two * ay - kx * sz);
    EDGES[15] = ab * (two * az - ky * sx);
    EDGES[16] = -ab * ky * sy;
    EDGES[17] = -ab * (two * ax + ky * sz);
    EDGES[18] = -ab * (two * ay + kz * sx);
    EDGES[19] = ab * (two * ax - kz * sy);
    EDGES[20] = -ab * kz * sz;
  }
  addPair(system, b, bending, torsion, bending * d1, bending * d2, moment);
};

const inverseLength = (q: Float64Array, at: number): number => {
  const dx = q[at + 4]! - q[at]!;
  const dy = q[at + 5]! - q[at + 1]!;
  const dz = q[at + 6]! - q[at + 2]!;
  return 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
};
