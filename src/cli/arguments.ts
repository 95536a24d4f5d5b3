/** @file Reads `VERB [FILE] --name value ...`; whatever is not understood is bad input, named. */
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';

export interface Arguments {
  /** The words that are no options. */
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** @param known names of the verb's options, without dashes @throws InputError */
export const readArguments = (argv: readonly string[], known: readonly string[]): Arguments => {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (!known.includes(name)) throw new InputError(`--${name}`, '', CLI_PROBLEMS.unknownOption(known));
    const value = equals < 0 ? argv[++i] : word.slice(equals + 1);
    // a negative number is a value, another option is not
    if (value === undefined || /^--[a-z]/.test(value)) throw new InputError(word, '', CLI_PROBLEMS.noValue());
    options.set(name, value);
  }
  return { words, options };
};

/** A finite number within limits, or `otherwise` when the option is not given. @throws InputError */
export const numberOption = (
  args: Arguments,
  name: string,
  limits: { readonly min: number; readonly max: number; readonly whole?: boolean },
  otherwise?: number,
): number => {
  const text = args.options.get(name);
  if (text === undefined) {
    if (otherwise === undefined) throw new InputError(`--${name}`, '', CLI_PROBLEMS.needed());
    return otherwise;
  }
  const value = Number(text);
  const good = text.trim() !== '' && value >= limits.min && value <= limits.max;
  if (!good || (limits.whole && !Number.isInteger(value))) {
    throw new InputError(
      `--${name}`,
      '',
      CLI_PROBLEMS.number(limits.min, limits.max, limits.whole ?? false, text),
    );
  }
  return value;
};
