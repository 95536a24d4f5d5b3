/** @file Verb `wire-bench`: one mechanical test of a rod or of a wire from the shelf, beside theory or catalogue. */
import { readBenchFile, runBenchFile } from '../io/bench-file.ts';
import { CLI_PROBLEMS } from '../io/errors.ts';
import { readArguments } from './arguments.ts';
import { readBytes } from './files.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { oneWord } from './words.ts';

export const wireBench = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, []);
  const file = oneWord(args.words, CLI_PROBLEMS.benchFile());
  const spec = readBenchFile(readBytes(host, file), file);
  host.print(`${JSON.stringify(runBenchFile(spec, file), null, 2)}\n`);
  return EXIT.fine;
};
