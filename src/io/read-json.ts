/** @file Bytes or text from anywhere to one JSON object, or an InputError; nothing here trusts its input. */
import { InputError, PROBLEMS } from './errors.ts';

/** No case or session comes near; whatever is larger is something else. */
export const LIMIT_MB = 20;
const LIMIT_BYTES = LIMIT_MB * 1024 * 1024;
/** The formats need fewer than ten. */
const MAX_DEPTH = 64;

export type JsonObject = Readonly<Record<string, unknown>>;

const decode = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(file, '', PROBLEMS.notText());
  }
};

/** Brackets deeper than the limit, outside strings: checked before parsing, so that no parser has to bear it. */
const tooDeep = (text: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return false;
};

/** Where the parser stopped, if its message tells: engines word it differently, and not always with a place. */
const errorPlace = (message: string, text: string): { line: number; column: number } | null => {
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place) return { line: Number(place[1]), column: Number(place[2]) };
  const position = /position (\d+)/.exec(message);
  if (!position) return null;
  const before = text.slice(0, Number(position[1]));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
};

/**
 * @param input bytes or text of the file
 * @param file name for the sentence
 * @throws InputError
 */
export const readJson = (input: Uint8Array | string, file: string): JsonObject => {
  if (input.length > LIMIT_BYTES) throw new InputError(file, '', PROBLEMS.tooLarge(LIMIT_MB));
  const text = (typeof input === 'string' ? input : decode(input, file)).replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new InputError(file, '', PROBLEMS.empty());
  if (text.includes('\0')) throw new InputError(file, '', PROBLEMS.notText());
  if (tooDeep(text)) throw new InputError(file, '', PROBLEMS.tooDeep(MAX_DEPTH));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(file, '', PROBLEMS.notJson(errorPlace(String(error), text)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(file, '', PROBLEMS.notAnObject());
  }
  return value as JsonObject;
};
