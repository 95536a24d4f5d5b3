/** @file Bad input as one sentence that names the file and the field. All English of files and command line is here. */
import type { z } from 'zod';

/** What is wrong with a file that somebody opened. `sentence` is complete and fit to be shown. */
export class InputError extends Error {
  /** Name as the user knows it. */
  readonly file: string;
  /** Dotted path of the field, or empty when the file as a whole is meant. */
  readonly field: string;
  readonly sentence: string;

  constructor(file: string, field: string, problem: string) {
    const where = field === '' ? file : `${file}: ${field}`;
    const sentence = `${where} ${problem}${/[.!?]$/.test(problem) ? '' : '.'}`;
    super(sentence);
    this.name = 'InputError';
    this.file = file;
    this.field = field;
    this.sentence = sentence;
  }
}

export const PROBLEMS = {
  tooLarge: (limitMb: number) => `is larger than ${limitMb} MB, the most this program reads`,
  empty: () => 'is empty',
  notText: () => 'is not a text file',
  notJson: (place: { readonly line: number; readonly column: number } | null) =>
    place ? `is not valid JSON (line ${place.line}, column ${place.column})` : 'is not valid JSON',
  tooDeep: (levels: number) => `is nested more than ${levels} levels deep`,
  notAnObject: () => 'must hold one JSON object, that is begin with {',
  noVersion: () => 'must be a whole number: the version of the file format',
  newer: (version: number, known: number) =>
    `is ${version}, newer than the ${known} this program reads; please update TrueLumen`,
  tooOld: (version: number) => `is ${version}, which this program no longer reads`,
  wrongKind: (expected: string, found: unknown) =>
    found === undefined
      ? `is missing; it must be "${expected}"`
      : `must be "${expected}", not ${shown(found)}`,
  unknownKind: (kinds: readonly string[]) => `must be ${listed(kinds)}: it is neither a case nor a session`,
  missing: (what: string) => `is missing; it must be ${what}`,
  wrongType: (expected: string, found: string) => `must be ${expected}, not ${found}`,
  unknownKey: () => 'is not a known field',
} as const;

/** A value from a file as it may be printed: short, on one line. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 40 ? `${flat.slice(0, 37)}...` : flat;
};

const listed = (names: readonly string[]): string => {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};

/** `anatomy.calcium.plates[2].arcDeg` */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    const safe = shown(String(key)).slice(1, -1);
    return name === '' ? safe : `${name}.${safe}`;
  }, '');

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
const typeName = (name: string): string => TYPE_NAMES[name] ?? name;

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'an infinite number';
  return typeName(typeof value);
};

/** The value at a path of the parsed file; undefined where the path ends early. */
const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );

type Issue = z.core.$ZodIssue;

/** A limit with what it counts: `80 characters`, `1 entry`, `2.5`. */
const counted = (limit: number | bigint, origin: string): string => {
  const one = limit === 1;
  if (origin === 'string') return `${limit} ${one ? 'character' : 'characters'}`;
  return origin === 'array' ? `${limit} ${one ? 'entry' : 'entries'}` : String(limit);
};

const problemOf = (issue: Issue, found: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? PROBLEMS.missing(typeName(issue.expected))
        : PROBLEMS.wrongType(typeName(issue.expected), kindOf(found));
    case 'too_small':
      return `must be at least ${counted(issue.minimum, issue.origin)}, not ${measured(found)}`;
    case 'too_big':
      return `must be at most ${counted(issue.maximum, issue.origin)}, not ${measured(found)}`;
    case 'invalid_value':
      return found === undefined
        ? PROBLEMS.missing(listed(issue.values.map(String)))
        : `must be ${listed(issue.values.map(String))}, not ${shownValue(found)}`;
    case 'unrecognized_keys':
      return PROBLEMS.unknownKey();
    case 'invalid_union':
      return found === undefined ? PROBLEMS.missing('given') : `has no meaning as ${shownValue(found)}`;
    default:
      // the schema's own words, written to follow the name of the field
      return issue.message;
  }
};

const measured = (value: unknown): string =>
  typeof value === 'string' || Array.isArray(value) ? String(value.length) : shownValue(value);
const shownValue = (value: unknown): string =>
  typeof value === 'object' && value !== null ? kindOf(value) : shown(value);

/** The first of zod's complaints about a parsed file, as an InputError. @param root the value that was checked */
export const inputErrorOf = (file: string, error: z.ZodError, root: unknown): InputError => {
  const issue = error.issues[0];
  if (!issue) return new InputError(file, '', 'is not valid');
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return new InputError(file, fieldName(path), problemOf(issue, valueAt(root, issue.path)));
};

/** What the command line says about its own arguments. */
export const CLI_PROBLEMS = {
  unknownOption: (known: readonly string[]) =>
    known.length === 0
      ? 'is no option here; there are none'
      : `is no option here; there are ${dashed(known)}`,
  noValue: () => 'needs a value',
  needed: () => 'is needed',
  number: (min: number, max: number, whole: boolean, found: string) =>
    `must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not ${shown(found)}`,
  noCase: (ids: readonly string[], found: string) =>
    `is neither the name of a library case (${ids.join(', ')}) nor a file that can be read: ${shown(found)}`,
  noScene: (ids: readonly string[], found: string) =>
    `is not ${shown(found)}; it is one of ${ids.join(', ')}`,
  noFile: (reason: string) => `cannot be read: ${reason}`,
  cannotWrite: (reason: string) => `cannot be written: ${reason}`,
  oneFile: (what: string) => `is missing; name one ${what}`,
  notOneOf: (known: readonly string[], found: string | undefined) =>
    `${found === undefined ? 'is missing' : `is not ${shown(found)}`}; it is one of ${known.join(', ')}`,
  testNumbers: (last: number, found: string) =>
    `must be numbers of tests from 1 to ${last}, with commas between them, not ${shown(found)}`,
  tooMany: () => 'is one word too many',
  noCatheter: () => 'holds no IVUS catheter in the body at its end, so there is no frame',
  shard: (found: string) => `must be I/N with I from 1 to N, not ${shown(found)}`,
  noOutput: () => 'is needed, or --polar or --labels: a folder for the frames',
  tooManyFrames: (most: number) => `is so small that there would be more than ${most} frames`,
  phantomFile: () => 'phantom file (JSON)',
  benchFile: () => 'bench file (JSON)',
  outOfReach: (from: number, to: number) =>
    `must be from ${from} to ${to}: there the transducer can be, in mm along the vessel`,
} as const;

const dashed = (names: readonly string[]): string => names.map((name) => `--${name}`).join(', ');
