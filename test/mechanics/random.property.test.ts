/** @file Whatever hands do to the hubs, the world stays a world, and does the same thing twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MATERIAL } from '../../src/core/anatomy/material.ts';
import { DEVICE_IDS, type DeviceId } from '../../src/core/mechanics/device.ts';
import { load, poseOf, reshape, unload } from '../../src/core/mechanics/mechanics.ts';
import { WIRE_CLASSES } from '../../src/core/mechanics/wires.ts';
import { TOLERANCE } from '../../src/core/session/soak/watch.ts';
import {
  type Bench,
  catheterDown,
  copyBench,
  createBench,
  hashOfBench,
  tick,
} from '../helpers/mechanics-bench.ts';

type Order =
  | { kind: 'hub'; device: DeviceId; advance: number; torque: number; ticks: number }
  | { kind: 'load'; device: DeviceId; wire: string; route: 'rx-lumen' | 'microcatheter' }
  | { kind: 'unload'; device: DeviceId }
  | { kind: 'shape'; device: 'wire1' | 'wire2'; angleDeg: number };

const device = fc.constantFrom(...DEVICE_IDS);
const order: fc.Arbitrary<Order> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('hub' as const),
      device,
      advance: fc.double({ min: -20, max: 30, noNaN: true }),
      torque: fc.double({ min: -5, max: 5, noNaN: true }),
      ticks: fc.integer({ min: 20, max: 700 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('load' as const),
      device,
      wire: fc.constantFrom(...WIRE_CLASSES.map(({ id }) => id), 'no-such-wire'),
      route: fc.constantFrom('rx-lumen' as const, 'microcatheter' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unload' as const), device }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('shape' as const),
      device: fc.constantFrom('wire1' as const, 'wire2' as const),
      angleDeg: fc.double({ min: -10, max: 90, noNaN: true }),
    }),
  },
);
const script = fc.array(order, { minLength: 5, maxLength: 25 });

const started = catheterDown();

const carryOut = (bench: Bench, orders: readonly Order[], check: (bench: Bench) => void): void => {
  for (const o of orders) {
    if (o.kind === 'hub') {
      for (let i = 0; i < o.ticks; i++) {
        tick(bench, { [o.device]: { advance: o.advance, torque: o.torque } });
        if (i % 16 === 0) check(bench);
      }
    } else {
      const before = hashOfBench(bench);
      const answer =
        o.kind === 'load'
          ? load(bench.state, bench.tissue, o.device, { wire: o.wire, route: o.route })
          : o.kind === 'unload'
            ? unload(bench.state, o.device)
            : reshape(bench.state, o.device, { angleDeg: o.angleDeg, lengthMm: 2 });
      if (!answer.ok) expect(hashOfBench(bench)).toBe(before);
    }
    check(bench);
  }
};

/** Deepest a tip lies inside calcium, mm: the shortest way out among 16 directions, to 0.01 mm. */
const depthInCalcium = ({ tissue }: Bench, s: number, x: number, y: number): number => {
  if (tissue.materialAt(s, x, y) !== MATERIAL.calcium) return 0;
  for (let r = 0.01; r < 0.2; r += 0.01)
    for (let i = 0; i < 16; i++) {
      const a = (i * Math.PI) / 8;
      if (tissue.materialAt(s, x + r * Math.cos(a), y + r * Math.sin(a)) !== MATERIAL.calcium) return r;
    }
  return 0.2;
};

const sane = (bench: Bench): void => {
  const { state, tissue } = bench;
  for (const id of DEVICE_IDS) {
    const pose = poseOf(state, tissue, id);
    const numbers = [pose.insertionMm, pose.hubRollRad, pose.tipRollRad, ...Object.values(pose.tip)];
    for (const n of numbers) if (typeof n === 'number') expect(Number.isFinite(n)).toBe(true);
    expect(pose.route.every(Number.isFinite)).toBe(true);
    expect(pose.world.every(Number.isFinite)).toBe(true);
    expect(pose.tip.forceN).toBeGreaterThanOrEqual(0);
    expect(pose.tip.forceN).toBeLessThan(6);
    if (!pose.loaded || id === 'ivus') continue;
    expect(depthInCalcium(bench, pose.tip.s, pose.tip.x, pose.tip.y)).toBeLessThanOrEqual(0.03 + 1e-9);
    for (let i = 3; i < pose.route.length; i += 3)
      expect(pose.route[i]!).toBeGreaterThanOrEqual(pose.route[i - 3]! - 1e-4);
  }
  if (state.ivus.loaded)
    expect(state.ivus.tipS).toBeLessThanOrEqual(state.wire1.tip.s + TOLERANCE.passesTipMm);
};

test('from the sheath: numbers stay numbers, order is kept, calcium stays closed', () => {
  fc.assert(
    fc.property(script, (orders) => carryOut(createBench(), orders, sane)),
    { endOnFailure: true, numRuns: 6, seed: 20260 },
  );
}, 60_000);

test('from the plane with the catheter in: the same', () => {
  fc.assert(
    fc.property(script, (orders) => carryOut(copyBench(started), orders, sane)),
    { endOnFailure: true, numRuns: 10, seed: 20261 },
  );
}, 90_000);

test('the same script twice ends in the same state, across a save too', () => {
  fc.assert(
    fc.property(script, (orders) => {
      const once = copyBench(started);
      carryOut(once, orders, () => {});
      const half = Math.floor(orders.length / 2);
      const first = copyBench(started);
      carryOut(first, orders.slice(0, half), () => {});
      const second = copyBench(first);
      carryOut(second, orders.slice(half), () => {});
      expect(hashOfBench(second)).toBe(hashOfBench(once));
    }),
    { endOnFailure: true, numRuns: 4, seed: 20262 },
  );
}, 60_000);
