/** @file Entry of the command line: gives `run` the real files and streams. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { InputError, PROBLEMS } from '../io/errors.ts';
import { LIMIT_MB } from '../io/read-json.ts';
import { run } from './run.ts';

process.exitCode = run(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  read: (file) => {
    // asked before reading, so that a huge file is refused at once
    if (statSync(file).size > LIMIT_MB * 1024 * 1024)
      throw new InputError(file, '', PROBLEMS.tooLarge(LIMIT_MB));
    return readFileSync(file);
  },
  write: (file, bytes) => writeFileSync(file, bytes),
  nowMs: () => performance.now(),
  heapBytes: () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
  makeFolder: (folder) => mkdirSync(folder, { recursive: true }),
});
