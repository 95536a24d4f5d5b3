/** @file Commands: the only way to change the world. Each takes effect at the tick it is logged with. */
import type { DeviceId, TipShape } from '../mechanics/device.ts';
import type { WireId } from '../mechanics/devices/access.ts';
import type { MarkKind } from '../procedure/procedure.ts';

export const TICK_HZ = 240;
export const TICK_S = 1 / TICK_HZ;

/** How wire 2 reaches the site: through the IVUS catheter's proximal Rx lumen, or beside it in a microcatheter. */
export type DeliveryRoute = 'rx-lumen' | 'microcatheter';

/** What has a hub to push: the three devices of every case, and a balloon. */
export type HubId = DeviceId | 'balloon';

export type Command =
  | { readonly type: 'hub'; readonly device: HubId; readonly advance: number; readonly torque: number }
  | {
      readonly type: 'load';
      readonly device: HubId;
      readonly wire?: string;
      readonly route?: DeliveryRoute;
      /** Which microcatheter brings wire 2; the slimmest without it. */
      readonly microcatheter?: string;
      /** Which balloon, how long, mm, and on which wire; the last one, its shortest, and wire 1 without it. */
      readonly balloon?: string;
      readonly lengthMm?: number;
      readonly on?: WireId;
      /** Tip bent to this before a wire goes in; the class's own shape, or the last one, without it. */
      readonly shape?: TipShape;
    }
  /** Another wire 2 through its microcatheter, which stays where it is. */
  | { readonly type: 'exchange'; readonly wire: string; readonly shape?: TipShape }
  | { readonly type: 'unload'; readonly device: HubId }
  /** Exchanges the sheath, while nothing but wire 1 lies in it. */
  | { readonly type: 'sheath'; readonly id: string }
  /** Takes an IVUS catheter from the shelf for the next `load`; the id of a catheter preset. */
  | { readonly type: 'catheter'; readonly id: string }
  | { readonly type: 'shape'; readonly device: 'wire1' | 'wire2'; readonly shape: TipShape }
  /** Flushes the IVUS catheter and the sheath with saline: contrast that stands in the vessels is gone. */
  | { readonly type: 'flush' }
  /** Slides the transducer inside the still catheter, mm/s, positive distal; 0 stops. */
  | { readonly type: 'transducer'; readonly rate: number }
  /** Recorded motorised pullback at a speed in mm/s; 0 stops and keeps the recording. */
  | { readonly type: 'pullback'; readonly speed: number }
  /** Target gantry angle, deg, 0 = AP, positive = RAO; the gantry turns at its real speed. */
  | { readonly type: 'c-arm'; readonly angleDeg: number }
  | { readonly type: 'fluoro'; readonly on: boolean }
  | { readonly type: 'contrast'; readonly ml: number }
  /** The user's reading of a frame. Clock hours 0 .. 12 on the unmirrored image, range in mm from the catheter axis.
   *  `pulledBackMm` names the frame of a recorded pullback that was read; without it the live frame is meant. */
  | {
      readonly type: 'mark';
      readonly kind: MarkKind;
      readonly clock: number;
      readonly rangeMm: number;
      readonly pulledBackMm?: number;
    }
  /** The user declares wire 2 to be in the true lumen on the live image. */
  | { readonly type: 'confirm' }
  /** Ends the case; the outcome follows from the world, not from this word. */
  | { readonly type: 'finish' };

export interface LoggedCommand {
  readonly tick: number;
  readonly command: Command;
}
