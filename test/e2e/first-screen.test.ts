/** @file What the built page asks for before it shows anything: within budget, and without the 3-D library. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The entry and, as preloads, everything it imports statically. */
const scripts = [
  ...readFileSync(`${dist}index.html`, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g),
]
  .map(([, file]) => file)
  .filter((file) => file !== undefined);

test('the first screen loads at most 200 kB of compressed JavaScript', () => {
  expect(scripts).not.toEqual([]);
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0);
  expect(bytes).toBeLessThanOrEqual(200_000);
});

test('Three.js waits until the 3-D scene is opened', () => {
  expect(scripts.filter((file) => file.includes('three'))).toEqual([]);
});
