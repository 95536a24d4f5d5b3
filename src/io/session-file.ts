/** @file Session files: bytes or text to a checked session, and back. The case inside may be older than the session. */
import { CASE_VERSION } from '../core/cases/schema.ts';
import { upgradeCase } from '../core/cases/upgrade.ts';
import {
  SESSION_KIND,
  SESSION_VERSION,
  type SessionFile,
  sessionFileSchema,
} from '../core/session/session-file.ts';
import { upgradeSession } from '../core/session/upgrade.ts';
import { CASE_KIND } from './case-file.ts';
import { InputError, inputErrorOf, PROBLEMS } from './errors.ts';
import { type JsonObject, readJson } from './read-json.ts';
import { readVersion } from './versions.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws InputError naming file and field */
export const sessionFromJson = (value: JsonObject, file: string): SessionFile => {
  readVersion(value, SESSION_KIND, SESSION_VERSION, file);
  const session = upgradeSession(value);
  if (!isObject(session.case)) throw new InputError(file, 'case', PROBLEMS.missing('an object'));
  readVersion(session.case, CASE_KIND, CASE_VERSION, file, 'case.');
  const upgraded = { ...session, case: upgradeCase(session.case) };
  const parsed = sessionFileSchema.safeParse(upgraded);
  if (!parsed.success) throw inputErrorOf(file, parsed.error, upgraded);
  return parsed.data;
};

/**
 * @param input bytes or text of the file
 * @param file its name, for the sentence if it is bad
 * @throws InputError naming file and field
 */
export const readSessionFile = (input: Uint8Array | string, file: string): SessionFile =>
  sessionFromJson(readJson(input, file), file);

/** One command a line: long sessions stay readable, and small. */
export const writeSessionFile = (session: SessionFile): string => {
  const { commands, hashes, ...head } = session;
  const lines = (entries: readonly unknown[]): string =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${opening},\n  "commands": ${lines(commands)},\n  "hashes": ${lines(hashes)}\n}\n`;
};
