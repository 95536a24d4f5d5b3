/** @file Installs the packages of package-lock.json when some are missing, so that one command works on a fresh clone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fail, root, run } from './shell.mjs';

/** @param {{ quiet?: boolean }} [options] */
export function ensureInstalled({ quiet = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    fail(`TrueLumen needs Node 20.20 or newer; this is Node ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.error('Installing packages...');
  // npm is a shell script on Windows, which only a shell can start.
  const shell = process.platform === 'win32';
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet, shell })) {
    fail('npm ci failed; its message is above.');
  }
}

/** npm keeps a copy of what it installed: every package we want must be in it, in the version we want. */
function isInstalled() {
  const wanted = packages('package-lock.json');
  const installed = packages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(lockfile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockfile), 'utf8')).packages;
  } catch {
    return {};
  }
}
