/** @file Brings a session to places where tests begin, by commands alone. */
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import type { Command } from '../../src/core/session/command.ts';
import { createSession, enqueue, type Session, stepSession } from '../../src/core/session/session.ts';

export const FLAGSHIP = CASE_LIBRARY[0]!;

const anatomy = anatomyOf(FLAGSHIP);

/** A session of the flagship; the anatomy, which nothing changes, is made once for all. */
export const freshSession = (seed?: number): Session => createSession(FLAGSHIP, seed, anatomy);

export const runTicks = (session: Session, ticks: number): void => {
  for (let i = 0; i < ticks; i++) stepSession(session);
};

/** Each command at once, then so many ticks. */
export const playScript = (session: Session, script: readonly (readonly [Command, number])[]): void => {
  for (const [command, ticks] of script) {
    const answer = enqueue(session, command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
    runTicks(session, ticks);
  }
};

/** Wire 1 and the catheter a few centimetres down the open artery: enough for an image, a slide and a pullback. */
export const CATHETER_IN: readonly (readonly [Command, number])[] = [
  [{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 840],
  [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 1],
  [{ type: 'load', device: 'ivus' }, 1],
  [{ type: 'hub', device: 'ivus', advance: 20, torque: 0 }, 600],
  [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 1],
];

/** Wire 1 at the end of the cleft, the catheter past the distal cap, wire 2 parked in it. */
export const CATHETER_DEEP: readonly (readonly [Command, number])[] = [
  [{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 240 * 19],
  [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 1],
  [{ type: 'load', device: 'ivus' }, 1],
  [{ type: 'hub', device: 'ivus', advance: 20, torque: 0 }, 240 * 17],
  [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 1],
  [{ type: 'load', device: 'wire2', wire: 'tapered-12', route: 'rx-lumen' }, 1],
];

export const sessionWithCatheter = (): Session => {
  const session = freshSession();
  playScript(session, CATHETER_IN);
  return session;
};

export const codesOf = (session: Session): string[] => session.events.map(({ code }) => code);
