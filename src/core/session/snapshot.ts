/** @file What the simulation shows to the outside, 60 times a second. For the program's own panes; what
 *  users and scripts may see is `public-snapshot.ts`, which leaves the truth out. */
import type { TissueEdit } from '../anatomy/edit.ts';
import type { DevicePose } from '../mechanics/device.ts';
import type { BalloonPose } from '../mechanics/devices/balloon.ts';
import type { SheathContents } from '../mechanics/devices/contents.ts';
import type { SheathId } from '../mechanics/devices/sheaths.ts';
import type { SessionEvent } from '../procedure/event.ts';
import type { ProcedureState } from '../procedure/procedure.ts';
import type { ImagingPose } from '../ultrasound/frame.ts';
import type { CatheterId } from '../ultrasound/presets.ts';
import type { Charge } from './charge.ts';

export interface CArmState {
  readonly angleDeg: number;
  readonly targetDeg: number;
  readonly fluoroOn: boolean;
}

/** Contrast in the vessels. The bolus fades; the roadmap keeps the best opacified picture. */
export interface ContrastState {
  /** 0 .. 1 opacification now of the open vessels. */
  readonly opacity: number;
  /** True after the first puff: a roadmap can be shown, with the angle it was taken at. */
  readonly roadmapAngleDeg: number | null;
}

export interface Clocks {
  /** Procedure time: what was played and what was charged. */
  readonly timeS: number;
  /** Work at the table that was charged to the clock so far, in order. */
  readonly charges: readonly Charge[];
  readonly fluoroS: number;
  readonly contrastMl: number;
}

export interface ImagingState {
  /** The IVUS catheter in use, or the one that lies ready. */
  readonly catheter: CatheterId;
  /** Null until the IVUS catheter is in the body. */
  readonly pose: ImagingPose | null;
  /** Distance of the transducer from its home position, mm, 0 .. travel (positive = pulled back). An array's home is
   *  where its catheter was pushed to, or where the sled began to pull. */
  readonly pulledBackMm: number;
  readonly travelMm: number;
  readonly homeFromTipMm: number;
  readonly pullbackSpeed: number;
  /** Counts recorded pullbacks; frames recorded belong to the newest. */
  readonly pullbackId: number;
}

/** The sheath and all that is in it. */
export interface AccessSnapshot {
  readonly sheath: SheathId;
  readonly contents: SheathContents;
}

export interface Snapshot {
  readonly tick: number;
  readonly devices: readonly DevicePose[];
  readonly balloon: BalloonPose;
  readonly access: AccessSnapshot;
  readonly editsVersion: number;
  /** Edits since the previous snapshot. */
  readonly newEdits: readonly TissueEdit[];
  readonly imaging: ImagingState;
  readonly cArm: CArmState;
  readonly contrast: ContrastState;
  readonly clocks: Clocks;
  readonly procedure: ProcedureState;
  /** Events since the previous snapshot. */
  readonly events: readonly SessionEvent[];
}
