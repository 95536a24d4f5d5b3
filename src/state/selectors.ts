/** @file Questions that several parts ask of the state. Pure. */
import type { DeviceId, DevicePose } from '../core/mechanics/device.ts';
import { DEFAULT_SHEATH } from '../core/mechanics/devices/sheaths.ts';
import { type Mark, type MarkKind, STEP_IDS, type StepId } from '../core/procedure/procedure.ts';
import type { AccessSnapshot, Snapshot } from '../core/session/snapshot.ts';
import { type CatheterPreset, DEFAULT_CATHETER, findCatheter } from '../core/ultrasound/presets.ts';
import type { AppState } from './store.ts';

export const poseOf = (snapshot: Snapshot | null, device: DeviceId): DevicePose | null =>
  snapshot?.devices.find((d) => d.id === device) ?? null;

export const isLoaded = (state: AppState, device: DeviceId): boolean =>
  poseOf(state.slow, device)?.loaded ?? false;

/** The IVUS catheter in use, or ready on the table. */
export const catheterOf = (state: AppState): CatheterPreset =>
  findCatheter(state.slow?.imaging.catheter ?? '') ?? DEFAULT_CATHETER;

const FRESH: AccessSnapshot = {
  sheath: DEFAULT_SHEATH,
  contents: { wire1: true, ivus: null, wire2: null, balloon: null },
};

/** The sheath and what is in it. */
export const accessOf = (state: AppState): AccessSnapshot => state.slow?.access ?? FRESH;

export const currentStep = (state: AppState): StepId => state.slow?.procedure.current ?? STEP_IDS[0];

export const stepDone = (state: AppState, step: StepId): boolean =>
  (state.slow?.procedure.doneTicks[STEP_IDS.indexOf(step)] ?? null) !== null;

/** The devices do not answer: the case is paused, or a replay is being watched. */
export const handsOff = (state: AppState): boolean => state.paused || state.playback !== null;

/** The newest mark of a kind, or null. */
export const markOf = (snapshot: Snapshot | null, kind: MarkKind): Mark | null =>
  snapshot?.procedure.marks.findLast((mark) => mark.kind === kind) ?? null;

export const isRecording = (state: AppState): boolean => (state.slow?.imaging.pullbackSpeed ?? 0) !== 0;
