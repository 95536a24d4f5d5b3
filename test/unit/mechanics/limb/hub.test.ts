/** @file What fingers can turn: a wire that is held at its tip winds up until they give in. */
import { expect, test } from 'vitest';
import { turnAtMouth } from '../../../../src/core/mechanics/limb/hub.ts';
import { createRod } from '../../../../src/core/mechanics/rod/rod.ts';
import { createShaft, hubMoment } from '../../../../src/core/mechanics/shaft.ts';
import { sheathStation } from '../../../../src/core/mechanics/state.ts';
import { shaftTo } from '../../../../src/core/mechanics/torque.ts';
import { findWire } from '../../../../src/core/mechanics/wires.ts';
import { createBench } from '../../../helpers/mechanics-bench.ts';

/** A wire whose tip nothing turns, under the sheath. */
const heldAtTip = () => {
  const { state, tissue } = createBench();
  const wire = state.wire1;
  const kind = findWire(wire.wireId)!;
  const rod = createRod({ edgesMm: Array(10).fill(30), ei: () => 10, gj: () => 12, ea: 1000 });
  rod.from = 2;
  const shaft = createShaft();
  const mouthS = sheathStation(state);
  /** Turns the hub at so many rad/s for so long, s; how far it went, rad. */
  const turn = (torque: number, seconds: number): number => {
    const from = wire.hubRollRad;
    for (let i = 0; i < 240 * seconds; i++)
      rod.q[3] =
        rod.q[3]! +
        turnAtMouth({ state, tissue, wire, kind }, { shaft, rod, mouthS, thrustN: 0 }, 0, torque, 1 / 240);
    return wire.hubRollRad - from;
  };
  return { turn, moment: () => hubMoment(shaft, shaftTo(kind, tissue.anatomy.target.curve, mouthS, 0)) };
};

test('fingers wind it up until that takes 1 N mm, and no further; back they turn it at once', () => {
  const { turn, moment } = heldAtTip();
  const wound = turn(4, 8);
  expect(moment()).toBeGreaterThan(0.95);
  expect(moment()).toBeLessThan(1.1);
  expect(wound).toBeGreaterThan(3);
  expect(turn(4, 4)).toBeLessThan(0.1);
  expect(turn(-4, 0.5)).toBeCloseTo(-2, 2);
  expect(moment()).toBeLessThan(0.9);
});

test('the other way round it is the same', () => {
  const { turn, moment } = heldAtTip();
  turn(-4, 12);
  expect(moment()).toBeLessThan(-0.95);
  expect(moment()).toBeGreaterThan(-1.1);
});
