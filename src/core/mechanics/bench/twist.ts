/** @file Twist that gives way: a clamped straight rod (Greenhill), a closed ring (Michell), a curved wire in a curved path (snap). */
import { cos, PI, sin, TAU } from '../../math/trig.ts';
import { createRod, evenEdges, holdPlace, type Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { doublyClampedRod, lastThatHolds, stretchOf, type UniformRod } from './bench-rod.ts';
import { instabilitiesByDifferences } from './stability.ts';

const isStable = (rod: Rod): boolean => instabilitiesByDifferences(rod, createSystem(rod), []) === 0;
const HALVINGS = 24;

/** Moment at which a clamped rod gives way under twist, times L / EI: the first root of tan(x / 2) = x / 2 beyond 0, doubled. */
export const GREENHILL = 8.98681891;

/** Moment at which a straight rod clamped at both ends, one turned, gives way, N mm. Exact: 8.987 EI / L. */
export const twistMomentNmm = (of: UniformRod): number =>
  lastThatHolds(
    0,
    (20 * of.EI) / of.lengthMm,
    (moment) => {
      const rod = doublyClampedRod(of);
      twistEvenly(rod, (moment * of.lengthMm) / of.GJ, rod.nodes - 2);
      return isStable(rod);
    },
    HALVINGS,
  );

/** Twist at which a closed ring leaves its plane, rad. Exact: 2 pi sqrt(3) EI / GJ. */
export const ringTwistRad = (of: UniformRod): number =>
  lastThatHolds(
    0,
    (20 * of.EI) / of.GJ,
    (twist) => {
      const rod = ring(of);
      twistEvenly(rod, twist, of.elements);
      return isStable(rod);
    },
    HALVINGS,
  );

const twistEvenly = (rod: Rod, twistRad: number, over: number): void => {
  for (let e = 0; e <= over; e++) rod.q[4 * e + 3] = (twistRad * e) / over;
};

/** A ring cut open in the middle of an edge, which both ends then hold: it is the last edge and the first. */
const ring = (of: UniformRod): Rod => {
  const { elements, lengthMm, EI, GJ } = of;
  const step = TAU / elements;
  // chords of a circle: the edges are not stretched
  const radius = lengthMm / elements / (2 * sin(step / 2));
  const rod = createRod({
    edgesMm: evenEdges(elements + 1, lengthMm / elements),
    ei: () => EI,
    gj: () => GJ,
    ea: stretchOf(of),
  });
  layOnCircle(rod, radius, step);
  for (const node of [0, 1, elements, elements + 1]) holdPlace(rod, node);
  rod.held[3] = 1;
  rod.held[4 * elements + 3] = 1;
  // the whole ring could turn about the edge that is held, and would not mind: that is no instability
  rod.held[4 * Math.round(elements / 2) + 1] = 1;
  return rod;
};

/** Lays nodes on a circle in the xz plane, from z = 0 on; directors along y. */
const layOnCircle = (rod: Rod, radius: number, step: number): void => {
  for (let i = 0; i < rod.nodes; i++) {
    rod.q[4 * i] = radius * (1 - cos(i * step));
    rod.q[4 * i + 2] = radius * sin(i * step);
  }
  rod.before.set(rod.q);
  for (let e = 0; e < rod.nodes - 1; e++) {
    const along = (e + 0.5) * step;
    rod.frames.tangentBefore.set([sin(along), 0, cos(along)], 3 * e);
    rod.frames.directorBefore.set([0, 1, 0], 3 * e);
  }
};

/**
 * lambda = L sqrt(k_wire k_path EI / GJ) at which a curved wire, turned against a path as curved, snaps over. Exact: pi / 2
 * (concentric tubes). The path is stiff: the wire can only turn in it.
 */
export const snapLambda = (of: UniformRod, pathRadiusMm: number): number => {
  const { EI, GJ, lengthMm, elements } = of;
  const edge = lengthMm / (elements - 0.5);
  const share = Math.sqrt(EI / GJ / pathRadiusMm);
  const curvature = lastThatHolds(
    0,
    16 / (lengthMm * share * lengthMm * share),
    (k) => {
      const rod = createRod({
        edgesMm: evenEdges(elements, edge),
        ei: () => EI,
        gj: () => GJ,
        ea: stretchOf(of),
      });
      const step = edge / pathRadiusMm;
      layOnCircle(rod, edge / (2 * sin(step / 2)), step);
      for (let i = 0; i < rod.nodes; i++) {
        holdPlace(rod, i);
        // the path bends toward +x; the second director is z x y = -x
        rod.curl[2 * i + 1] = k * edge;
      }
      rod.held[3] = 1;
      return isStable(rod);
    },
    HALVINGS,
  );
  return lengthMm * share * Math.sqrt(curvature);
};

export const SNAP_LAMBDA = PI / 2;
