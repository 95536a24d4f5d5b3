/** @file Everything a running session holds. Changed by `stepSession` and `enqueue` alone. */
import type { TissueEdit } from '../anatomy/edit.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { CaseFile } from '../cases/schema.ts';
import type { HubInput } from '../mechanics/device.ts';
import type { MechanicsState } from '../mechanics/state.ts';
import type { SessionEvent } from '../procedure/event.ts';
import type { Mark, Outcome } from '../procedure/procedure.ts';
import type { CatheterPreset } from '../ultrasound/presets.ts';
import type { Charge } from './charge.ts';
import type { HubId, LoggedCommand } from './command.ts';
import type { CArm, Contrast } from './gantry.ts';
import type { Transducer } from './transducer.ts';

/** State hash after this many ticks. */
export interface TickHash {
  readonly tick: number;
  readonly hash: string;
}

/** What has been done, seen and said so far. */
export interface ProcedureRecord {
  /** In the order of STEP_IDS. */
  readonly doneTicks: (number | null)[];
  progress: number;
  readonly marks: Mark[];
  confirmedTick: number | null;
  finishedTick: number | null;
  outcome: Outcome | null;
  perforations: number;
  calciumStrikes: number;
  wire2Delivered: boolean;
}

/** What was last told about, so that an event is told once when it begins. */
export interface Told {
  wire1InPlane: boolean;
  ivusPastCap: boolean;
  wire2Exited: boolean;
  wire2InPlaque: boolean;
  wire2InLumen: boolean;
  haematoma: boolean;
  /** Sticks at one site that have been remarked on. */
  sticks: number;
  /** Tick until which the same complaint of the world is not repeated, by event code. */
  readonly quietUntil: Record<string, number>;
}

export interface Session {
  readonly caseFile: CaseFile;
  readonly seed: number;
  /** Which rules of the world hold, 1 .. SESSION_RULES. */
  readonly rules: number;
  readonly tissue: Tissue;
  readonly mechanics: MechanicsState;
  /** Azimuth of image line 0 from the catheter's own roll, rad: where the drive shaft happens to stand. */
  readonly imageZeroRad: number;
  /** In use, or ready on the table. */
  catheter: CatheterPreset;
  /** How fast the catheter moved in the last tick, mm/s, distal positive. Follows from the rest: not hashed. */
  catheterMmS: number;
  /** Ticks done. */
  tick: number;
  readonly inputs: Record<HubId, HubInput>;
  readonly cArm: CArm;
  readonly contrast: Contrast;
  readonly transducer: Transducer;
  fluoroTicks: number;
  /** Work at the table that was charged to the case clock. */
  readonly charges: Charge[];
  /** Devices that were in once and have been taken out: the next load is an exchange. */
  readonly takenOut: HubId[];
  readonly procedure: ProcedureRecord;
  readonly told: Told;
  /** Ordered by tick, then as they came; the first `executed` have been carried out. */
  readonly log: LoggedCommand[];
  executed: number;
  readonly edits: TissueEdit[];
  readonly events: SessionEvent[];
  readonly hashes: TickHash[];
}

export const STILL: HubInput = { advance: 0, torque: 0 };

export const say = (
  session: Session,
  code: SessionEvent['code'],
  severity: SessionEvent['severity'],
  values: SessionEvent['values'] = {},
): void => {
  session.events.push({ tick: session.tick, code, severity, values });
};

/** Says it unless the same was said less than `quietS` ago. */
export const sayOnceIn = (
  session: Session,
  quietTicks: number,
  code: SessionEvent['code'],
  severity: SessionEvent['severity'],
  values: SessionEvent['values'] = {},
): boolean => {
  const { quietUntil } = session.told;
  const quiet = session.tick < (quietUntil[code] ?? 0);
  // every repetition prolongs the silence: one long scrape is one event
  quietUntil[code] = session.tick + quietTicks;
  if (!quiet) say(session, code, severity, values);
  return !quiet;
};
