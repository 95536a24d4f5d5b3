/** @file What ends the open space ahead of a tip. */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Offset } from '../bundle.ts';
import { createSpot } from '../surroundings.ts';
import type { TipWork } from './tip-work.ts';
import { openSpaceAt } from './track.ts';

/** A plug is looked for from this far behind the tip to this far ahead, in steps, mm; ASSUMED. */
const LOOK_BACK_MM = 0.3;
export const LOOK_AHEAD_MM = 0.8;
const LOOK_STEP_MM = 0.05;
const spot = createSpot();
const inside: Offset = { x: 0, y: 0 };

/** Distance along the vessel from the tip to what ends the open space ahead, mm; infinite when that is not near. */
export const plugAhead = ({ space, body, tip }: TipWork): number => {
  const of = openSpaceAt(body.track, body.track.lengthMm);
  const { s, x, y } = tip;
  for (let d = -LOOK_BACK_MM; d <= LOOK_AHEAD_MM; d += LOOK_STEP_MM) {
    space.inside(of, s + d, x, y, inside);
    const { zone, material } = space.look(s + d, inside.x, inside.y, spot);
    // a device beside it is no plug
    if (zone === 'tissue' || (zone === 'solid' && material === MATERIAL.calcium)) return d;
  }
  return Number.POSITIVE_INFINITY;
};
