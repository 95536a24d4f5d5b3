/** @file A way counted wrong in the open shows where the wire behind lies in tissue: beside the place at which it is held. */
import { expect, test } from 'vitest';
import { MATERIAL } from '../../../../src/core/anatomy/material.ts';
import { driftMm } from '../../../../src/core/mechanics/limb/drift.ts';
import { createHolds, HOLD, PER_NODE } from '../../../../src/core/mechanics/limb/holds.ts';
import { createTrack, extendTrack, MEDIUM } from '../../../../src/core/mechanics/limb/track.ts';
import { createRod, fromTipMm } from '../../../../src/core/mechanics/rod/rod.ts';

/** 20 mm of wire along z: 12 mm of it in tissue, the rest in the open, held where a way `off` too long or too short has it, mm. */
const wireHeld = (off: number) => {
  const rod = createRod({ edgesMm: Array(20).fill(1), ei: () => 10, gj: () => 10, ea: 1000 });
  const track = createTrack();
  extendTrack(track, 12, 12, 0, 0, MEDIUM.tissue, MATERIAL.denseFibrous);
  extendTrack(track, 8 + off, 20, 0, 0, MEDIUM.lumen, MATERIAL.blood);
  const holds = createHolds(rod.nodes);
  for (let i = 0; i <= 12; i++) {
    holds.kind[i] = HOLD.line;
    holds.data.set([0, 0, i + off, 0, 0, 1], PER_NODE * i);
  }
  return driftMm({ rod, holds, track }, fromTipMm(rod), 18);
};

test('by as much as the way is counted too long it is too long', () => {
  expect(wireHeld(0)).toBe(0);
  expect(wireHeld(0.7)).toBeCloseTo(-0.7, 9);
  expect(wireHeld(-0.7)).toBeCloseTo(0.7, 9);
});

test('a wire with nothing in tissue is counted as it moves', () => {
  const rod = createRod({ edgesMm: Array(20).fill(1), ei: () => 10, gj: () => 10, ea: 1000 });
  const track = createTrack();
  extendTrack(track, 20, 20, 0, 0, MEDIUM.lumen, MATERIAL.blood);
  expect(driftMm({ rod, holds: createHolds(rod.nodes), track }, fromTipMm(rod), 18)).toBe(0);
});
