/** @file Files named on the command line, read and written with errors that name them. */
import { CASE_LIBRARY } from '../core/cases/library.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import { readCaseFile } from '../io/case-file.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { readSessionFile } from '../io/session-file.ts';
import type { CliHost } from './host.ts';

/** The system's reason in its own short word (ENOENT), or its message. */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? String(error);
};

/** @throws InputError */
export const readBytes = (host: CliHost, file: string): Uint8Array => {
  try {
    return host.read(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(file, '', CLI_PROBLEMS.noFile(reasonOf(error)));
  }
};

/** A library case by its id, or else a case file. @throws InputError */
export const caseNamed = (host: CliHost, name: string): CaseFile => {
  const known = CASE_LIBRARY.find(({ id }) => id === name);
  if (known) return known;
  let bytes: Uint8Array;
  try {
    bytes = host.read(name);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const ids = CASE_LIBRARY.map(({ id }) => id);
    throw new InputError('--case', '', CLI_PROBLEMS.noCase(ids, name));
  }
  return readCaseFile(bytes, name);
};

/** @throws InputError */
export const sessionIn = (host: CliHost, file: string): SessionFile =>
  readSessionFile(readBytes(host, file), file);

/** @throws InputError */
export const writeBytes = (host: CliHost, file: string, bytes: Uint8Array): void => {
  try {
    host.write(file, bytes);
  } catch (error) {
    throw new InputError(file, '', CLI_PROBLEMS.cannotWrite(reasonOf(error)));
  }
};

/** @throws InputError */
export const makeFolder = (host: CliHost, folder: string): void => {
  try {
    host.makeFolder(folder);
  } catch (error) {
    throw new InputError(folder, '', CLI_PROBLEMS.cannotWrite(reasonOf(error)));
  }
};
