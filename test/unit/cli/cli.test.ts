/** @file The command line: JSON on stdout, 0, 1 or 2, and one line on stderr that names what is wrong. */
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { writeCaseFile } from '../../../src/io/case-file.ts';
import { writeSessionFile } from '../../../src/io/session-file.ts';
import { cli } from '../../helpers/cli.ts';
import { freshSession, playScript, sessionWithCatheter } from '../../helpers/play-session.ts';

const bad = (argv: string, files?: Readonly<Record<string, string>>): string => {
  const { status, out, err } = cli(argv, files);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^[^\n]+\.\n$/);
  return err;
};

describe('verbs', () => {
  test.each(['', 'dance', '--help', 'toString'])('"%s" is answered with the list of verbs', (verb) => {
    expect(bad(verb)).toMatch(
      /^VERB .*cases, frame, gallery, .*replay, sensitivity, soak, validate, wire-bench\.\n$/,
    );
  });
});

describe('cases', () => {
  test('lists the library with vessel, lengths and J-BTK', () => {
    const { status, json } = cli('cases');
    expect(status).toBe(0);
    const cases = json.cases as Record<string, unknown>[];
    expect(cases).toHaveLength(CASE_LIBRARY.length);
    expect(cases[0]).toEqual({
      id: 'pta-flagship',
      title: CASE_LIBRARY[0]!.title,
      vessel: 'PTA',
      occlusionMm: 150,
      rvdMm: 2.5,
      jbtk: { score: 2, grade: 'B' },
    });
  });

  test('takes no words', () => {
    expect(bad('cases more')).toBe('more is one word too many.\n');
    expect(bad('cases --png x')).toMatch(/^--png is no option here/);
  });
});

describe('frame', () => {
  test('answers with the geometry of the frame and writes picture, envelope and labels', () => {
    const { status, json, written } = cli(
      'frame --case pta-flagship --at 215 --seed 7 --png a.png --polar a.f32 --labels a.u8',
    );
    expect(status).toBe(0);
    expect(json).toMatchObject({ lines: 512, samples: 512, mmPerSample: 0.01, startMm: 0.3, seed: 7 });
    expect(json.stationMm).toBe(215);
    const names = json.labelNames as string[];

    const png = PNG.sync.read(Buffer.from(written.get('a.png')!));
    expect([png.width, png.height]).toEqual([512, 512]);
    expect(png.data.some((value, i) => i % 4 === 0 && value > 100)).toBe(true);

    const polar = written.get('a.f32')!;
    const db = new Float32Array(polar.buffer, polar.byteOffset, polar.byteLength / 4);
    expect(db).toHaveLength(512 * 512);
    expect(Math.max(...db.subarray(0, 5000))).toBeLessThanOrEqual(0);
    expect(db.every((value) => value >= -120 && value <= 0)).toBe(true);

    const labels = written.get('a.u8')!;
    expect(labels).toHaveLength(512 * 512);
    expect(labels[0]).toBe(names.indexOf('catheter'));
    const found = new Set(Array.from(labels, (label) => names[label]));
    for (const name of ['blood', 'media', 'adventitia', 'catheter', 'wire1']) expect(found).toContain(name);
  });

  test('the same seed gives the same bytes, another seed or frequency others', () => {
    const polar = (more: string): string => {
      const { written } = cli(`frame --case pta-flagship --at 150 --polar a.f32 ${more}`);
      return Buffer.from(written.get('a.f32')!).toString('base64');
    };
    const first = polar('--seed 1');
    expect(polar('--seed=1') === first).toBe(true);
    expect(polar('--seed 2') === first).toBe(false);
    expect(polar('--frequency 60') === first).toBe(false);
  });

  test('takes a case from a file', () => {
    const files = { 'my.json': writeCaseFile({ ...CASE_LIBRARY[0]!, title: 'Mine' }) };
    expect(cli('frame --case my.json --at 100', files).json).toMatchObject({ stationMm: 100 });
  });

  test('with a session the catheter lies as the session left it, and slides to the station', () => {
    const session: Session = sessionWithCatheter();
    const files = { 's.json': writeSessionFile(sessionFileOf(session, 'test')) };
    const { status, json } = cli('frame --session s.json --at -90', files);
    expect(status).toBe(0);
    expect(json.stationMm).toBeCloseTo(-90, 6);
    expect(json.editsVersion).toBe(session.edits.length);
    expect(bad('frame --session s.json --at 200', files)).toMatch(/^--at must be from -\d+(\.\d)? to -\d/);
  });

  test.each<[string, RegExp]>([
    ['frame --at 100', /^--case is needed/],
    ['frame --case pta-flagship', /^--at is needed/],
    ['frame --case pta-flagship --at', /^--at needs a value/],
    ['frame --case pta-flagship --at --seed 3', /^--at needs a value/],
    ['frame --case pta-flagship --at far', /^--at must be a number from .* not "far"/],
    ['frame --case pta-flagship --at NaN', /^--at must be a number/],
    ['frame --case pta-flagship --at 999', /^--at must be from -120 to \d+/],
    ['frame --case pta-flagship --at 100 --frequency 5', /^--frequency must be a number from 20 to 60/],
    ['frame --case pta-flagship --at 100 --seed 1.5', /^--seed must be a whole number/],
    [
      'frame --case pta-flagship --at 100 --png /nowhere/a.png',
      /^\/nowhere\/a\.png cannot be written: ENOENT/,
    ],
    ['frame --case nope.json --at 100', /^--case .*nope\.json/],
    ['frame --session nope.json --at 100', /^nope\.json cannot be read: ENOENT/],
    ['frame --case bad.json --at 100', /^bad\.json: anatomy\.calcium\.medialArcDeg must be at least 0/],
    ['frame --session empty.json --at 100', /^empty\.json holds no IVUS catheter/],
  ])('%s', (argv, sentence) => {
    const { anatomy } = CASE_LIBRARY[0]!;
    const negative = { ...anatomy, calcium: { ...anatomy.calcium, medialArcDeg: -1 } };
    const files = {
      'bad.json': JSON.stringify({ ...CASE_LIBRARY[0], anatomy: negative }),
      'empty.json': writeSessionFile(sessionFileOf(freshSession(), 'test')),
    };
    expect(bad(argv, files)).toMatch(sentence);
  });
});

