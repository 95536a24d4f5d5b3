/**
 * @file C-arm geometry: where a point of the leg falls on the detector.
 *
 * World: x = patient's left, y = anterior, z = caudal. Angle 0 = AP (detector in front of the leg), positive = RAO
 * (detector swings to the patient's right). Screen: u to the right, v down. In AP screen right is the patient's left,
 * and the foot is down. The IVUS image looks distally, so it shows left and right the other way round: see MODEL.md.
 */
import type { Vec3 } from '../math/vec3.ts';

/** Source to image (detector) distance, mm: 110 cm, a usual setting for the lower leg. */
export const SID_MM = 1100;
/** Source to object (isocentre) distance, mm: 75 cm. */
export const SOD_MM = 750;
/** Mechanical limits of the gantry, deg. */
export const MAX_ANGLE_DEG = 60;

export interface CArm {
  /** 0 = AP, positive = RAO, negative = LAO, deg. */
  readonly angleDeg: number;
  /** The point of the leg that the table has brought into the isocentre, mm. */
  readonly centre: Vec3;
}

/** Direction of screen right and of the detector as seen from the isocentre; screen down is world +z. */
export interface CArmBasis {
  readonly right: Vec3;
  readonly toDetector: Vec3;
}

export const cArmBasis = (angleDeg: number): CArmBasis => {
  const phi = (angleDeg * Math.PI) / 180;
  const c = Math.cos(phi);
  const s = Math.sin(phi);
  return { right: { x: c, y: s, z: 0 }, toDetector: { x: -s, y: c, z: 0 } };
};

export interface Projected {
  /** mm right of the isocentre, measured in the isocentre's plane (divide by nothing: 10 mm there is 10). */
  u: number;
  /** mm below the isocentre (distal), in the isocentre's plane. */
  v: number;
  /** mm from the isocentre toward the detector; not visible on the screen. */
  depth: number;
  /** Size on the detector / size in the leg, at this depth. */
  magnification: number;
}

/** Projects (x, y, z) with a basis made once per picture; writes `out` and returns it. */
export const projectInto = (
  basis: CArmBasis,
  centre: Vec3,
  x: number,
  y: number,
  z: number,
  out: Projected,
): Projected => {
  const dx = x - centre.x;
  const dy = y - centre.y;
  const depth = dx * basis.toDetector.x + dy * basis.toDetector.y;
  // Nearer to the detector is farther from the source, and so smaller.
  const k = SOD_MM / (SOD_MM + depth);
  out.u = k * (dx * basis.right.x + dy * basis.right.y);
  out.v = k * (z - centre.z);
  out.depth = depth;
  out.magnification = SID_MM / (SOD_MM + depth);
  return out;
};

/** Where a world point falls on the screen, mm in the isocentre's plane. */
export const projectPoint = (cArm: CArm, world: Vec3): Projected =>
  projectInto(cArmBasis(cArm.angleDeg), cArm.centre, world.x, world.y, world.z, {
    u: 0,
    v: 0,
    depth: 0,
    magnification: 1,
  });

/**
 * Seen from the transducer, a point at radius r (mm) and world azimuth theta (rad, from +x toward +y).
 * @returns gap to the right on the screen and depth toward the detector, mm, without perspective.
 */
export const gapAt = (rMm: number, thetaRad: number, angleDeg: number): { gap: number; depth: number } => {
  const a = thetaRad - (angleDeg * Math.PI) / 180;
  return { gap: rMm * Math.cos(a), depth: rMm * Math.sin(a) };
};

const foldDeg = (deg: number): number => {
  const folded = deg - 180 * Math.round(deg / 180);
  return folded === -90 ? 90 : folded;
};

/** C-arm angle in (-90, 90] at which a point at azimuth theta stands widest beside the transducer, deg. */
export const widestAngleDeg = (thetaRad: number): number => foldDeg((thetaRad * 180) / Math.PI);

/** C-arm angle in (-90, 90] at which it lies over the transducer (gap zero), deg. */
export const overlapAngleDeg = (thetaRad: number): number => foldDeg((thetaRad * 180) / Math.PI + 90);
