/** @file Case files: bytes or text to a checked case, and back. */
import { CASE_VERSION, type CaseFile, caseFileSchema } from '../core/cases/schema.ts';
import { upgradeCase } from '../core/cases/upgrade.ts';
import { InputError, inputErrorOf } from './errors.ts';
import { type JsonObject, readJson } from './read-json.ts';
import { readVersion } from './versions.ts';

export const CASE_KIND = 'truelumen-case';

/** @throws InputError naming file and field */
export const caseFromJson = (value: JsonObject, file: string): CaseFile => {
  readVersion(value, CASE_KIND, CASE_VERSION, file);
  const upgraded = upgradeCase(value);
  const parsed = caseFileSchema.safeParse(upgraded);
  if (!parsed.success) throw inputErrorOf(file, parsed.error, upgraded);
  return parsed.data;
};

/**
 * @param input bytes or text of the file
 * @param file its name, for the sentence if it is bad
 * @throws InputError naming file and field
 */
export const readCaseFile = (input: Uint8Array | string, file: string): CaseFile =>
  caseFromJson(readJson(input, file), file);

export const writeCaseFile = (caseFile: CaseFile): string => `${JSON.stringify(caseFile, null, 2)}\n`;
export { InputError };
