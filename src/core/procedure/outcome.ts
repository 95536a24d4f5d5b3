/** @file How the case ended: follows from the world, not from what the user says. */
import type { Wire2Facts } from './facts.ts';
import { meanMarkError } from './marks.ts';
import type { Harm, Mark, Outcome, OutcomeReason } from './procedure.ts';
import { LUMEN_LENGTH_MM } from './rules.ts';

export interface Ending {
  readonly timeS: number;
  readonly fluoroS: number;
  readonly contrastMl: number;
  readonly perforations: number;
  readonly harm: Harm;
  readonly calciumStrikes: number;
  readonly confirmed: boolean;
  readonly distalCapMm: number;
  readonly wire2: Wire2Facts;
  /** Wire 2 left its catheter at some time. */
  readonly wire2Delivered: boolean;
  readonly marks: readonly Mark[];
}

/** A perforation outweighs everything; a wire in the true lumen that nobody looked at is not yet a success. */
const reasonOf = (end: Ending): OutcomeReason => {
  if (end.perforations > 0) return 'perforation';
  if (!end.wire2Delivered) return 'stopped';
  if (end.wire2.lumenLengthMm < LUMEN_LENGTH_MM) return 'not-in-lumen';
  return end.confirmed ? 're-entry' : 'unconfirmed';
};

export const outcomeOf = (end: Ending): Outcome => {
  const reason = reasonOf(end);
  const { reentryS, lumenLengthMm } = end.wire2;
  return {
    success: reason === 're-entry',
    reason,
    timeS: end.timeS,
    fluoroS: end.fluoroS,
    contrastMl: end.contrastMl,
    perforations: end.perforations,
    harm: end.harm,
    reentryFromCapMm: reentryS === null ? null : reentryS - end.distalCapMm,
    lumenLengthMm,
    calciumStrikes: end.calciumStrikes,
    meanMarkErrorDeg: meanMarkError(end.marks),
  };
};
