/** @file Key names of the registry as people read them. */
import { help } from './strings/en/help.ts';

const NAMES: Readonly<Record<string, string>> = help.keys;

/** 'Ctrl+ArrowUp' becomes 'Ctrl ↑'. */
export const keyLabel = (key: string): string =>
  key
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join(' ');
