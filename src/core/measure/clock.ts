/**
 * @file The clock face of the IVUS image: the only place that turns image angles into hours and back.
 *
 * psi is the angle of an A-line counted from line 0, rad, right-handed about the distal axis. Seen from proximal,
 * looking distally, psi grows clockwise; psi = 90 deg is 12 o'clock and psi = 0 is 9 o'clock (field convention
 * psi = c + 90 deg, with c in degrees clockwise from 12). Hours always refer to the unmirrored image.
 */
import { TAU } from '../math/trig.ts';

/** rad per hour of the clock. */
export const RAD_PER_HOUR = TAU / 12;

const QUARTER = TAU / 4;

/** Angle folded into [0, 2 pi). */
export const wrapTurn = (angle: number): number => {
  const folded = angle - TAU * Math.floor(angle / TAU);
  return folded >= TAU ? 0 : folded;
};

/** Hours in [0, 12) of the image angle psi (rad); 0 is 12 o'clock. */
export const clockOfPsi = (psi: number): number => wrapTurn(psi - QUARTER) / RAD_PER_HOUR;

/** Image angle psi in [0, 2 pi) of a clock position in hours (any real; 12 is 0). */
export const psiOfClock = (hours: number): number => wrapTurn(QUARTER + hours * RAD_PER_HOUR);

/** Hours between two clock positions, the short way round, 0 .. 6. */
export const clockDistance = (a: number, b: number): number => {
  const d = Math.abs(a - b) % 12;
  return d > 6 ? 12 - d : d;
};

/** A point of the image: mm from the catheter axis, x to the right and y up on the unmirrored screen. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** Where psi at a range (mm) lies on the screen, mm; `mirrored` flips left and right. */
export const imagePoint = (psi: number, rangeMm: number, mirrored = false): ImagePoint => {
  const x = -rangeMm * Math.cos(psi);
  return { x: mirrored ? -x : x, y: rangeMm * Math.sin(psi) };
};

/** Inverse of `imagePoint`: psi in [0, 2 pi) and range, mm. */
export const polarOf = (point: ImagePoint, mirrored = false): { psi: number; rangeMm: number } => {
  const x = mirrored ? -point.x : point.x;
  return { psi: wrapTurn(Math.atan2(point.y, -x)), rangeMm: Math.hypot(x, point.y) };
};
