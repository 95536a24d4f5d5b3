/** @file Cost of one tick with every device in and moving, and of the three poses of a snapshot. Budget: 0.4 ms a tick. */
import { bench, describe } from 'vitest';
import { DEVICE_IDS } from '../../src/core/mechanics/device.ts';
import { poseOf } from '../../src/core/mechanics/mechanics.ts';
import { catheterDown, tick, wire2Beside } from '../helpers/mechanics-bench.ts';

describe('mechanics', () => {
  const world = wire2Beside(catheterDown(), 7, { wire: 'jacket-3' });
  let n = 0;
  bench('one tick, wire 1, catheter and wire 2 moving', () => {
    const back = (n++ >> 9) % 2 === 0 ? 1 : -1;
    const hub = { advance: 6 * back, torque: 1 };
    tick(world, { wire1: hub, ivus: { advance: 2 * back, torque: 0.5 }, wire2: hub });
  });
  bench('three poses', () => {
    for (const id of DEVICE_IDS) poseOf(world.state, world.tissue, id);
  });
});
