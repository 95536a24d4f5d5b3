/** @file Operations of an IVUS worker: a stateless renderer with a cached tissue. A reply's `frame.data` is transferred. */
import type { TissueEdit } from '../core/anatomy/edit.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { FrameRequest, ImagingSettings, PolarFrame } from '../core/ultrasound/frame.ts';
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
};
