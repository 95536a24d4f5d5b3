/** @file Finds, or fetches, the Chromium that the browser tests drive. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail, run, tool } from './shell.mjs';

/** WebGL2 by software rendering, so that every machine draws the same picture, and no traffic of the browser's own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The first browser that works: CHROMIUM_PATH, an installed Chrome or Chromium, then the one Playwright downloaded.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...onPath(), ...usualPlaces(), ...playwrightsOwn()].find(works);
}

/** Like findChromium, but installs one if there is none, and ends the process if that fails. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.error('No Chrome or Chromium found; downloading one for the tests...');
  tool('playwright', ['install', 'chromium']);
  if (!findChromium() && process.platform === 'linux' && process.getuid?.() === 0) {
    // The download may be blocked, or lack the system's libraries; a Debian package brings them along.
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', 'chromium']);
  }
  return (
    findChromium() ??
    fail(
      'The tests need a Chrome or Chromium. Install one, or set CHROMIUM_PATH to the program, and run again.',
    )
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return process.platform === 'win32'
    ? []
    : names.flatMap((name) => folders.map((dir) => path.join(dir, name)));
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', path.join(process.env.HOME ?? '', 'Applications')].flatMap((dir) => [
        path.join(dir, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
        path.join(dir, 'Chromium.app/Contents/MacOS/Chromium'),
      ]);
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((dir) => dir !== undefined)
        .flatMap((dir) => [
          path.join(dir, 'Google\\Chrome\\Application\\chrome.exe'),
          path.join(dir, 'Chromium\\Application\\chrome.exe'),
        ]);
    default:
      return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
  }
}

function playwrightsOwn() {
  try {
    // Required on demand: this file is also read before anything is installed.
    return [createRequire(import.meta.url)('playwright').chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * Some systems ship a stub that only asks to install the real browser, so a file that exists is not enough.
 * On Windows `--version` would open a window, and there are no stubs.
 * @param {string} file
 */
function works(file) {
  if (!existsSync(file)) return false;
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}
