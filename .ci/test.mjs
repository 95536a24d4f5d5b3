/** @file `npm test`: installs and builds what is missing, runs every check, and ends with one line that totals them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp, buildCli } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { tool } from './shell.mjs';

ensureInstalled();
process.env.CHROMIUM_PATH = ensureChromium();

/**
 * Workers of a suite, where not as Vitest likes. The node tests wait for nothing and nobody waits for them: they may have every core.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const WORKERS = { node: [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`] };

const reports = mkdtempSync(path.join(tmpdir(), 'truelumen-test-'));
const results = [
  check('build', () => buildApp() && buildCli()),
  check('format and lint', () => tool('biome', ['check', '.'])),
  check('types', () => tool('tsc', ['--build'])),
  // One after another: the browser projects are timing sensitive and a small machine has two cores.
  ...['node', 'browser', 'e2e'].map(suite),
];
rmSync(reports, { recursive: true, force: true });

const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  results.reduce((sum, r) => sum + r[key], 0);
console.log('');
for (const { name, passed, failed } of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
if (total('skipped') > 0) console.log(`${total('skipped')} skipped`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;

/**
 * A check that is one pass or one failure.
 * @param {string} name
 * @param {() => boolean} succeeds
 */
function check(name, succeeds) {
  console.log(`\n== ${name}`);
  const ok = succeeds();
  return { name, passed: Number(ok), failed: Number(!ok), skipped: 0 };
}

/**
 * A Vitest project. A file that cannot be loaded, or a run that breaks off, has no failing test to count,
 * so it counts as one failure itself.
 * @param {string} name
 */
function suite(name) {
  console.log(`\n== ${name} tests`);
  const file = path.join(reports, `${name}.json`);
  const ok = tool('vitest', [
    'run',
    `--project=${name}`,
    ...(WORKERS[name] ?? []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  const broken = report.testResults.filter((r) => r.status === 'failed' && r.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  return {
    name: `${name} tests`,
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file
 * @returns {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
