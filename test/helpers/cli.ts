/** @file Runs the command line against files in memory. */
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** What stdout holds, if it is JSON. */
  readonly json: Record<string, unknown>;
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly folders: readonly string[];
}

const refused = (code: string): Error => Object.assign(new Error(`no: ${code}`), { code });

/**
 * @param argv the words after the program's name; a text is split at its blanks
 * @param files what can be read, by name. Nothing can be written or made below /nowhere.
 */
export const cli = (argv: string | readonly string[], files: Readonly<Record<string, string>> = {}): Ran => {
  let out = '';
  let err = '';
  const written = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const words = typeof argv === 'string' ? argv.split(' ').filter(Boolean) : argv;
  const status = run(words, {
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    read: (file) => {
      const text = files[file];
      if (text === undefined) throw refused('ENOENT');
      return new TextEncoder().encode(text);
    },
    write: (file, bytes) => {
      if (file.startsWith('/nowhere')) throw refused('ENOENT');
      written.set(file, bytes);
    },
    nowMs: () => 0,
    heapBytes: () => 0,
    makeFolder: (folder) => {
      if (folder.startsWith('/nowhere')) throw refused('EACCES');
      folders.push(folder);
    },
  });
  return { status, out, err, json: parsed(out), written, folders };
};

const parsed = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
