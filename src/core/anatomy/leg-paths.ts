/**
 * @file Where the arteries and bones of a leg run: waypoints in the leg's own axes, mm.
 *
 * Leg axes: m = medial, a = anterior, z = caudal, origin in the knee joint line on the leg's axis. A right leg's
 * medial is the patient's left (+x), a left leg's the patient's right. Distances are those of a leg about 37 cm
 * from joint line to ankle; lengths, take-off angle and bend radius after clinical anatomy (MODEL.md), ASSUMED.
 */

import { cos, DEG, sin } from '../math/trig.ts';
import { addScaled, normalize, type Vec3 } from '../math/vec3.ts';
import type { LegSide } from './spec.ts';

/** (medial, anterior, caudal), mm. */
export type Waypoint = readonly [m: number, a: number, z: number];

export const POPLITEAL: readonly Waypoint[] = [
  [5, -27, -76],
  [3, -26, -50],
  [0, -25, -20],
  [-2, -23, 12],
  [-4, -21, 40],
  [-5, -19, 58],
];

/** Tibioperoneal trunk, from the anterior tibial origin to its fork, about 30 mm. */
export const TPT: readonly Waypoint[] = [
  [-5, -19, 58],
  [-5, -18, 68],
  [-4, -17, 78],
  [-3, -16.5, 88],
];

export const PTA: readonly Waypoint[] = [
  [-3, -16.5, 88],
  [1, -17.5, 104],
  [5, -18.5, 126],
  [8, -18.5, 160],
  [11, -17.5, 200],
  [14, -15, 245],
  [17.5, -12.5, 290],
  [21, -11, 325],
  [24, -11.5, 350],
  [25, -10, 366],
  [23, -3, 380],
  [19, 6, 388],
];

export const PLANTAR: readonly Waypoint[] = [
  [19, 6, 388],
  [14, 22, 394],
  [9, 44, 397],
  [4, 66, 398],
  [-2, 84, 396],
];

export const PERONEAL: readonly Waypoint[] = [
  [-3, -16.5, 88],
  [-7, -15.5, 104],
  [-12, -14.5, 126],
  [-15, -13.5, 160],
  [-16.5, -13, 205],
  [-17, -12.5, 250],
  [-17.5, -13, 300],
  [-17.5, -14, 346],
  [-18, -13, 362],
];

/** Anterior tibial artery after its arch: the course in front of the interosseous membrane to the ankle. */
export const ATA_SHAFT: readonly Waypoint[] = [
  [-16, 5.5, 118],
  [-16, 8, 160],
  [-14, 10, 210],
  [-10, 13, 260],
  [-5, 17.5, 310],
  [0, 24, 345],
  [2, 31, 362],
];

export const DORSALIS_PEDIS: readonly Waypoint[] = [
  [2, 31, 362],
  [4, 44, 370],
  [7, 62, 379],
  [10, 82, 388],
];

/** Take-off of the anterior tibial artery against the popliteal axis (60-90 deg) and the arch that follows
 *  (bend radius 10-15 mm): ASSUMED. The turn at the ostium is tighter: a device rounds it
 *  inside the wider popliteal lumen. */
export const ATA_TAKE_OFF_DEG = 75;
const OSTIUM_RADIUS_MM = 8;
const ARCH_RADIUS_MM = 13;
const STRAIGHT_MM = 8;

/** The anterior tibial artery from its ostium: out sideways and forwards, then round the arch and down. */
export const ataPath = (): Waypoint[] => {
  const from = POPLITEAL[POPLITEAL.length - 1]!;
  const sideways = normalize({ x: -0.42, y: 0.91, z: 0 });
  const points: Vec3[] = [{ x: from[0], y: from[1], z: from[2] }];
  const walk = (fromDeg: number, toDeg: number, radius: number) => {
    const steps = 12;
    for (let k = 1; k <= steps; k++) {
      const mid = (fromDeg + ((toDeg - fromDeg) * (k - 0.5)) / steps) * DEG;
      const span = (Math.abs(toDeg - fromDeg) * DEG * radius) / steps;
      const last = points[points.length - 1]!;
      points.push(addScaled({ ...last, z: last.z + cos(mid) * span }, sideways, sin(mid) * span));
    }
  };
  walk(8, ATA_TAKE_OFF_DEG, OSTIUM_RADIUS_MM);
  const d = ATA_TAKE_OFF_DEG * DEG;
  const knee = points[points.length - 1]!;
  points.push(addScaled({ ...knee, z: knee.z + cos(d) * STRAIGHT_MM }, sideways, sin(d) * STRAIGHT_MM));
  walk(ATA_TAKE_OFF_DEG, 6, ARCH_RADIUS_MM);
  return [...points.map((p): Waypoint => [p.x, p.y, p.z]), ...ATA_SHAFT];
};

/** Shafts of the bones as stations with a radius, [m, a, z, radius]: for the X-ray and the 3-D scene. */
export const TIBIA: readonly (readonly [number, number, number, number])[] = [
  [4, 4, 2, 34],
  [5, 5, 18, 27],
  [7, 8, 50, 17],
  [9, 11, 100, 13.5],
  [9, 12, 180, 12],
  [8, 11, 260, 11.5],
  [7, 8, 320, 14],
  [7, 6, 350, 19],
  [8, 6, 366, 20],
];

export const FIBULA: readonly (readonly [number, number, number, number])[] = [
  [-33, -12, 16, 10],
  [-31, -11, 40, 6.5],
  [-27, -9, 120, 6],
  [-26, -8, 200, 6],
  [-24, -6, 290, 6],
  [-22, -3, 345, 8],
  [-21, -2, 380, 9],
];

/** World point of a waypoint: x = patient's left, y = anterior, z = caudal. */
export const toWorldPoint = (side: LegSide, [m, a, z]: Waypoint): Vec3 => ({
  x: side === 'right' ? m : -m,
  y: a,
  z,
});
