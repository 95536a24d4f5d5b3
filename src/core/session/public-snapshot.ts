/**
 * @file What users' scripts may see: what an operator could know, and nothing that the model alone knows.
 *
 * Left out unless truth is shown: route coordinates, tip phase and material, the catheter's roll
 * and with it the imaging pose, tissue edits, stations, and how wrong a mark is.
 */
import type { DeviceId, DeviceLoad } from '../mechanics/device.ts';
import type { BalloonPose } from '../mechanics/devices/balloon.ts';
import type { SessionEvent } from '../procedure/event.ts';
import type { Mark, Outcome, ProcedureState, StepId } from '../procedure/procedure.ts';
import type { AccessSnapshot, CArmState, Clocks, ContrastState, ImagingState, Snapshot } from './snapshot.ts';

export interface PublicDevice {
  readonly id: DeviceId;
  readonly loaded: boolean;
  /** What fluoroscopy would show: x, y, z per node, mm. */
  readonly world: Float32Array;
  readonly radiusMm: number;
  readonly insertionMm: number;
  readonly hubRollRad: number;
  /** What the hands feel. */
  readonly load: DeviceLoad;
}

export type PublicMark = Pick<Mark, 'kind' | 'tick' | 'clock' | 'rangeMm'>;

export interface PublicSnapshot {
  readonly tick: number;
  readonly devices: readonly PublicDevice[];
  readonly balloon: BalloonPose;
  readonly access: AccessSnapshot;
  readonly imaging: Omit<ImagingState, 'pose'> & { readonly present: boolean };
  readonly cArm: CArmState;
  readonly contrast: ContrastState;
  readonly clocks: Clocks;
  readonly procedure: Omit<ProcedureState, 'marks'> & { readonly marks: readonly PublicMark[] };
  readonly events: readonly SessionEvent[];
}

/** Steps whose progress is measured against the hidden anatomy. */
const TELLTALE_STEPS: readonly StepId[] = ['read-image', 'orient', 'steer-wire2', 'advance-wire2'];
/** Values of events that only the model knows. */
const TELLTALE_VALUES = ['errorDeg', 'stationMm', 'fromCapMm', 'pastCapMm', 'forceN'];

const publicEvent = (event: SessionEvent): SessionEvent => ({
  ...event,
  values: Object.fromEntries(Object.entries(event.values).filter(([key]) => !TELLTALE_VALUES.includes(key))),
});

/** The snapshot without the truth. The outcome, once there is one, is for everybody. */
export const publicSnapshot = (snapshot: Snapshot): PublicSnapshot => {
  const { pose, ...imaging } = snapshot.imaging;
  const { procedure } = snapshot;
  const outcome: Outcome | null = procedure.outcome;
  return {
    tick: snapshot.tick,
    devices: snapshot.devices.map(({ id, loaded, world, radiusMm, insertionMm, hubRollRad, load }) => ({
      id,
      loaded,
      world,
      radiusMm,
      insertionMm,
      hubRollRad,
      load,
    })),
    balloon: snapshot.balloon,
    access: snapshot.access,
    imaging: { ...imaging, present: pose !== null },
    cArm: snapshot.cArm,
    contrast: snapshot.contrast,
    clocks: snapshot.clocks,
    procedure: {
      doneTicks: procedure.doneTicks,
      current: procedure.current,
      progress: TELLTALE_STEPS.includes(procedure.current) ? 0 : procedure.progress,
      marks: procedure.marks.map(({ kind, tick, clock, rangeMm }) => ({ kind, tick, clock, rangeMm })),
      outcome,
    },
    events: snapshot.events.map(publicEvent),
  };
};
