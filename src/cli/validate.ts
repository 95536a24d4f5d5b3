/** @file Verb `validate`: the tables of physics and mechanics validation, measured; exit 1 when a test is out of tolerance. */
import { type Check, rowPasses, type ValidationRow, type Vocabulary } from '../core/math/validation.ts';
import { scanConvert } from '../core/measure/scan-convert.ts';
import * as mechanics from '../core/mechanics/validation/run.ts';
import type { KernelPath } from '../core/ultrasound/kernels/kernels.ts';
import * as physics from '../core/ultrasound/validation/run.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';

type Row = ValidationRow<Vocabulary>;

/** What can be validated: its options, its tests, and how they are run. */
interface Subject {
  readonly options: readonly string[];
  readonly ids: readonly number[];
  run(args: Arguments, only: readonly number[] | undefined, onRow: (row: Row) => void): readonly Row[];
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  physics: {
    options: ['only', 'path'],
    ids: physics.TEST_IDS,
    run: (args, only, onRow) => {
      const path = pathOption(args);
      return physics.validatePhysics({
        scan: scanConvert,
        onRow,
        ...(only ? { only } : {}),
        ...(path ? { path } : {}),
      });
    },
  },
  mechanics: {
    options: ['only'],
    ids: mechanics.TEST_IDS,
    run: (_, only, onRow) => mechanics.validateMechanics({ onRow, ...(only ? { only } : {}) }),
  },
};

const PATHS: readonly KernelPath[] = ['simd', 'plain'];
const JSON_FLAG = '--json';

/** Numbers of tests, `3` or `1,4,15`. @throws InputError */
const onlyOption = (args: Arguments, known: readonly number[]): number[] | undefined => {
  const text = args.options.get('only');
  if (text === undefined) return undefined;
  const ids = text.split(',').map(Number);
  if (!ids.every((id) => known.includes(id))) {
    throw new InputError('--only', '', CLI_PROBLEMS.testNumbers(known.length, text));
  }
  return ids;
};

/** @throws InputError */
const pathOption = (args: Arguments): KernelPath | undefined => {
  const text = args.options.get('path');
  const path = PATHS.find((known) => known === text);
  if (text !== undefined && !path) {
    throw new InputError('--path', '', CLI_PROBLEMS.notOneOf(PATHS, text));
  }
  return path;
};

const number = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '-';

/** One line per check, for people. */
const table = (row: Row): string => {
  const lines = row.checks.map(
    ({ what, at = {}, measured, reference, tolerance, unit, pass, extra }: Check<Vocabulary>) => {
      const verdict = pass ? 'ok' : extra ? 'off' : 'FAIL';
      const conditions = Object.entries(at).map(([name, value]) => `${name} ${value}`);
      const wanted = `${tolerance.lo === null ? '' : number(tolerance.lo)}..${tolerance.hi === null ? '' : number(tolerance.hi)}`;
      const beside = reference === null ? '' : ` (${number(reference)})`;
      return `    ${verdict.padEnd(5)}${what} ${number(measured)}${beside} in ${wanted} ${unit}  ${conditions.join(', ')}`;
    },
  );
  return `${String(row.id).padStart(2)} ${row.title}: ${rowPasses(row) ? 'within tolerance' : 'OUT OF TOLERANCE'}\n${lines.join('\n')}\n`;
};

export const validate = (argv: readonly string[], host: CliHost): ExitStatus => {
  const quiet = argv.includes(JSON_FLAG);
  const words = argv.filter((word) => word !== JSON_FLAG);
  const name = words[0] ?? '';
  const subject = Object.hasOwn(SUBJECTS, name) ? SUBJECTS[name] : undefined;
  if (!subject) {
    throw new InputError('SUBJECT', '', CLI_PROBLEMS.notOneOf(Object.keys(SUBJECTS), words[0]));
  }
  const args = readArguments(words.slice(1), subject.options);
  if (args.words[0] !== undefined) throw new InputError(args.words[0], '', CLI_PROBLEMS.tooMany());
  const rows = subject.run(args, onlyOption(args, subject.ids), (row) => {
    if (!quiet) host.complain(table(row));
  });
  host.print(`${JSON.stringify({ ...countOf(rows), tests: rows }, null, 2)}\n`);
  return statusOf(rows);
};

const countOf = (rows: readonly Row[]): { readonly passed: number; readonly failed: number } => {
  const passed = rows.filter(rowPasses).length;
  return { passed, failed: rows.length - passed };
};

export const statusOf = (rows: readonly Row[]): ExitStatus =>
  countOf(rows).failed === 0 ? EXIT.fine : EXIT.checkFailed;
