/** @file Verb `cases`: the case library. */
import { jbtk } from '../core/cases/jbtk.ts';
import { CASE_LIBRARY } from '../core/cases/library.ts';
import { readArguments } from './arguments.ts';
import type { CliHost } from './host.ts';
import { EXIT, type ExitStatus } from './host.ts';
import { noMoreWords } from './words.ts';

export const cases = (argv: readonly string[], host: CliHost): ExitStatus => {
  noMoreWords(readArguments(argv, []).words);
  const list = CASE_LIBRARY.map((caseFile) => {
    const { vessel, occlusion, wall } = caseFile.anatomy;
    const { score, grade } = jbtk(caseFile);
    return {
      id: caseFile.id,
      title: caseFile.title,
      vessel,
      occlusionMm: occlusion.endMm - occlusion.startMm,
      rvdMm: wall.lumenDiameterMm,
      jbtk: { score, grade },
    };
  });
  host.print(`${JSON.stringify({ cases: list }, null, 2)}\n`);
  return EXIT.fine;
};
