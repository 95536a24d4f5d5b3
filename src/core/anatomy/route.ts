/** @file The way in: one smooth centreline from the access sheath in the popliteal artery to the target's end. */
import { type Curve, createCurve } from '../math/curve.ts';
import { mix, sampleKnots, smoothstep } from '../math/interpolate.ts';
import { createNoise } from '../math/noise.ts';
import { arcLengths, cutPolyline, smoothCentripetal } from '../math/polyline.ts';
import type { Vec3 } from '../math/vec3.ts';
import { ataPath, PERONEAL, POPLITEAL, PTA, TPT, toWorldPoint, type Waypoint } from './leg-paths.ts';
import type { AnatomySpec, LegSide } from './spec.ts';
import type { TargetName } from './tissue.ts';

/** The sheath's tip lies here on every route, mm proximal to the target's origin. */
export const ROUTE_START_MM = -120;
export const ROUTE_STEP_MM = 0.5;
/** Length of the tibioperoneal trunk in `leg-paths.ts`, about; the trunk's share of the PTA and peroneal routes. */
const TPT_MM = 30;
/** Sideways wander of a real artery about its textbook course, mm, and its wavelength. ASSUMED. */
const WANDER_MM = 1.1;
const WANDER_WAVE_MM = 34;

/** Samples between waypoints: fine enough that the route's bends are the spline's, not the chords'. */
const PER_SEGMENT = 32;

/** Proximal waypoints of a target's route and the target's own. */
const waypointsOf = (vessel: TargetName): { proximal: readonly Waypoint[]; own: readonly Waypoint[] } => {
  if (vessel === 'ATA') return { proximal: POPLITEAL, own: ataPath() };
  return { proximal: [...POPLITEAL, ...TPT.slice(1)], own: vessel === 'PTA' ? PTA : PERONEAL };
};

/** Length of the target's textbook course, mm: no case may ask for a longer vessel. */
export const courseLength = (vessel: TargetName): number => {
  const { own } = waypointsOf(vessel);
  const arc = arcLengths(smoothCentripetal(own.map((w) => toWorldPoint('right', w))));
  return arc[arc.length - 1]!;
};

/** Adds a slow seeded wander that vanishes at both ends, so that vessels still meet. */
export const wander = (points: readonly Vec3[], seed: number, name: string): Vec3[] => {
  const noise = createNoise(seed, `wander-${name}`);
  const arc = arcLengths(points);
  const total = arc[arc.length - 1]!;
  return points.map((p, i) => {
    const s = arc[i]!;
    const fade = smoothstep(0, 25, s) * smoothstep(0, 15, total - s) * WANDER_MM;
    return {
      x: p.x + fade * noise(s / WANDER_WAVE_MM, 0.5, 0.5),
      y: p.y + fade * noise(s / WANDER_WAVE_MM, 5.5, 0.5),
      z: p.z,
    };
  });
};

/** Smooth world course of the target's own part, from its origin. */
const smoothRoute = (side: LegSide, vessel: TargetName): { points: Vec3[]; originIndex: number } => {
  const { proximal, own } = waypointsOf(vessel);
  const way = [...proximal, ...own.slice(1)].map((w) => toWorldPoint(side, w));
  return { points: smoothCentripetal(way, PER_SEGMENT), originIndex: (proximal.length - 1) * PER_SEGMENT };
};

/** Route curve: station 0 at the target's origin, ROUTE_START_MM at the sheath, spec.lengthMm at the end. */
export const createRoute = (spec: AnatomySpec): Curve => {
  const { points, originIndex } = smoothRoute(spec.side, spec.vessel);
  const wandering = [
    ...points.slice(0, originIndex),
    ...wander(points.slice(originIndex), spec.seed, spec.vessel),
  ];
  const origin = arcLengths(wandering)[originIndex]!;
  const cut = cutPolyline(wandering, origin + ROUTE_START_MM, origin + spec.lengthMm);
  return createCurve(cut, ROUTE_START_MM, ROUTE_STEP_MM);
};

/** Loss of healthy lumen diameter from the target's origin to its end, mm (2.6 -> 2.0, ASSUMED). */
const TAPER_MM = 0.5;

/**
 * Healthy lumen radius along the route, mm. RVD is met in the middle of the occlusion.
 * Popliteal 5.2 mm and trunk 3.6 mm across: somewhat below healthy means, as in diseased legs. ASSUMED.
 */
export const healthyRadiusAt = (spec: AnatomySpec, s: number): number => {
  const middle = (spec.occlusion.startMm + spec.occlusion.endMm) / 2;
  const own = (at: number): number =>
    (spec.wall.lumenDiameterMm - (TAPER_MM * (at - middle)) / spec.lengthMm) / 2;
  const trunk = Math.max(1.8, own(0) + 0.25);
  const proximal: (readonly [number, number])[] =
    spec.vessel === 'ATA'
      ? [
          [ROUTE_START_MM, 2.75],
          [-4, 2.5],
          [3, own(3) + 0.15],
        ]
      : [
          [ROUTE_START_MM, 2.75],
          [-TPT_MM - 3, 2.5],
          [-TPT_MM + 4, trunk + 0.1],
          [-4, trunk],
          [3, own(3) + 0.1],
        ];
  return mix(sampleKnots(proximal, s), own(s), smoothstep(0, 12, s));
};

/** How much thicker the wall is than in the target: arteries above the knee have about twice the wall
 *  (infrapopliteal wall 53 % thinner than above the knee: PMC11456514). */
export const wallScaleAt = (spec: AnatomySpec, s: number): number =>
  spec.vessel === 'ATA' ? mix(1.5, 1, smoothstep(-8, 4, s)) : mix(1.5, 1, smoothstep(-TPT_MM - 8, -4, s));
