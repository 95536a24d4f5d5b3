/** @file Operations of an IVUS worker: a stateless renderer with a cached tissue. A reply's `frame.data` is transferred. */
import type { TissueEdit } from '../core/anatomy/edit.ts';
import type { CalciumPhantom } from '../core/cases/calcium-phantom.ts';
import type { SceneId } from '../core/cases/gallery/scene.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { FrameRequest, ImagingSettings, PolarFrame } from '../core/ultrasound/frame.ts';
import type { CatheterId } from '../core/ultrasound/presets.ts';
import type { ValidationRow } from '../core/ultrasound/validation/report.ts';
import type { Hello } from './ops.ts';

export interface LoadTissue {
  readonly caseFile: CaseFile;
  /** Open the tissue as if the devices lay as the case designs them, for frames without a session. */
  readonly designed: boolean;
}

/** Stations at which the designed catheter can look, mm. */
export interface LoadedTissue {
  readonly startMm: number;
  readonly endMm: number;
}

/** A frame, and the edits that the worker may lack: those from index `editsFrom` on. */
export interface RenderRequest {
  readonly request: FrameRequest;
  readonly editsFrom: number;
  readonly edits: readonly TissueEdit[];
}

export interface RenderDesigned {
  /** Station of the transducer, mm. */
  readonly s: number;
  readonly rollRad: number;
  readonly frameSeed: number;
  readonly settings: ImagingSettings;
}

/** A frame of the vessel with one plate, or of the same vessel without it. Needs nothing loaded. */
export interface RenderPhantom {
  readonly phantom: CalciumPhantom;
  readonly withPlate: boolean;
  readonly settings: ImagingSettings;
  readonly frameSeed: number;
  readonly timeS: number;
}

/** A square picture of the truth: pixels along a side, and the radius that fills it, mm. */
export interface TruthView {
  readonly side: number;
  readonly depthMm: number;
}

/** A recognition scene through a catheter. Needs nothing loaded. */
export interface DrawScene {
  readonly scene: SceneId;
  readonly catheter: CatheterId;
  readonly frameSeed: number;
  readonly timeS: number;
  /** Null where the truth is not wanted. */
  readonly truth: TruthView | null;
}

export interface DrawnScene {
  readonly frame: PolarFrame;
  /** One index into TRUTH_NAMES per pixel, row-major from the top left, NO_LABEL outside the disc. Transferred too. */
  readonly truth: Uint8Array | null;
  readonly renderMs: number;
}

export const NO_LABEL = 255;

export type RenderReply =
  /** `frame.editsVersion` is the version it saw: the worker may already know later edits than were asked for. */
  | { readonly ok: true; readonly frame: PolarFrame; readonly renderMs: number }
  /** Edits are missing in between; send all from `haveEdits` on. */
  | { readonly ok: false; readonly reason: 'stale-tissue'; readonly haveEdits: number }
  | { readonly ok: false; readonly reason: 'not-loaded' };

export type IvusOps = {
  hello: readonly [undefined, Hello];
  load: readonly [LoadTissue, LoadedTissue];
  render: readonly [RenderRequest, RenderReply];
  renderDesigned: readonly [RenderDesigned, RenderReply];
  renderPhantom: readonly [RenderPhantom, RenderReply];
  drawScene: readonly [DrawScene, DrawnScene];
  /** One test of the physics validation, by its number. Rejects for a number that is none. */
  validate: readonly [{ readonly id: number }, ValidationRow];
};
