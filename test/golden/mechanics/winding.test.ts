/**
 * @file The standard run ends where it ended before, to the last bit, in Node; test/browser/core has the same for Chromium.
 * After an intended change: `UPDATE_GOLDEN=1 npx vitest run --project node test/golden`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { standardHashes } from '../../../src/core/mechanics/validation/runs.ts';

const FILE = fileURLToPath(new URL('winding.json', import.meta.url));

it('the standard run comes out as recorded', () => {
  const hashes = standardHashes();
  if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, `${JSON.stringify(hashes, null, 2)}\n`);
  expect(hashes).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
});
