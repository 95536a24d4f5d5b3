/** @file Verb `validate`: the tables of physics validation, measured on the engine; exit 1 when a test is out of tolerance. */
import { scanConvert } from '../core/measure/scan-convert.ts';
import type { KernelPath } from '../core/ultrasound/kernels/kernels.ts';
import { rowPasses, type ValidationRow } from '../core/ultrasound/validation/report.ts';
import { TEST_IDS, validatePhysics } from '../core/ultrasound/validation/run.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';

const SUBJECTS = ['physics'] as const;
const PATHS: readonly KernelPath[] = ['simd', 'plain'];
const JSON_FLAG = '--json';

/** Numbers of tests, `3` or `1,4,15`. @throws InputError */
const onlyOption = (args: Arguments): number[] | undefined => {
  const text = args.options.get('only');
  if (text === undefined) return undefined;
  const ids = text.split(',').map(Number);
  if (!ids.every((id) => TEST_IDS.includes(id))) {
    throw new InputError('--only', '', CLI_PROBLEMS.testNumbers(TEST_IDS.length, text));
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
const table = (row: ValidationRow): string => {
  const lines = row.checks.map(({ what, at = {}, measured, reference, tolerance, unit, pass, extra }) => {
    const verdict = pass ? 'ok' : extra ? 'off' : 'FAIL';
    const conditions = Object.entries(at).map(([name, value]) => `${name} ${value}`);
    const wanted = `${tolerance.lo === null ? '' : number(tolerance.lo)}..${tolerance.hi === null ? '' : number(tolerance.hi)}`;
    const beside = reference === null ? '' : ` (${number(reference)})`;
    return `    ${verdict.padEnd(5)}${what} ${number(measured)}${beside} in ${wanted} ${unit}  ${conditions.join(', ')}`;
  });
  return `${String(row.id).padStart(2)} ${row.title}: ${rowPasses(row) ? 'within tolerance' : 'OUT OF TOLERANCE'}\n${lines.join('\n')}\n`;
};

export const validate = (argv: readonly string[], host: CliHost): ExitStatus => {
  const quiet = argv.includes(JSON_FLAG);
  const args = readArguments(
    argv.filter((word) => word !== JSON_FLAG),
    ['only', 'path'],
  );
  const [subject, more] = args.words;
  if (!SUBJECTS.some((known) => known === subject)) {
    throw new InputError('SUBJECT', '', CLI_PROBLEMS.notOneOf(SUBJECTS, subject));
  }
  if (more !== undefined) throw new InputError(more, '', CLI_PROBLEMS.tooMany());
  const only = onlyOption(args);
  const path = pathOption(args);
  const rows = validatePhysics({
    scan: scanConvert,
    ...(only ? { only } : {}),
    ...(path ? { path } : {}),
    onRow: (row) => {
      if (!quiet) host.complain(table(row));
    },
  });
  host.print(`${JSON.stringify({ ...countOf(rows), tests: rows }, null, 2)}\n`);
  return statusOf(rows);
};

const countOf = (rows: readonly ValidationRow[]): { readonly passed: number; readonly failed: number } => {
  const passed = rows.filter(rowPasses).length;
  return { passed, failed: rows.length - passed };
};

export const statusOf = (rows: readonly ValidationRow[]): ExitStatus =>
  countOf(rows).failed === 0 ? EXIT.fine : EXIT.checkFailed;
