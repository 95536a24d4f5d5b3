/** @file Checks of the words that are no options. */
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';

/** @throws InputError if there is a word */
export const noMoreWords = (words: readonly string[]): void => {
  if (words[0] !== undefined) throw new InputError(words[0], '', CLI_PROBLEMS.tooMany());
};

/** The only word. @param what names it for the sentence @throws InputError */
export const oneWord = (words: readonly string[], what: string): string => {
  const [word, more] = words;
  if (word === undefined) throw new InputError('FILE', '', CLI_PROBLEMS.oneFile(what));
  if (more !== undefined) throw new InputError(more, '', CLI_PROBLEMS.tooMany());
  return word;
};
