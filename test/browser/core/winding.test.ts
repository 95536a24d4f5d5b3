/** @file A rod moves in Chromium as it does in Node, to the last bit: the hashes were recorded there. */
import { expect, test } from 'vitest';
import { standardHashes } from '../../../src/core/mechanics/validation/runs.ts';
import recorded from '../../golden/mechanics/winding.json' with { type: 'json' };

test('the standard run comes out as it does in Node', { timeout: 60_000 }, () => {
  expect(standardHashes()).toEqual(recorded);
});