describe('replay', () => {
  const played = freshSession();
  playScript(played, [
    [{ type: 'hub', device: 'wire1', advance: 15, torque: 0.2 }, 500],
    [{ type: 'finish' }, 10],
  ]);
  const file = sessionFileOf(played, 'test');

  test('answers with ticks, hash, outcome, events and scores', () => {
    const { status, json } = cli('replay s.json', { 's.json': writeSessionFile(file) });
    expect(status).toBe(0);
    expect(json).toMatchObject({
      ticks: 510,
      hash: hashOf(played),
      outcome: { reason: 'stopped', success: false },
      firstDifference: null,
      scores: { marks: [], perforations: 0 },
    });
    expect((json.events as Record<string, unknown>[]).at(-1)).toMatchObject({ code: 'finished' });
  });

  test('exits with 1 when a hash differs, naming the tick', () => {
    const hashes = file.hashes.map((entry) => ({ ...entry, hash: 'f'.repeat(16) }));
    const { status, json } = cli('replay s.json', { 's.json': writeSessionFile({ ...file, hashes }) });
    expect(status).toBe(1);
    expect(json.firstDifference).toBe(240);
  });

  test.each<[string, RegExp]>([
    ['replay', /^FILE is missing; name one session file/],
    ['replay a.json b.json', /^b\.json is one word too many/],
    ['replay nope.json', /^nope\.json cannot be read: ENOENT/],
    ['replay prose.txt', /^prose\.txt is not valid JSON/],
    ['replay newer.json', /^newer\.json: version is 99, newer/],
    ['replay case.json', /^case\.json: kind must be "truelumen-session", not "truelumen-case"/],
  ])('%s', (argv, sentence) => {
    const files = {
      'prose.txt': 'Once upon a time',
      'newer.json': JSON.stringify({ ...file, version: 99 }),
      'case.json': writeCaseFile(CASE_LIBRARY[0]!),
    };
    expect(bad(argv, files)).toMatch(sentence);
  });
});
