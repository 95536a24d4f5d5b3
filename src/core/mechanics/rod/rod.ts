/**
 * @file A discrete elastic rod (Kirchhoff rod): a centreline of nodes and one angle of twist per edge between them.
 *
 * Four unknowns per node: x, y, z of the node in mm, and the angle (rad) of the edge that starts there; the last node's
 * angle is idle. Forces are in N, stiffness in N mm^2. Cross-sections are round: bending is the same in all directions,
 * torsion has a stiffness of its own (cores, coils and jackets make GJ independent of EI).
 */
import { cos, sin } from '../../math/trig.ts';

export interface Rod {
  readonly nodes: number;
  /** Unknowns, `[x y z angle]` per node. */
  readonly q: Float64Array;
  /** Unknowns when the step began. */
  readonly before: Float64Array;
  /** Length of each edge at rest, mm, and its stretching stiffness EA, N. */
  readonly restMm: Float64Array;
  readonly ea: Float64Array;
  /** Bending and torsional stiffness at each node, N mm^2. */
  readonly ei: Float64Array;
  readonly gj: Float64Array;
  /** Curvature at rest, gathered over a node: 2 tan(half the angle between its edges), about the two directors. */
  readonly curl: Float64Array;
  /** Unknowns that do not move by themselves: 1 where held. */
  readonly held: Uint8Array;
  /** Nodes before this one are held too, and cost nothing. */
  from: number;
  readonly frames: Frames;
}

/** Unit vectors per edge, three numbers each, and the turn of the reference directors at each node. */
export interface Frames {
  readonly tangent: Float64Array;
  /** First reference director; the second is tangent x director. */
  readonly director: Float64Array;
  /** Material directors: the reference ones turned by the edge's angle. */
  readonly m1: Float64Array;
  readonly m2: Float64Array;
  readonly turn: Float64Array;
  /** Tangent, director and turn when the step began; the present ones are carried over from these without twist. */
  readonly tangentBefore: Float64Array;
  readonly directorBefore: Float64Array;
  readonly turnBefore: Float64Array;
}

export interface RodSpec {
  /** Length of each edge, mm, from the proximal end. */
  readonly edgesMm: readonly number[];
  /** Stiffness at a distance from the proximal end, N mm^2. */
  readonly ei: (mm: number) => number;
  readonly gj: (mm: number) => number;
  readonly ea: number;
}

/** A straight rod from the origin along z, untwisted, its x director along x. */
export const createRod = ({ edgesMm, ei, gj, ea }: RodSpec): Rod => {
  const edges = edgesMm.length;
  const nodes = edges + 1;
  const per = (count: number): Float64Array => new Float64Array(count * nodes);
  const rod: Rod = {
    nodes,
    q: per(4),
    before: per(4),
    restMm: Float64Array.from(edgesMm),
    ea: new Float64Array(edges).fill(ea),
    ei: per(1),
    gj: per(1),
    curl: per(2),
    held: new Uint8Array(4 * nodes),
    from: 0,
    frames: {
      tangent: per(3),
      director: per(3),
      m1: per(3),
      m2: per(3),
      turn: per(1),
      tangentBefore: per(3),
      directorBefore: per(3),
      turnBefore: per(1),
    },
  };
  let along = 0;
  for (let i = 0; i < nodes; i++) {
    rod.q[4 * i + 2] = along;
    rod.ei[i] = ei(along);
    rod.gj[i] = gj(along);
    along += edgesMm[i] ?? 0;
  }
  rod.held[4 * nodes - 1] = 1;
  for (let e = 0; e < edges; e++) {
    rod.frames.tangentBefore[3 * e + 2] = 1;
    rod.frames.directorBefore[3 * e] = 1;
  }
  rod.before.set(rod.q);
  return rod;
};

/** Edges of one length. */
export const evenEdges = (count: number, lengthMm: number): number[] =>
  Array.from({ length: count }, () => lengthMm);

/** Holds a node's place. */
export const holdPlace = (rod: Rod, node: number): void => {
  rod.held.fill(1, 4 * node, 4 * node + 3);
};

/** Holds an edge: both its ends and its angle. A rod is clamped in the middle of such an edge. */
export const clampEdge = (rod: Rod, edge: number): void => {
  holdPlace(rod, edge);
  holdPlace(rod, edge + 1);
  rod.held[4 * edge + 3] = 1;
};

/** Gives a node an angle between its edges at rest, rad, toward the first and the second material director. */
export const bendAtRest = (rod: Rod, node: number, towardFirst: number, towardSecond = 0): void => {
  rod.curl[2 * node] = 2 * tangentOf(towardFirst / 2);
  rod.curl[2 * node + 1] = 2 * tangentOf(towardSecond / 2);
};

const tangentOf = (angle: number): number => sin(angle) / cos(angle);

/** Distance of each node from the tip along the rod at rest, mm. */
export const fromTipMm = ({ nodes, restMm }: Rod): Float64Array => {
  const out = new Float64Array(nodes);
  for (let i = nodes - 2; i >= 0; i--) out[i] = out[i + 1]! + restMm[i]!;
  return out;
};

/** Length of rod that each node stands for, mm. */
export const shareMm = ({ nodes, restMm }: Rod): Float64Array =>
  Float64Array.from({ length: nodes }, (_, i) => 0.5 * ((restMm[i - 1] ?? 0) + (restMm[i] ?? 0)));

/** First edge whose frame matters: the bend at the last node that is held lies between it and the next. */
export const firstEdge = ({ from }: Rod): number => Math.max(0, from - 2);

/** Takes the present place as the one that the next step starts from. */
export const commit = (rod: Rod): void => {
  const { frames } = rod;
  const first = firstEdge(rod);
  rod.before.set(rod.q);
  frames.tangentBefore.set(frames.tangent.subarray(3 * first), 3 * first);
  frames.directorBefore.set(frames.director.subarray(3 * first), 3 * first);
  frames.turnBefore.set(frames.turn.subarray(first), first);
};
