/**
 * @file Notices what fingers would notice in the force and twist of a device: a pop when the tip breaks through, a slip
 * when it lets go. It reads nothing that a hand does not feel.
 */
import type { DeviceLoad } from '../../core/mechanics/device.ts';

export type TouchEvent = 'pop' | 'slip';

export interface Touch {
  /** Highest recent tip force, N. */
  peakN: number;
  twistRad: number;
  /** Recent twist given back while the hub did not give it, rad. */
  releasedRad: number;
  hubRollRad: number;
  insertionMm: number;
  quietS: number;
  fresh: boolean;
}

/** What a hand has of a device at one moment. */
export interface TouchSample {
  readonly load: DeviceLoad;
  readonly hubRollRad: number;
  readonly insertionMm: number;
}

/** The peak is forgotten with this time constant, s; what twist gave back, with the second. ASSUMED. */
const PEAK_S = 0.25;
const RELEASE_S = 0.08;
/** A fall to this share of a peak of at least so many labels is felt as a pop. ASSUMED. */
const POP_SHARE = 0.6;
const POP_LABELS = 0.25;
const REFERENCE_N = 2;
/** Twist given back at once that is felt as a slip, rad. ASSUMED: about 20 deg. */
const SLIP_RAD = 0.35;
/** After one event the fingers are deaf for so long, s. */
const QUIET_S = 0.15;

export const createTouch = (): Touch => ({
  peakN: 0,
  twistRad: 0,
  releasedRad: 0,
  hubRollRad: 0,
  insertionMm: 0,
  quietS: 0,
  fresh: true,
});

/** One moment later: what was felt, if anything. */
export const feel = (touch: Touch, now: TouchSample, dtS: number): TouchEvent | null => {
  const { load } = now;
  const pushed = now.insertionMm - touch.insertionMm > 1e-6;
  const hubTurn = now.hubRollRad - touch.hubRollRad;
  const twistBefore = Math.abs(touch.twistRad);
  const given = Math.max(0, twistBefore - Math.abs(load.twistRad) - Math.abs(hubTurn));
  // a device put in or out is no feeling
  const jumped = touch.fresh || Math.abs(now.insertionMm - touch.insertionMm) > 5;
  touch.releasedRad = jumped ? 0 : touch.releasedRad * Math.exp(-dtS / RELEASE_S) + given;
  touch.peakN = jumped ? load.tipN : Math.max(load.tipN, touch.peakN * Math.exp(-dtS / PEAK_S));
  touch.twistRad = load.twistRad;
  touch.hubRollRad = now.hubRollRad;
  touch.insertionMm = now.insertionMm;
  touch.fresh = false;
  touch.quietS = Math.max(0, touch.quietS - dtS);
  if (jumped || touch.quietS > 0) return null;
  const popped =
    pushed && touch.peakN > POP_LABELS * (load.labelN ?? REFERENCE_N) && load.tipN < POP_SHARE * touch.peakN;
  const slipped = touch.releasedRad > SLIP_RAD;
  if (!popped && !slipped) return null;
  touch.peakN = load.tipN;
  touch.releasedRad = 0;
  touch.quietS = QUIET_S;
  return popped ? 'pop' : 'slip';
};
