/** @file Base64 to bytes, against the platform's own encoder. */
import { expect, test } from 'vitest';
import { decodeBase64 } from '../../../src/core/math/base64.ts';

test.each([0, 1, 2, 3, 4, 255, 256, 257])('%i bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => 7 * i);
  expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  expect(decodeBase64(Buffer.from(bytes).toString('base64').replaceAll('=', ''))).toEqual(bytes);
});

test.each(['A', 'AAAAA', 'AA-A', 'A A=', '=AAA', 'AAAé'])('no base64: %s', (text) => {
  expect(() => decodeBase64(text)).toThrow(RangeError);
});
