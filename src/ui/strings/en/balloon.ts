/** @file Words about the balloon on a wire. */
import type { BalloonDesign } from '../../../core/mechanics/devices/balloons.ts';

const design: Readonly<Record<BalloonDesign, string>> = { otw: 'over the wire', rx: 'rapid exchange' };

export const balloon = {
  name: 'Balloon',
  which: 'Diameter and design',
  length: 'Length',
  kind: (nominalMm: number, kind: BalloonDesign) => `${nominalMm.toFixed(1)} mm, ${design[kind]}`,
  size: (nominalMm: number, lengthMm: number) => `${nominalMm.toFixed(1)} × ${lengthMm} mm`,
  rides: (size: string, wire: string) => `Balloon ${size} on ${wire}`,
  putOn: (wire: string) => `Put on ${wire}`,
  takeOff: 'Take the balloon out',
  push: 'Push the balloon (hold)',
  pull: 'Pull the balloon (hold)',
  atTip: 'at the end of its wire',
  oneOnly: 'A balloon is in already: take it out first.',
  folded: 'It stays folded: inflation is not modelled.',
} as const;
