/** @file Builds the web app into dist/ and the command line into dist-cli/, each only when its sources are newer. */
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isStale, root, tool } from './shell.mjs';

const config = ['package.json', 'package-lock.json', 'vite.config.ts', '.ci/assembly.mjs'];

/** The command line's program: one file, so that it can be replaced in one step. */
export const cliProgram = path.join(root, 'dist-cli', 'main.js');

/** Tells whether dist/ is now up to date. */
export function buildApp() {
  if (!isStale('dist/index.html', ['src', 'workers', 'assets', ...config])) return true;
  console.error('Building the app...');
  return vite(['build', '--logLevel', 'warn']);
}

/** Tells whether dist-cli/ is now up to date. Silent on stdout, which belongs to the command. */
export function buildCli() {
  if (!isStale('dist-cli/main.js', ['src/cli', 'src/core', 'src/io', 'assets', ...config])) return true;
  // Built aside and then renamed: several commands may run at once, and none may see half a program.
  const aside = path.join('dist-cli', String(process.pid));
  const args = ['build', '--ssr', 'cli/main.ts', '--outDir', path.join('..', aside), '--logLevel', 'warn'];
  const built = vite(args);
  if (built) renameSync(path.join(root, aside, 'main.js'), cliProgram);
  rmSync(path.join(root, aside), { recursive: true, force: true });
  return built;
}

/**
 * A production build whoever asks: a test runner sets NODE_ENV to `test`, which would give React's slow
 * development build, and the next `npm start` would serve it.
 * @param {readonly string[]} args
 */
function vite(args) {
  return tool('vite', args, { quiet: true, env: { NODE_ENV: 'production' } });
}
