/** @file A user is no pilot: after a while of random aims, pushes and pull-backs a correct approach still succeeds. */
import { expect, test } from 'vitest';
import { createStream } from '../../src/core/math/rng.ts';
import {
  type Bench,
  catheterDown,
  drive,
  kindsOf,
  pointOff,
  wire2Beside,
} from '../helpers/mechanics-bench.ts';

const imaged = catheterDown();
const cap = imaged.tissue.anatomy.target.occlusion.endMm;

const fumble = (bench: Bench, seed: number): void => {
  const chance = createStream(seed, 'clumsy');
  for (let n = 0; n < 6; n++) {
    pointOff(bench, chance.range(-Math.PI, Math.PI));
    const push = { advance: chance.range(2, 8), torque: chance.range(-1, 1) };
    drive(bench, 'wire2', push, chance.range(0.3, 1.5));
    drive(bench, 'wire2', { advance: -5 }, chance.range(0.3, 1.2));
  }
};

/** Back beside the plate, along the outer wall past it, tip to the lumen, push. */
const approach = (bench: Bench, fromCapMm: number): void => {
  const { wire2 } = bench.state;
  drive(bench, 'wire2', { advance: -8 }, 8, () => wire2.tip.s <= cap + 1);
  pointOff(bench, Math.PI);
  drive(bench, 'wire2', { advance: 5 }, 8, () => wire2.tip.s >= cap + fromCapMm);
  pointOff(bench, 0);
  drive(bench, 'wire2', { advance: 5 }, 8, () => wire2.phase === 'lumen' && wire2.tip.s > cap + 25);
};

test.each(Array.from({ length: 12 }, (_, i) => i + 1))('clumsy pilot %d', (seed) => {
  const bench = wire2Beside(imaged, 3 + (seed % 7), { wire: 'tapered-12' });
  fumble(bench, seed);
  expect(kindsOf(bench, 'wire2')).not.toContain('perforation');
  approach(bench, 8);
  // what it has fumbled at may be worn: then a fresh site
  if (bench.state.wire2.phase !== 'lumen') approach(bench, 12);
  expect(bench.state.wire2.phase).toBe('lumen');
  expect(bench.state.wire2.tip.s).toBeGreaterThan(cap + 20);
  expect(kindsOf(bench, 'wire2')).not.toContain('perforation');
});
