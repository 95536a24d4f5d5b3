/** @file Verb `replay`: plays a session again and says whether it comes out as it was saved. */
import { replay as replayFile } from '../core/session/replay.ts';
import { readArguments } from './arguments.ts';
import { sessionIn } from './files.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { oneWord } from './words.ts';

/** Exit 1 when a hash of the file differs; its tick is `firstDifference`. */
export const replay = (argv: readonly string[], host: CliHost): ExitStatus => {
  const file = oneWord(readArguments(argv, []).words, 'session file');
  const { ticks, hash, outcome, events, marks, firstDifference } = replayFile(sessionIn(host, file));
  const scores = {
    meanMarkErrorDeg: outcome?.meanMarkErrorDeg ?? null,
    calciumStrikes: outcome?.calciumStrikes ?? null,
    perforations: outcome?.perforations ?? null,
    marks,
  };
  host.print(`${JSON.stringify({ ticks, hash, outcome, events, scores, firstDifference }, null, 2)}\n`);
  return firstDifference === null ? EXIT.fine : EXIT.checkFailed;
};
