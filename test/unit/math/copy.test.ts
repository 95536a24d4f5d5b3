/** @file A copy is equal and shares nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyOf } from '../../../src/core/math/copy.ts';

test('plain data come out equal, and changing the copy leaves the original', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(copyOf(value)).toEqual(value);
    }),
  );
  const original = { list: [1, { deep: Float64Array.of(1, 2) }], bytes: Uint8Array.of(7), none: null };
  const copy = copyOf(original);
  expect(copy).toEqual(original);
  (copy.list[1] as { deep: Float64Array }).deep[0] = 9;
  copy.bytes[0] = 0;
  expect((original.list[1] as { deep: Float64Array }).deep[0]).toBe(1);
  expect(original.bytes[0]).toBe(7);
});
