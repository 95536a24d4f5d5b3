/** @file Puts right how long the way of a tip in the open is, by where the wire behind it lies in tissue. */
import { HOLD, PER_NODE } from './holds.ts';
import { MEDIUM, mediumAt } from './track.ts';
import type { WireBody } from './wire-body.ts';

/**
 * How much longer the way is than it has been counted, mm: a wire that swings and cuts corners in the open is counted wrong, and then what
 * lies in tissue behind is further on its way, or less far, than where it is held.
 * @param behind node from which tissue is looked for
 */
export const driftMm = (
  { rod, holds, track }: Pick<WireBody, 'rod' | 'holds' | 'track'>,
  fromTip: Float64Array,
  behind: number,
): number => {
  const { kind, data } = holds;
  for (let i = behind; i >= rod.from; i--) {
    if (kind[i] !== HOLD.line || mediumAt(track, track.lengthMm - fromTip[i]!) !== MEDIUM.tissue) continue;
    const a = 4 * i;
    const o = PER_NODE * i;
    return (
      (rod.q[a]! - data[o]!) * data[o + 3]! +
      (rod.q[a + 1]! - data[o + 1]!) * data[o + 4]! +
      (rod.q[a + 2]! - data[o + 2]!) * data[o + 5]!
    );
  }
  return 0;
};
