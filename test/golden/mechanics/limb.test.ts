/**
 * @file A scripted scene ends where it ended before, to the last bit, in Node; test/browser/core has the same for Chromium.
 * After an intended change: `UPDATE_GOLDEN=1 npx vitest run --project node test/golden`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SCENE_TICKS, sceneHashes } from '../../helpers/limb-scene.ts';

const FILE = fileURLToPath(new URL('limb.json', import.meta.url));

test('10 000 ticks come out as recorded', { timeout: 120_000 }, () => {
  expect(SCENE_TICKS).toBe(10_000);
  const hashes = sceneHashes();
  expect(new Set(hashes).size).toBe(hashes.length);
  if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, `${JSON.stringify(hashes, null, 2)}\n`);
  expect(hashes).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
});
