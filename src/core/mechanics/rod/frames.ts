/**
 * @file Where the rod's cross-sections point: reference directors carried along without twist, material ones turned by the
 * edge's angle, and how far the reference directors turn from edge to edge.
 */
import { atan2, cos, sin, TAU } from '../../math/trig.ts';
import { firstEdge, type Rod } from './rod.ts';

/** 1 + cosine of an edge that has turned right round: which way the least rotation goes is then anybody's choice. */
const TURNED_BACK = 1e-9;

/** Updates tangents, directors and turns from the unknowns; depends on them and on where the step began, on nothing else. */
export const updateFrames = (rod: Rod): void => {
  const { q, nodes, frames } = rod;
  const { tangent, director, m1, m2, tangentBefore, directorBefore } = frames;
  const first = firstEdge(rod);
  for (let e = first; e < nodes - 1; e++) {
    const a = 4 * e;
    const k = 3 * e;
    let tx = q[a + 4]! - q[a]!;
    let ty = q[a + 5]! - q[a + 1]!;
    let tz = q[a + 6]! - q[a + 2]!;
    const inverse = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz);
    tx *= inverse;
    ty *= inverse;
    tz *= inverse;
    const px = tangentBefore[k]!;
    const py = tangentBefore[k + 1]!;
    const pz = tangentBefore[k + 2]!;
    // parallel transport: the least rotation from the old tangent to the new
    let ux = directorBefore[k]!;
    let uy = directorBefore[k + 1]!;
    let uz = directorBefore[k + 2]!;
    const s = (ux * tx + uy * ty + uz * tz) / Math.max(TURNED_BACK, 1 + px * tx + py * ty + pz * tz);
    ux -= s * (px + tx);
    uy -= s * (py + ty);
    uz -= s * (pz + tz);
    // rounding must not add up over a million steps
    const along = ux * tx + uy * ty + uz * tz;
    ux -= along * tx;
    uy -= along * ty;
    uz -= along * tz;
    const length = 1 / Math.sqrt(ux * ux + uy * uy + uz * uz);
    ux *= length;
    uy *= length;
    uz *= length;
    tangent[k] = tx;
    tangent[k + 1] = ty;
    tangent[k + 2] = tz;
    director[k] = ux;
    director[k + 1] = uy;
    director[k + 2] = uz;
    const vx = ty * uz - tz * uy;
    const vy = tz * ux - tx * uz;
    const vz = tx * uy - ty * ux;
    const angle = q[a + 3]!;
    const c = cos(angle);
    const d = sin(angle);
    m1[k] = c * ux + d * vx;
    m1[k + 1] = c * uy + d * vy;
    m1[k + 2] = c * uz + d * vz;
    m2[k] = c * vx - d * ux;
    m2[k + 1] = c * vy - d * uy;
    m2[k + 2] = c * vz - d * uz;
  }
  updateTurns(rod, first + 1);
};

/** Turn at a node: from the director carried over its bend without twist to the next edge's own. */
const updateTurns = ({ nodes, frames }: Rod, first: number): void => {
  const { tangent, director, turn, turnBefore } = frames;
  for (let i = first; i < nodes - 1; i++) {
    const k = 3 * i;
    const j = k - 3;
    const px = tangent[j]!;
    const py = tangent[j + 1]!;
    const pz = tangent[j + 2]!;
    const tx = tangent[k]!;
    const ty = tangent[k + 1]!;
    const tz = tangent[k + 2]!;
    let ux = director[j]!;
    let uy = director[j + 1]!;
    let uz = director[j + 2]!;
    const s = (ux * tx + uy * ty + uz * tz) / Math.max(TURNED_BACK, 1 + px * tx + py * ty + pz * tz);
    ux -= s * (px + tx);
    uy -= s * (py + ty);
    uz -= s * (pz + tz);
    const vx = director[k]!;
    const vy = director[k + 1]!;
    const vz = director[k + 2]!;
    const sine = tx * (uy * vz - uz * vy) + ty * (uz * vx - ux * vz) + tz * (ux * vy - uy * vx);
    const angle = atan2(sine, ux * vx + uy * vy + uz * vz);
    // of all the angles that look the same, the one nearest to what it was
    turn[i] = angle + TAU * Math.round((turnBefore[i]! - angle) / TAU);
  }
};
