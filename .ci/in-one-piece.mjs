/** @file The Vite plugin that gives tests a module as the app has it: bundled with all that it imports. The test runner looks every
 *  import up at each use, which makes the solver's inner loops four times as slow. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { assembly } from './assembly.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What is bundled must keep nothing in module variables that another copy of the same module has to know.
 * @param {readonly string[]} modules paths from the repository's root
 * @returns {import('vite').Plugin}
 */
export function inOnePiece(modules) {
  const entries = new Set(modules.map((file) => path.join(root, file)));
  return {
    name: 'in-one-piece',
    enforce: 'pre',
    async load(id) {
      if (!entries.has(id)) return undefined;
      const { code, map, modules: parts } = await bundle(id);
      for (const file of parts) this.addWatchFile(file);
      return { code, map, moduleType: 'js' };
    },
  };
}

/** @param {string} entry */
async function bundle(entry) {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [assembly()],
    build: { ssr: entry, write: false, target: 'node20', minify: false, sourcemap: true },
  });
  const [chunk] = /** @type {import('vite').Rolldown.RolldownOutput} */ (result).output;
  const { code, map, moduleIds } = chunk;
  return { code, map: map ? map.toString() : null, modules: moduleIds };
}
