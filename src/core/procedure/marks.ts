/** @file Grades a reading: the angle between where the user pointed and where the thing is, seen from the catheter.
 *  An image that turns unevenly draws things aside: what counts is where the element looked for what was pointed at. */
import type { Tissue } from '../anatomy/tissue.ts';
import { cos, sin } from '../math/trig.ts';
import { psiOfClock } from '../measure/clock.ts';
import type { ImagingPose } from '../ultrasound/frame.ts';
import { trueAngle } from '../ultrasound/nurd.ts';
import type { Mark, MarkKind } from './procedure.ts';
import { angleBetweenDeg, truthAt } from './truth.ts';

/** A reading within this angle names the right side of the vessel and counts. ASSUMED: an eighth of a turn. */
export const MARK_TOLERANCE_DEG = 45;
/** A point this near to the opened plane points at the plane itself, mm. ASSUMED: about the width of a cursor. */
const PLANE_MARGIN_MM = 0.3;
/** Nothing of that name crosses this image: as wrong as can be. */
const ABSENT_DEG = 180;

export interface Reading {
  readonly kind: MarkKind;
  readonly clock: number;
  readonly rangeMm: number;
}

const errorOf = (tissue: Tissue, pose: ImagingPose, reading: Reading, inLumen: boolean): number => {
  const psi = trueAngle(psiOfClock(reading.clock), pose.nurd);
  const truth = truthAt(tissue, pose);
  switch (reading.kind) {
    case 'true-lumen':
      return angleBetweenDeg(psi, truth.trueLumen.psiRad);
    case 'plane': {
      if (!truth.plane) return ABSENT_DEG;
      const azimuth = psi + pose.rollRad;
      const dx = pose.x + reading.rangeMm * cos(azimuth) - truth.plane.x;
      const dy = pose.y + reading.rangeMm * sin(azimuth) - truth.plane.y;
      // the catheter lies in the plane, so a direction means little there: pointing into the opening is right
      const inside = Math.sqrt(dx * dx + dy * dy) <= truth.plane.radiusMm + PLANE_MARGIN_MM;
      return inside ? 0 : angleBetweenDeg(psi, truth.plane.psiRad);
    }
    case 'wire2-tip':
      return truth.wire2 ? angleBetweenDeg(psi, truth.wire2.psiRad) : ABSENT_DEG;
    case 'wire2-in-lumen':
      return truth.wire2 && inLumen ? angleBetweenDeg(psi, truth.wire2.psiRad) : ABSENT_DEG;
  }
};

/** @param wire2InLumen whether wire 2 lies in the true lumen where the image plane cuts it */
export const gradeMark = (
  tissue: Tissue,
  pose: ImagingPose,
  reading: Reading,
  tick: number,
  wire2InLumen: boolean,
): Mark => ({
  ...reading,
  tick,
  stationMm: pose.s,
  errorDeg: errorOf(tissue, pose, reading, wire2InLumen),
});

export const isRead = (mark: Mark): boolean => mark.errorDeg <= MARK_TOLERANCE_DEG;

export const meanMarkError = (marks: readonly Mark[]): number | null =>
  marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark.errorDeg, 0) / marks.length;
