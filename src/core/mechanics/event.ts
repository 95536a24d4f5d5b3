/** @file What mechanics reports and what it refuses. */
import type { TissueEdit } from '../anatomy/edit.ts';
import type { DeviceId } from './device.ts';
import type { SheathFit } from './devices/fit.ts';

export type MechanicsEventKind =
  /** Wire 1 left the lumen for the cleft. */
  | 'entered-plane'
  /** Wire 2 came out of the catheter's lumen. */
  | 'exited-catheter'
  /** A tip went into the tissue inside the IEL. */
  | 'entered-plaque'
  /** A tip came from tissue or plane into flowing blood. */
  | 'entered-lumen'
  | 'calcium-strike'
  /** A tip went through the adventitia. */
  | 'perforation'
  /** A tip lies in the adventitia, which still holds. */
  | 'in-adventitia'
  /** What a perforation has bled, or its size, calls for an intervention. */
  | 'major-bleeding'
  /** A device was stopped: the hub moves, the tip does not. */
  | 'stopped'
  /** The IVUS catheter was forced, and its shaft has kinked. */
  | 'kinked';

export interface MechanicsEvent {
  readonly kind: MechanicsEventKind;
  readonly device: DeviceId;
  /** Where, mm along the route. */
  readonly s: number;
  readonly forceN: number;
}

/** What a tick adds to: openings to be applied before the next one, and what happened. */
export interface StepOutput {
  readonly edits: TissueEdit[];
  readonly events: MechanicsEvent[];
}

export type RefusalReason =
  | 'already-loaded'
  | 'not-loaded'
  /** Wire 1 cannot leave while the catheter rides on it. */
  | 'catheter-over-wire1'
  | 'needs-wire1'
  | 'needs-catheter'
  /** The proximal lumen is still outside the body. */
  | 'catheter-too-shallow'
  /** Another catheter can be taken only while none is in the body. */
  | 'catheter-in-body'
  /** Wire 1 runs in the catheter's only Rx lumen. */
  | 'no-second-lumen'
  /** The catheter cannot leave while wire 2 runs in its lumen. */
  | 'wire2-in-catheter'
  | 'unknown-wire'
  | 'bad-shape'
  /** A tip can be reshaped only outside the body or while it still lies in its lumen or at the sheath. */
  | 'tip-in-body'
  /** It does not fit into the sheath beside what is in it. */
  | 'does-not-fit'
  /** A sheath is exchanged over wire 1 alone. */
  | 'sheath-in-use'
  | 'unknown-sheath'
  | 'unknown-microcatheter'
  /** A wire is exchanged through a microcatheter, and there is none. */
  | 'needs-microcatheter'
  /** It is still being pushed down the lumen. */
  | 'microcatheter-on-its-way'
  | 'unknown-balloon'
  | 'balloon-needs-wire'
  /** A balloon and an IVUS catheter cannot run on one wire, nor a balloon on a wire that runs in a catheter's lumen. */
  | 'rail-taken'
  /** A wire cannot leave while a balloon rides on it. */
  | 'balloon-over-wire';

export type OrderResult =
  | { readonly ok: true }
  /** `fit` says what does not fit, where that is the reason. */
  | { readonly ok: false; readonly reason: RefusalReason; readonly fit?: SheathFit };

export const refuse = (reason: RefusalReason, fit?: SheathFit): OrderResult =>
  fit ? { ok: false, reason, fit } : { ok: false, reason };
