/** @file `npm start`: installs and builds what is missing, serves the app on localhost and opens it (not with --no-open). */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildApp } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { serveFolder } from './serve.mjs';
import { fail, root } from './shell.mjs';

ensureInstalled();
if (!buildApp()) fail('The app could not be built; the message is above.');
const { url } = await serveFolder(path.join(root, 'dist'), Number(process.env.PORT ?? 4173));
console.log(`TrueLumen is at ${url} (Ctrl+C stops it)`);
if (!process.env.CI && !process.argv.includes('--no-open')) open(url);

/** @param {string} url */
function open(url) {
  /** @type {Partial<Record<NodeJS.Platform, string[]>>} */
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };
  const [command = '', ...args] = openers[process.platform] ?? ['xdg-open'];
  // No browser to open is no reason to stop: the address is printed.
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
