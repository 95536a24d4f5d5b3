/** @file A module as the app runs it: bundled, not as the test runner loads it, through which every import is looked up anew. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param file path from the repository's root */
export const bundled = async <Module>(file: string): Promise<Module> => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'truelumen-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: file,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'module.mjs' } },
    },
  });
  return import(/* @vite-ignore */ pathToFileURL(path.join(outDir, 'module.mjs')).href) as Promise<Module>;
};
