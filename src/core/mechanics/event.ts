/** @file What mechanics reports and what it refuses. */
import type { DeviceId } from './device.ts';

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
  /** A device was stopped: the hub moves, the tip does not. */
  | 'stopped';

export interface MechanicsEvent {
  readonly kind: MechanicsEventKind;
  readonly device: DeviceId;
  /** Where, mm along the route. */
  readonly s: number;
  readonly forceN: number;
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
  | 'tip-in-body';

export type OrderResult = { readonly ok: true } | { readonly ok: false; readonly reason: RefusalReason };
