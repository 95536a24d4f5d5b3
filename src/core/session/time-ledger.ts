/**
 * @file Work at the table takes time. Nobody waits for it on the screen: it is charged to the case clock at once.
 *
 * Procedure seconds = ticks / 240 + charged seconds. While the hands work at the table nothing else moves: what is charged
 * advances no device, no machine and no blood. Ticks stay what they are, so a replay is as exact as before.
 */
import type { Charge, Work } from './charge.ts';
import { type HubId, TICK_HZ } from './command.ts';
import { type Session, say } from './state.ts';

/** Seconds that an assisted operator takes, from the order to hands back on the hub. All ASSUMED. */
export const WORK_S: Readonly<Record<Work, number>> = {
  /** A wire out of its holder, through the valve, to the sheath or into its lumen. */
  'load-wire': 20,
  /** An IVUS catheter, flushed and connected, over wire 1 to the sheath. */
  'load-ivus': 30,
  /** A balloon, flushed, over its wire to the sheath. */
  'load-balloon': 30,
  /** A device out of the body and wiped. */
  'take-out': 15,
  /** Out with one and in with the next, both together: what is left of it when the next goes in follows from `take-out`. */
  exchange: 45,
  reshape: 15,
  flush: 8,
};

/** Rules before the third charge nothing. */
const RULES_THAT_CHARGE = 3;

export const chargedS = (charges: readonly Charge[]): number =>
  charges.reduce((sum, { seconds }) => sum + seconds, 0);

/** Procedure seconds at a tick: what was played until then and what had been charged by then. */
export const procedureS = (tick: number, charges: readonly Charge[]): number =>
  tick / TICK_HZ + charges.reduce((sum, entry) => (entry.tick <= tick ? sum + entry.seconds : sum), 0);

const enter = (session: Session, work: Work, seconds: number, device: HubId): boolean => {
  if (session.rules < RULES_THAT_CHARGE) return false;
  session.charges.push({ tick: session.tick, work, seconds, device });
  say(session, 'time-charged', 'info', { work, seconds, device });
  return true;
};

/** Charges a piece of work; false under rules that charge nothing. */
export const charge = (session: Session, work: 'reshape' | 'flush' | 'exchange', device: HubId): boolean =>
  enter(session, work, WORK_S[work], device);

/** A device has gone in; the second time it is the rest of an exchange. */
export const chargeLoad = (session: Session, device: HubId): void => {
  const again = session.takenOut.includes(device);
  if (again) enter(session, 'exchange', WORK_S.exchange - WORK_S['take-out'], device);
  else enter(session, LOADING[device], WORK_S[LOADING[device]], device);
};

const LOADING: Readonly<Record<HubId, Work>> = {
  wire1: 'load-wire',
  wire2: 'load-wire',
  ivus: 'load-ivus',
  balloon: 'load-balloon',
};

export const chargeTakeOut = (session: Session, device: HubId): void => {
  if (enter(session, 'take-out', WORK_S['take-out'], device) && !session.takenOut.includes(device))
    session.takenOut.push(device);
};
