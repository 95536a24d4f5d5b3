/** @file How commands get into the log: checked, rounded, in order. */
import type { Command } from './command.ts';
import { readCommand } from './command-schema.ts';
import type { Enqueued } from './refusal.ts';
import type { Session } from './state.ts';

/** A hub order that says what the hub does already, with nothing else waiting: holding a key still sends many. */
const changesNothing = (session: Session, command: Command): boolean => {
  if (command.type !== 'hub' || session.executed < session.log.length) return false;
  const now = session.inputs[command.device];
  return now.advance === command.advance && now.torque === command.torque;
};

/**
 * Takes a command from outside for a tick (the next one when omitted).
 * Accepts anything and never throws: what is no command is refused with a reason. Whether the world can follow is
 * decided when the tick comes; a refusal then is an event.
 */
export const enqueue = (session: Session, input: unknown, tick: number = session.tick): Enqueued => {
  const read = readCommand(input);
  if (!read.ok) return read;
  if (!Number.isInteger(tick)) return { ok: false, reason: 'not-a-number' };
  if (tick < session.tick) return { ok: false, reason: 'in-the-past' };
  if (session.procedure.finishedTick !== null) return { ok: false, reason: 'finished' };
  if (tick === session.tick && changesNothing(session, read.command)) return { ok: true, tick };
  const { log } = session;
  let i = log.length;
  while (i > session.executed && log[i - 1]!.tick > tick) i--;
  log.splice(i, 0, { tick, command: read.command });
  return { ok: true, tick };
};
