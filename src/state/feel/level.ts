/** @file How heavily a tip is loaded: one scale for the gauge, the words and the colours. */
import type { DeviceLoad } from '../../core/mechanics/device.ts';
import { NEWTON_PER_GF } from '../../core/mechanics/wires.ts';

/** What a device without a label is measured against, N: a catheter's tip is stopped at about this. ASSUMED. */
const UNLABELLED_N = 2;
/** Shares of the label from which a hand notices, and hesitates. ASSUMED. */
const NOTICED = 0.1;
const FIRM = 0.6;
/** The gauge ends at this many labels. */
export const FULL_SCALE = 2;

export type LoadLevel = 'free' | 'resists' | 'stuck' | 'above';

export const referenceN = ({ labelN }: DeviceLoad): number => labelN ?? UNLABELLED_N;

/** Tip force in labels: 1 is what the tip bears on its bench before it buckles. */
export const loadShare = (load: DeviceLoad): number => load.tipN / referenceN(load);

export const levelOf = (load: DeviceLoad): LoadLevel => {
  const share = loadShare(load);
  return share < NOTICED ? 'free' : share < FIRM ? 'resists' : share <= 1 ? 'stuck' : 'above';
};

export const gramForce = (newton: number): number => newton / NEWTON_PER_GF;

const TURN_RAD = 2 * Math.PI;
/** More than this one way is wind-up: the tip will whip when it lets go, and a joint may part. ASSUMED. */
export const WIND_UP_TURNS = 3;

export const turnsOf = ({ twistRad }: DeviceLoad): number => twistRad / TURN_RAD;
export const isWoundUp = (load: DeviceLoad): boolean => Math.abs(turnsOf(load)) > WIND_UP_TURNS;
