/** @file Head of a file: is it of this kind, and of a version this program knows? */
import { InputError, PROBLEMS } from './errors.ts';
import type { JsonObject } from './read-json.ts';

/**
 * The version in a file's head.
 * @param prefix dotted path in front of the fields, for a file inside a file
 * @throws InputError if it is of another kind, newer than `known`, or says nothing about its version
 */
export const readVersion = (
  value: JsonObject,
  kind: string,
  known: number,
  file: string,
  prefix = '',
): number => {
  if (value.kind !== kind) throw new InputError(file, `${prefix}kind`, PROBLEMS.wrongKind(kind, value.kind));
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw new InputError(file, `${prefix}version`, PROBLEMS.noVersion());
  }
  if (version > known) throw new InputError(file, `${prefix}version`, PROBLEMS.newer(version, known));
  if (version < 0) throw new InputError(file, `${prefix}version`, PROBLEMS.tooOld(version));
  return version;
};
