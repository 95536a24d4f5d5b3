/** @file Verb `soak`: random hands on a session for so long, watched: nothing breaks, nothing leaks. */
import { CASE_LIBRARY } from '../core/cases/library.ts';
import type { SoakSecond } from '../core/session/soak/soak.ts';
import { soak as play } from '../core/session/soak/soak.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { numberOption, readArguments } from './arguments.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { noMoreWords } from './words.ts';

/** Progress is told, and memory read, so often, s of simulated time; what breaks is told at once: a long run may be cut. */
const TOLD_S = 60;
const MB = 1024 * 1024;

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10);

export const soak = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, ['minutes', 'seed', 'case']);
  noMoreWords(args.words);
  const minutes = numberOption(args, 'minutes', { min: 0.05, max: 24 * 60 }, 30);
  const seed = numberOption(args, 'seed', { min: 0, max: 4294967295, whole: true }, 1);
  const ids = CASE_LIBRARY.map(({ id }) => id);
  const id = args.options.get('case') ?? ids[0]!;
  const caseFile = CASE_LIBRARY.find((entry) => entry.id === id);
  if (!caseFile) throw new InputError('--case', '', CLI_PROBLEMS.notOneOf(ids, id));

  const seconds = Math.round(minutes * 60);
  const started = host.nowMs();
  const heapMb: number[] = [];
  const broken: string[] = [];
  let last: SoakSecond | null = null;
  let slowestMs = 0;
  let before = started;
  for (const second of play(caseFile, seed, seconds)) {
    const now = host.nowMs();
    slowestMs = Math.max(slowestMs, now - before);
    last = second;
    const at = second.ticks / 240;
    for (const what of second.broken) {
      broken.push(`${at} s: ${what}`);
      host.complain(`${at} s: ${what}\n`);
    }
    if (at % TOLD_S === 0) {
      heapMb.push(Math.round((10 * host.heapBytes()) / MB) / 10);
      host.complain(`${at / 60} of ${minutes} min\n`);
    }
    before = host.nowMs();
  }
  const { ticks, commands, unsettled, rodTicks, recovered, hash } = last!;
  const tookS = (host.nowMs() - started) / 1000;
  const report = {
    case: id,
    seed,
    simulatedS: seconds,
    tookS: Math.round(tookS * 10) / 10,
    msPerTick: Math.round((1e6 * tookS) / ticks) / 1000,
    slowestSecondMs: Math.round(slowestMs),
    ticks,
    commands,
    unsettledPercent: percent(unsettled, rodTicks),
    recovered,
    heapMb,
    hash,
    broken,
  };
  host.print(`${JSON.stringify(report, null, 2)}\n`);
  return broken.length === 0 ? EXIT.fine : EXIT.checkFailed;
};
