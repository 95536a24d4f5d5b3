/** @file Air that was left in the window: sound dies in its directions. */
import type { AirBubble } from '../frame.ts';

/** What air leaves of the sound, two-way: next to nothing. */
export const AIR_TRANSMISSION = 10 ** (-50 / 20);

/** True where a direction, rad from line 0, points into the air. */
export const inAir = ({ centreRad, arcRad }: AirBubble, angleRad: number): boolean => {
  const off = (angleRad - centreRad) / (2 * Math.PI);
  return 2 * Math.PI * Math.abs(off - Math.round(off)) <= arcRad / 2;
};
