/** @file Files from outside: good ones come in, bad ones give one sentence that names file and field. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { sessionFileOf } from '../../../src/core/session/session.ts';
import type { SessionFile } from '../../../src/core/session/session-file.ts';
import { readCaseFile, writeCaseFile } from '../../../src/io/case-file.ts';
import { InputError } from '../../../src/io/errors.ts';
import { openFile } from '../../../src/io/open-file.ts';
import { LIMIT_MB } from '../../../src/io/read-json.ts';
import { readSessionFile, writeSessionFile } from '../../../src/io/session-file.ts';
import { freshSession, playScript } from '../../helpers/play-session.ts';

const caseFile = CASE_LIBRARY[0]!;
let session: SessionFile;
beforeAll(() => {
  const played = freshSession();
  playScript(played, [
    [{ type: 'hub', device: 'wire1', advance: 10, torque: 0.5 }, 300],
    [{ type: 'mark', kind: 'plane', clock: 3, rangeMm: 1 }, 10],
    [{ type: 'load', device: 'ivus' }, 10],
  ]);
  session = sessionFileOf(played, '0.1.0');
});

type Json = Record<string, unknown>;
/** A copy with the value at a dotted path replaced; undefined removes it. */
const changed = (value: unknown, path: string, to: unknown): Json => {
  const copy = JSON.parse(JSON.stringify(value)) as Json;
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce<Json>((at, key) => at[key] as Json, copy);
  if (to === undefined) delete parent[last];
  else parent[last] = to;
  return copy;
};

const errorOf = (
  input: Uint8Array | string | Json,
  read: (i: Uint8Array | string) => unknown,
): InputError => {
  try {
    read(input instanceof Uint8Array || typeof input === 'string' ? input : JSON.stringify(input));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const bad = error as InputError;
    expect(bad.sentence).toMatch(/^my\.json[ :][^\n]*\.$/);
    expect(bad.sentence.length).toBeLessThan(220);
    return bad;
  }
  throw new Error('was accepted');
};
const caseError = (input: Uint8Array | string | Json): InputError =>
  errorOf(input, (i) => readCaseFile(i, 'my.json'));
const sessionError = (input: Uint8Array | string | Json): InputError =>
  errorOf(input, (i) => readSessionFile(i, 'my.json'));

describe('good files', () => {
  test.each(CASE_LIBRARY.map((c) => [c.id, c] as const))('case %s comes back as it went', (_, file) => {
    expect(readCaseFile(writeCaseFile(file), 'my.json')).toEqual(file);
    expect(readCaseFile(new TextEncoder().encode(`\uFEFF${writeCaseFile(file)}`), 'my.json')).toEqual(file);
  });

  test('a session comes back as it went, and has one command a line', () => {
    const text = writeSessionFile(session);
    expect(readSessionFile(text, 'my.json')).toEqual(session);
    expect(text.split('\n').filter((line) => line.includes('"tick"'))).toHaveLength(
      session.commands.length + session.hashes.length,
    );
    const empty = { ...session, commands: [], hashes: [] };
    expect(readSessionFile(writeSessionFile(empty), 'my.json')).toEqual(empty);
  });

  test('openFile tells them apart', () => {
    expect(openFile(writeCaseFile(caseFile), 'a.json').kind).toBe('case');
    expect(openFile(writeSessionFile(session), 'a.json').kind).toBe('session');
  });

  test('older cases are upgraded, alone and inside a session', () => {
    const old = JSON.parse(
      readFileSync(new URL('../../fixtures/upgrades/case-v0.json', import.meta.url), 'utf8'),
    ) as Json;
    const upgraded = readCaseFile(JSON.stringify(old), 'my.json');
    expect(upgraded.version).toBe(1);
    expect(readSessionFile(JSON.stringify({ ...session, case: old }), 'my.json').case).toEqual(upgraded);
  });
});

