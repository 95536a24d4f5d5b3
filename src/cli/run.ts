/** @file The command line: one verb, JSON on stdout, one line on stderr when the input is bad. */
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { cases } from './cases.ts';
import { frame } from './frame.ts';
import { gallery } from './gallery.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { phantom } from './phantom.ts';
import { pullback } from './pullback.ts';
import { replay } from './replay.ts';
import { sensitivity } from './sensitivity.ts';
import { soak } from './soak.ts';
import { validate } from './validate.ts';
import { wireBench } from './wire-bench.ts';

type Verb = (argv: readonly string[], host: CliHost) => ExitStatus;

const VERBS: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    cases,
    frame,
    gallery,
    phantom,
    pullback,
    replay,
    sensitivity,
    soak,
    validate,
    'wire-bench': wireBench,
  }),
);

/** @param argv the words after the program's name. Returns the exit status; throws only what is a bug. */
export const run = (argv: readonly string[], host: CliHost): ExitStatus => {
  try {
    const verb = VERBS.get(argv[0] ?? '');
    if (!verb) throw new InputError('VERB', '', CLI_PROBLEMS.notOneOf([...VERBS.keys()], argv[0]));
    return verb(argv.slice(1), host);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    host.complain(`${error.sentence.replace(/\s+/g, ' ')}\n`);
    return EXIT.badInput;
  }
};
