/** @file Devices as the rest of the program sees them: names, inputs and poses. */
import type { MaterialId } from '../anatomy/material.ts';

export type DeviceId = 'wire1' | 'ivus' | 'wire2';
export const DEVICE_IDS: readonly DeviceId[] = ['wire1', 'ivus', 'wire2'];

/** Hub motion held until changed. Positive advance is distal; positive torque is clockwise seen from proximal. */
export interface HubInput {
  /** mm/s */
  readonly advance: number;
  /** rad/s */
  readonly torque: number;
}

/** So much, so far behind the end of the wire. */
export interface Bend {
  readonly angleDeg: number;
  readonly lengthMm: number;
}

/** Pre-shape of a wire tip: its bend, and behind that a second one to the same side, if it has one. */
export interface TipShape extends Bend {
  readonly second?: Bend | undefined;
}

/** Where a tip is: free in an open lumen, pushing on a surface, inside plaque, in the cleft, outside the vessel,
 *  or still inside the catheter that delivers it. */
export type TipPhase = 'lumen' | 'contact' | 'plaque' | 'plane' | 'outside' | 'in-catheter';

export interface TipState {
  readonly phase: TipPhase;
  readonly material: MaterialId;
  /** mm, deformed vessel coordinates. */
  readonly s: number;
  readonly x: number;
  readonly y: number;
  /** Azimuth at which the pre-shaped tip points, rad from n1. */
  readonly pointingRad: number;
  /** Force on the tip, N. */
  readonly forceN: number;
}

/** What the hands feel of a device: no truth, an operator has it in the fingers. */
export interface DeviceLoad {
  /** Force on the tip, N. */
  readonly tipN: number;
  /** The tip load of the wire's label, N; null for a device without one. */
  readonly labelN: number | null;
  /** Force at the hub, N: positive against a push, negative against a pull. */
  readonly hubN: number;
  /** Twist stored in the shaft: hub roll less tip roll, rad, positive clockwise seen from proximal. */
  readonly twistRad: number;
}

/** Pose of one device. Nodes run from proximal to tip, about 1 mm apart (finer at the tip). */
export interface DevicePose {
  readonly id: DeviceId;
  readonly loaded: boolean;
  /** Route coordinates, node-major: s, x, y (deformed), mm. */
  readonly route: Float32Array;
  /** World coordinates, node-major: x, y, z, mm. */
  readonly world: Float32Array;
  readonly radiusMm: number;
  /** Length inside the body, mm. */
  readonly insertionMm: number;
  readonly hubRollRad: number;
  readonly tipRollRad: number;
  readonly tip: TipState;
  readonly load: DeviceLoad;
}