describe('what is no such file at all', () => {
  test.each<[string, Uint8Array | string, RegExp]>([
    ['nothing', '', /is empty/],
    ['blanks', ' \n ', /is empty/],
    ['prose', 'Dear Sir,', /is not valid JSON/],
    ['a cut file', '{\n "kind": "truelumen-case",\n', /not valid JSON \(line \d, column \d+\)/],
    ['a list', '[1, 2]', /one JSON object/],
    ['a number', '42', /one JSON object/],
    ['null', 'null', /one JSON object/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /not a text file/],
    ['zeros', new Uint8Array(64), /not a text file/],
    ['deep brackets', '['.repeat(100_000), /nested more than \d+ levels/],
    ['deep objects', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, /nested more than \d+ levels/],
  ])('%s', (_, input, problem) => {
    expect(caseError(input).sentence).toMatch(problem);
    expect(sessionError(input).sentence).toMatch(problem);
  });

  test('200 MB of noise is refused by its size, before it is read', () => {
    const noise = new Uint8Array(200 * 1024 * 1024).fill(0x5b);
    expect(caseError(noise).sentence).toBe(
      `my.json is larger than ${LIMIT_MB} MB, the most this program reads.`,
    );
  });

  test('brackets inside texts do not count as depth', () => {
    expect(caseError({ kind: '['.repeat(500) }).field).toBe('kind');
  });

  test('a file of another program', () => {
    expect(caseError({ kind: 'truelumen-session', version: 1 })).toMatchObject({ field: 'kind' });
    expect(errorOf({ hello: 1 }, (i) => openFile(i, 'my.json'))).toMatchObject({ field: 'kind' });
    expect(caseError({}).sentence).toBe('my.json: kind is missing; it must be "truelumen-case".');
  });
});

describe('cases with one thing wrong', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['version', 2, 'version', /is 2, newer than the 1 .* update/],
    ['version', '1', 'version', /whole number/],
    ['version', -1, 'version', /no longer reads/],
    ['version', 1e300, 'version', /newer/],
    ['anatomy', 'PTA', 'anatomy', /must be an object, not a text/],
    ['anatomy.seed', undefined, 'anatomy.seed', /is missing/],
    ['anatomy.wall.lumenDiameterMm', '2.5', 'anatomy.wall.lumenDiameterMm', /must be a number, not a text/],
    ['anatomy.wall.lumenDiameterMm', 5, 'anatomy.wall.eemDiameterMm', /outside the EEM/],
    ['anatomy.occlusion.endMm', 399, 'anatomy.occlusion.endMm', /longer than the vessel|of vessel distal/],
    ['anatomy.calcium.medialArcDeg', -10, 'anatomy.calcium.medialArcDeg', /at least 0, not -10/],
    ['anatomy.vessel', 'aorta', 'anatomy.vessel', /must be "PTA", "ATA" or "peroneal", not "aorta"/],
    ['goals', [], 'goals', /at least 1 entry, not 0/],
    ['title', 'x'.repeat(500), 'title', /at most 80 characters, not 500/],
    ['surprise', 1, 'surprise', /not a known field/],
  ])('%s = %j', (path, to, field, problem) => {
    const error = caseError(changed(caseFile, path, to));
    expect(error.field).toBe(field);
    expect(error.sentence).toMatch(problem);
  });

  test('a hidden __proto__ changes nothing for anybody', () => {
    const text = JSON.stringify(caseFile).replace('{', '{"__proto__": {"polluted": true},');
    caseError(text);
    expect(({} as Json).polluted).toBeUndefined();
  });

  test('no text of the file can break the sentence', () => {
    const error = caseError({ ...caseFile, [`a\n${'b'.repeat(3000)}`]: 1 });
    expect(error.sentence).not.toContain('\n');
  });
});

describe('sessions with one thing wrong', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['version', 7, 'version', /newer/],
    ['case.version', 7, 'case.version', /newer/],
    ['case', undefined, 'case', /is missing/],
    ['case', [], 'case', /is missing|must be/],
    ['case.anatomy.lesion.endMm', 'far', 'case.anatomy.lesion.endMm', /must be a number/],
    ['commands', {}, 'commands', /must be a list, not an object/],
    ['commands.0.tick', -1, 'commands[0].tick', /at least 0/],
    ['commands.0.tick', 9999, 'commands[1].tick', /before the one above/],
    ['commands.0.command.type', 'dance', 'commands[0].command.type', /"dance"|has no meaning|Invalid/],
    ['commands.0.command.advance', null, 'commands[0].command.advance', /must be a number, not null/],
    ['endTick', 1e12, 'endTick', /at most/],
    ['seed', 0.5, 'seed', /whole number/],
    ['hashes.0.hash', 'xyz', 'hashes[0].hash', /16 hex digits/],
  ])('%s = %j', (path, to, field, problem) => {
    const error = sessionError(changed(session, path, to));
    expect(error.field).toBe(field);
    expect(error.sentence).toMatch(problem);
  });
});
