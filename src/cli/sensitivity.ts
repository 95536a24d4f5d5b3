/** @file Verb `sensitivity`: how the outcome moves with the size law's exponent and the strength of the adventitia. */
import { CASE_LIBRARY } from '../core/cases/library.ts';
import { ADVENTITIA, type Cell, EXPONENTS, playCell } from '../core/session/trials/sensitivity.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { readArguments } from './arguments.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { noMoreWords } from './words.ts';

const rounded = (value: number): number => Math.round(100 * value) / 100;

const printable = ({ law, wire1FromCapMm, wire1Perforated, wires }: Cell) => ({
  ...law,
  wire1FromCapMm: Math.round(10 * wire1FromCapMm) / 10,
  wire1Perforated,
  wires: Object.fromEntries(
    wires.map(({ name, reentry, perforation, outwardPerforation }) => [
      name,
      {
        reentry: rounded(reentry),
        perforation: rounded(perforation),
        outwardPerforation: rounded(outwardPerforation),
      },
    ]),
  ),
});

/** Numbers of a list option, or those of the report. @throws InputError */
const listOption = (
  args: ReturnType<typeof readArguments>,
  name: string,
  usual: readonly number[],
  [least, most]: readonly [number, number],
): readonly number[] => {
  const text = args.options.get(name);
  if (text === undefined) return usual;
  return text.split(',').map((word) => {
    const value = word.trim() === '' ? Number.NaN : Number(word);
    if (!(value >= least && value <= most))
      throw new InputError(`--${name}`, '', CLI_PROBLEMS.number(least, most, false, word));
    return value;
  });
};

export const sensitivity = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, ['case', 'exponents', 'adventitia']);
  noMoreWords(args.words);
  const ids = CASE_LIBRARY.map(({ id }) => id);
  const id = args.options.get('case') ?? ids[0]!;
  const caseFile = CASE_LIBRARY.find((entry) => entry.id === id);
  if (!caseFile) throw new InputError('--case', '', CLI_PROBLEMS.notOneOf(ids, id));
  const exponents = listOption(args, 'exponents', EXPONENTS, [1, 2]);
  const strengths = listOption(args, 'adventitia', ADVENTITIA, [0.3, 3]);
  const cells: ReturnType<typeof printable>[] = [];
  for (const exponent of exponents) {
    for (const adventitia of strengths) {
      cells.push(printable(playCell(caseFile, { exponent, adventitia })));
      host.complain(`${cells.length} of ${exponents.length * strengths.length}\n`);
    }
  }
  host.print(`${JSON.stringify({ case: id, cells }, null, 2)}\n`);
  return EXIT.fine;
};
