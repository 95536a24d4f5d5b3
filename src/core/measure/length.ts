/** @file Distances on the cross-section, in the image's own polar coordinates: pixels never enter. */

/** A point of the image as the frame stores it: angle from line 0 (rad) and range from the catheter axis (mm). */
export interface PolarPoint {
  readonly psi: number;
  readonly rangeMm: number;
}

/** Straight distance between two points of one frame, mm (law of cosines, in its form without cancellation). */
export const distanceMm = (a: PolarPoint, b: PolarPoint): number => {
  const half = Math.sin((a.psi - b.psi) / 2);
  const radial = a.rangeMm - b.rangeMm;
  return Math.sqrt(radial * radial + 4 * a.rangeMm * b.rangeMm * half * half);
};
