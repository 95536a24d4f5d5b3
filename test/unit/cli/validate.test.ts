/** @file Verb `validate`: which tests run, JSON on stdout, a table for people on stderr, and what is refused. */
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { statusOf } from '../../../src/cli/validate.ts';
import { atMost, checkOf, rowOf } from '../../../src/core/ultrasound/validation/report.ts';

const cli = (argv: string) => {
  let out = '';
  let err = '';
  const status = run(argv.split(' '), {
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    read: () => new Uint8Array(),
    write: () => {},
    nowMs: () => 0,
    heapBytes: () => 0,
    makeFolder: () => {},
  });
  return { status, out, err };
};

test('the tests that were asked for run, with a table on stderr', () => {
  const { status, out, err } = cli('validate physics --only 18,14 --path plain');
  const { passed, failed, tests } = JSON.parse(out);
  expect([status, passed, failed]).toEqual([0, 2, 0]);
  expect(tests.map(({ id }: { id: number }) => id)).toEqual([14, 18]);
  expect(err).toContain('14 soundSpeed: within tolerance');
});

test('with --json stderr stays empty', () => {
  expect(cli('validate physics --json --only 14').err).toBe('');
});

test('a test out of tolerance is a failed check', () => {
  const row = (measured: number) =>
    rowOf('ringDown', [
      checkOf({
        what: 'residual',
        measured,
        reference: 0,
        tolerance: atMost(0.03),
        unit: '1',
        source: 'design',
      }),
    ]);
  expect([statusOf([row(0.01)]), statusOf([row(0.01), row(0.2)])]).toEqual([0, 1]);
});

test.each([
  ['validate', 'SUBJECT is missing; it is one of physics, mechanics.'],
  ['validate chemistry', 'SUBJECT is not "chemistry"; it is one of physics, mechanics.'],
  ['validate physics twice', 'twice is one word too many.'],
  ['validate physics --only 3,26', '--only must be numbers of tests from 1 to 25, with commas between them'],
  ['validate physics --path gpu', '--path is not "gpu"; it is one of simd, plain.'],
  ['validate physics --seed 3', '--seed is no option here; there are --only, --path.'],
  ['validate mechanics --path plain', '--path is no option here; there are --only.'],
  ['validate mechanics --only 19', '--only must be numbers of tests from 1 to 18, with commas between them'],
])('%s is refused', (argv, sentence) => {
  const { status, out, err } = cli(argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
