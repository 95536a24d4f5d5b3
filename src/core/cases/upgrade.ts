/**
 * @file Case files of older versions: one pure function per version, each to the next.
 *
 * Upgraders see unchecked JSON. They move and convert what they know and leave the rest to the schema, which then
 * names whatever is wrong. Every old version has a fixture in test/fixtures/upgrades.
 */
import { CASE_VERSION } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Centimetres to millimetres, rounded to a micrometre; what is no number passes through. */
const mmOf = (cm: unknown): unknown => (typeof cm === 'number' ? Math.round(cm * 10_000) / 1000 : cm);

/** Renames a length field `...Cm` to `...Mm` wherever it occurs, and converts it. */
const lengthsToMm = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lengthsToMm);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key.endsWith('Cm') ? [`${key.slice(0, -2)}Mm`, mmOf(inner)] : [key, lengthsToMm(inner)],
    ),
  );
};

/** Version 0, the draft format: lengths along the vessel in cm, `summary` for `briefing`, no calcium windows. */
const fromVersion0 = (file: Json): Json => {
  const { summary, ...rest } = lengthsToMm(file) as Json;
  const anatomy = isObject(rest.anatomy) ? rest.anatomy : {};
  const calcium = isObject(anatomy.calcium) ? { windows: [], ...anatomy.calcium } : anatomy.calcium;
  return {
    ...rest,
    version: 1,
    ...(summary === undefined ? {} : { briefing: summary }),
    ...(isObject(rest.anatomy) ? { anatomy: { ...anatomy, calcium } } : {}),
  };
};

/** version -> the function that makes the next version of it */
export const CASE_UPGRADERS: Readonly<Record<number, (file: Json) => Json>> = { 0: fromVersion0 };

/**
 * Brings the JSON of a case file from the version it names to the present one. Does not check it: `caseFileSchema`
 * does. A file that names no version comes back as it is.
 * @throws RangeError for a version this program does not know
 */
export const upgradeCase = (file: Json): Json => {
  let current = file;
  for (;;) {
    const { version } = current;
    if (typeof version !== 'number' || version === CASE_VERSION) return current;
    if (version > CASE_VERSION) {
      throw new RangeError(`case version ${version} is newer than the ${CASE_VERSION} this program reads`);
    }
    const upgrade = CASE_UPGRADERS[version];
    if (!upgrade) throw new RangeError(`case version ${version} is no longer read`);
    current = upgrade(current);
  }
};
