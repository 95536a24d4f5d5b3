/** @file Wires and catheter move in Chromium as they do in Node, to the last bit: the hashes were recorded there. */
import { expect, test } from 'vitest';
import recorded from '../../golden/mechanics/limb.json' with { type: 'json' };
import { sceneHashes } from '../../helpers/limb-scene.ts';

test('10 000 ticks come out as they do in Node', { timeout: 120_000 }, () => {
  expect(sceneHashes()).toEqual(recorded);
});
