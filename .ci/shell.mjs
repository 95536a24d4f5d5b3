/** @file Small helpers the other scripts share. Node built-ins only: they run before anything is installed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installed tools by the script Node runs, because `node_modules/.bin` differs between systems. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  playwright: 'playwright/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs a program in the repository and tells whether it succeeded. Its stdout goes to our stderr when `quiet`
 * is set, so that a caller whose stdout is data keeps it clean.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, shell?: boolean, env?: Record<string, string> }} [options]
 */
export function run(command, args, { quiet = false, shell = false, env = {} } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    shell,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/**
 * Runs one of the installed tools.
 * @param {keyof typeof tools} name
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export function tool(name, args, options) {
  return run(process.execPath, [path.join(root, 'node_modules', tools[name]), ...args], options);
}

/**
 * Ends the process with one line that says what went wrong.
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Tells whether `output` is missing or older than anything under `sources` (paths relative to the repository).
 * Folders count too: deleting a file changes only its folder.
 * @param {string} output
 * @param {readonly string[]} sources
 */
export function isStale(output, sources) {
  const built = modified(path.join(root, output));
  return sources.some((source) => newest(path.join(root, source)) > built);
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} file
 * @returns {number}
 */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
