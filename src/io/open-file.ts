/** @file Whatever the user opens or drops: a case or a session, told apart by its head. */
import type { CaseFile } from '../core/cases/schema.ts';
import { SESSION_KIND, type SessionFile } from '../core/session/session-file.ts';
import { CASE_KIND, caseFromJson } from './case-file.ts';
import { InputError, PROBLEMS } from './errors.ts';
import { readJson } from './read-json.ts';
import { sessionFromJson } from './session-file.ts';

export type OpenedFile =
  | { readonly kind: 'case'; readonly caseFile: CaseFile }
  | { readonly kind: 'session'; readonly session: SessionFile };

/** @throws InputError naming file and field */
export const openFile = (input: Uint8Array | string, file: string): OpenedFile => {
  const value = readJson(input, file);
  if (value.kind === CASE_KIND) return { kind: 'case', caseFile: caseFromJson(value, file) };
  if (value.kind === SESSION_KIND) return { kind: 'session', session: sessionFromJson(value, file) };
  throw new InputError(file, 'kind', PROBLEMS.unknownKind([CASE_KIND, SESSION_KIND]));
};
