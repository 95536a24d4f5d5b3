/** @file A session as a file: the case, the seed and every command with its tick. Playing them again is the session. */
import { z } from 'zod';
import { caseFileSchema } from '../cases/schema.ts';
import type { LoggedCommand } from './command.ts';
import { commandSchema } from './command-schema.ts';

/** Version of the session file this program writes. Older ones are upgraded, newer ones refused. */
export const SESSION_VERSION = 3;
export const SESSION_KIND = 'truelumen-session';

/**
 * Rules of the world that a new session is played by. A session keeps those it began with, so that it replays as it was
 * played. 1: the element turns evenly, any pullback speed. 2: it turns unevenly (NURD) and marks are graded on the image
 * as drawn; the drive of a catheter has a fastest speed. 3: work at the table is charged to the case clock.
 * 4: wire 1 is a rod, and so is wire 2 while a microcatheter brings it; devices wound the vessel, a forced catheter kinks.
 */
export const SESSION_RULES = 4;

/** A day at 240 ticks a second: no session is longer, and a replay of more would never end. */
const MAX_TICKS = 240 * 3600 * 24;
const MAX_COMMANDS = 2_000_000;

const tick = z.int().min(0).max(MAX_TICKS);

export const sessionFileSchema = z
  .strictObject({
    kind: z.literal(SESSION_KIND),
    version: z.literal(SESSION_VERSION),
    /** Version of the program that wrote it. */
    program: z.string().min(1).max(40),
    case: caseFileSchema,
    seed: z.int().min(0).max(4294967295),
    rules: z.int().min(1).max(SESSION_RULES),
    /** Ordered by tick. */
    commands: z.array(z.strictObject({ tick, command: commandSchema })).max(MAX_COMMANDS),
    /** Ticks played. */
    endTick: tick,
    /** State hash after so many ticks, one a second and the last; empty in a file written by hand. */
    hashes: z.array(
      z.strictObject({ tick, hash: z.string().regex(/^[0-9a-f]{16}$/, 'must be 16 hex digits') }),
    ),
  })
  .superRefine((file, ctx) => {
    const late = file.commands.findIndex((c, i) => i > 0 && c.tick < file.commands[i - 1]!.tick);
    if (late >= 0) {
      ctx.addIssue({
        code: 'custom',
        path: ['commands', late, 'tick'],
        message: 'must not be before the one above',
      });
    }
  });

export interface SessionFile extends Omit<z.infer<typeof sessionFileSchema>, 'commands'> {
  readonly commands: readonly LoggedCommand[];
}
