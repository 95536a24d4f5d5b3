/** @file The Vite plugin that compiles AssemblyScript: `import { base64 } from './name.ts?wasm'` gives the module's
 *  bytes as text, so that they need no request of their own and load alike in pages, workers and Node. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SUFFIX = '.ts?wasm';

/** The memory that every module imports: 96 MiB in pages of 64 KiB; src/core/ultrasound/kernels/memory.ts makes it. */
const PAGES = '1536';

/** @type {readonly string[]} */
const options = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert', '--noColors'],
  ...['--runtime', 'stub', '--enable', 'simd', '--uncheckedBehavior', 'always'],
  ...['--importMemory', '--noExportMemory', '--initialMemory', PAGES, '--maximumMemory', PAGES],
];

/**
 * What this process has compiled, by the hash of the sources. It hangs on the global object, because every project
 * of a test run loads its own copy of this file.
 * @type {Map<string, Promise<string>>}
 */
const compiled = sharedMap('truelumen.assembly');

/** @returns {import('vite').Plugin} */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const entry = id.slice(0, -'?wasm'.length);
      for (const file of sourcesBeside(entry)) this.addWatchFile(file);
      const code = `export const base64 = ${JSON.stringify(await compile(entry))};`;
      return { code, map: null, moduleType: 'js' };
    },
  };
}

/**
 * Compiles a program, once per process as long as its sources are the same.
 * @param {string} entry
 */
export function compile(entry) {
  const sources = new Map(
    sourcesBeside(entry).map((file) => [path.basename(file), readFileSync(file, 'utf8')]),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([entry, ...sources]))
    .digest('hex');
  const known = compiled.get(key);
  if (known) return known;
  const result = runCompiler(entry, sources);
  compiled.set(key, result);
  return result;
}

/**
 * The folder of the entry holds the whole program.
 * @param {string} entry
 */
function sourcesBeside(entry) {
  const folder = path.dirname(entry);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * @param {string} entry
 * @param {ReadonlyMap<string, string>} sources
 */
async function runCompiler(entry, sources) {
  // Only now: the compiler is large, and most runs of a tool have nothing to compile.
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main([path.basename(entry), '--outFile', 'out.wasm', ...options], {
    // It adds the extension to imports that have it already, as ours must; and it asks for several names in turn.
    readFile: (name) => sources.get(name.replace(/\.ts\.ts$/, '.ts')) ?? null,
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${entry} does not compile\n${stderr}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}

/**
 * @param {string} name
 * @returns {Map<string, Promise<string>>}
 */
function sharedMap(name) {
  const key = Symbol.for(name);
  const shared = /** @type {Record<symbol, Map<string, Promise<string>>>} */ (
    /** @type {unknown} */ (globalThis)
  );
  shared[key] ??= new Map();
  return shared[key];
}
