/** @file Loading, unloading and reshaping: what is possible, what is refused, and that a refusal changes nothing. */
import { describe, expect, test } from 'vitest';
import { load, poseOf, reshape, unload } from '../../../src/core/mechanics/mechanics.ts';
import { type Bench, createBench, drive, hashOfBench } from '../../helpers/mechanics-bench.ts';

const refusal = (bench: Bench, order: () => { ok: boolean; reason?: string }): string | undefined => {
  const before = hashOfBench(bench);
  const answer = order();
  if (!answer.ok) expect(hashOfBench(bench)).toBe(before);
  return answer.reason;
};

describe('a fresh limb', () => {
  test('has wire 1 at the sheath and nothing else', () => {
    const { state, tissue } = createBench();
    const wire = poseOf(state, tissue, 'wire1');
    expect(wire.loaded).toBe(true);
    expect(wire.tip.phase).toBe('lumen');
    expect(wire.tip.s).toBeLessThan(-100);
    expect(poseOf(state, tissue, 'ivus').loaded).toBe(false);
    expect(poseOf(state, tissue, 'wire2').route.length).toBe(0);
  });

  test('refuses what cannot be', () => {
    const bench = createBench();
    const { state, tissue } = bench;
    expect(refusal(bench, () => load(state, tissue, 'wire1'))).toBe('already-loaded');
    expect(refusal(bench, () => load(state, tissue, 'wire2', { route: 'rx-lumen' }))).toBe('needs-catheter');
    expect(refusal(bench, () => unload(state, 'ivus'))).toBe('not-loaded');
    expect(refusal(bench, () => reshape(state, 'wire1', { angleDeg: 120, lengthMm: 2 }))).toBe('bad-shape');
    expect(refusal(bench, () => reshape(state, 'wire1', { angleDeg: Number.NaN, lengthMm: 2 }))).toBe(
      'bad-shape',
    );
    expect(refusal(bench, () => load(state, tissue, 'ivus'))).toBeUndefined();
    expect(refusal(bench, () => unload(state, 'wire1'))).toBe('catheter-over-wire1');
    expect(refusal(bench, () => load(state, tissue, 'wire2', { wire: 'magic' }))).toBe('unknown-wire');
    expect(refusal(bench, () => load(state, tissue, 'wire2'))).toBe('catheter-too-shallow');
  });

  test('needs wire 1 for the catheter', () => {
    const bench = createBench();
    expect(unload(bench.state, 'wire1').ok).toBe(true);
    expect(refusal(bench, () => load(bench.state, bench.tissue, 'ivus'))).toBe('needs-wire1');
  });
});

describe('wire 2 in the catheter', () => {
  const bench = createBench();
  const { state, tissue } = bench;
  drive(bench, 'wire1', { advance: 20 }, 6);
  load(state, tissue, 'ivus');
  drive(bench, 'ivus', { advance: 20 }, 5);

  test('is parked behind the mouth, travels with the catheter and holds it back', () => {
    expect(load(state, tissue, 'wire2', { wire: 'tapered-12', route: 'rx-lumen' }).ok).toBe(true);
    const gap = state.ivus.tipS - state.wire2.tip.s;
    expect(gap).toBeCloseTo(33, 6);
    drive(bench, 'ivus', { advance: -10 }, 1);
    expect(state.ivus.tipS - state.wire2.tip.s).toBeCloseTo(gap, 6);
    expect(poseOf(state, tissue, 'wire2').tip.phase).toBe('in-catheter');
    expect(refusal(bench, () => unload(state, 'ivus'))).toBe('wire2-in-catheter');
  });

  test('can be reshaped there, not once it is out in the vessel', () => {
    expect(reshape(state, 'wire2', { angleDeg: 60, lengthMm: 1 }).ok).toBe(true);
    drive(bench, 'wire2', { advance: 10 }, 2);
    expect(poseOf(state, tissue, 'wire2').tip.phase).toBe('lumen');
    expect(refusal(bench, () => reshape(state, 'wire2', { angleDeg: 30, lengthMm: 2 }))).toBe('tip-in-body');
  });

  test('stays where it is when the catheter is drawn back off it', () => {
    const tip = { ...state.wire2.tip };
    drive(bench, 'ivus', { advance: -10 }, 0.5);
    expect(state.wire2.tip.s).toBeCloseTo(tip.s, 1);
    expect(Math.hypot(state.wire2.tip.x - tip.x, state.wire2.tip.y - tip.y)).toBeLessThan(0.05);
  });

  test('is drawn back no further than its lumen reaches', () => {
    drive(bench, 'wire2', { advance: -20 }, 6);
    expect(state.wire2.tip.s).toBeCloseTo(Math.max(-110, state.ivus.tipS - 40), 6);
  });
});

test('poses: nodes 1 mm apart and finer at the tip, ending at the tip, stations rising', () => {
  const bench = createBench();
  drive(bench, 'wire1', { advance: 20 }, 5);
  const { route, world, tip } = poseOf(bench.state, bench.tissue, 'wire1');
  expect(route.length).toBe(world.length);
  expect(route[3]! - route[0]!).toBeCloseTo(1, 5);
  expect(route.at(-3)).toBeCloseTo(tip.s, 4);
  expect(route.at(-3)! - route.at(-6)!).toBeLessThanOrEqual(0.2501);
  for (let i = 3; i < world.length; i += 3) {
    const step = Math.hypot(
      world[i]! - world[i - 3]!,
      world[i + 1]! - world[i - 2]!,
      world[i + 2]! - world[i - 1]!,
    );
    expect(step).toBeLessThan(2.5);
  }
});
