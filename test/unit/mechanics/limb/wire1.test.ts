/** @file Wire 1 as a rod in a limb: it goes where its hub is moved, lags, whips, rests, and stays out of calcium. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../../src/core/anatomy/material.ts';
import { load, reshape, unload } from '../../../../src/core/mechanics/mechanics.ts';
import {
  createBench,
  drive,
  hashOfBench,
  tick,
  turnHub,
  wire1Down,
} from '../../../helpers/mechanics-bench.ts';

const TURN = 2 * Math.PI;

describe('wire 1 in the lumen', () => {
  const bench = createBench();
  const { wire1 } = bench.state;
  const { body } = wire1;
  /** Angle between the last edge and one 4 mm behind. */
  const tipAngleDeg = (): number => {
    const { tangent } = body!.rod.frames;
    const [a, b] = [3 * (body!.rod.nodes - 2), 3 * (body!.rod.nodes - 10)];
    const dot = [0, 1, 2].reduce((sum, c) => sum + tangent[a + c]! * tangent[b + c]!, 0);
    return (Math.acos(Math.min(1, dot)) * 180) / Math.PI;
  };

  test('goes on as far as its hub is pushed, but for what its bends take up', () => {
    const from = wire1.tip.s;
    drive(bench, 'wire1', { advance: 10 }, 3);
    expect(wire1.tip.s - from).toBeGreaterThan(28);
    expect(wire1.tip.s - from).toBeLessThan(30.5);
    expect(body!.insideMm).toBeCloseTo(30.5, 6);
  });

  test('bears friction only: less than its label at the tip, hundredths of a newton at the sheath', () => {
    expect(wire1.forceN).toBeLessThan(0.0098);
    expect(Math.abs(body!.thrustN)).toBeLessThan(0.05);
  });

  test('turns with the hub, behind it by a lag that stays', () => {
    const roll = wire1.tipRollRad;
    turnHub(bench, 'wire1', TURN);
    const lag = wire1.hubRollRad - (wire1.tipRollRad - roll);
    expect(lag).toBeGreaterThan(0);
    turnHub(bench, 'wire1', TURN);
    expect(wire1.hubRollRad - (wire1.tipRollRad - roll)).toBeLessThan(lag + 1.5);
    expect(wire1.tipRollRad - roll).toBeGreaterThan(TURN);
  });

  test('comes to rest, and then nothing of it changes', () => {
    drive(bench, 'wire1', {}, 3);
    const rested = hashOfBench(bench);
    for (let i = 0; i < 10; i++) tick(bench, {});
    expect(hashOfBench(bench)).toBe(rested);
  });

  test('comes back as far as it is drawn, and no further than the sheath', () => {
    drive(bench, 'wire1', { advance: -20 }, 5);
    expect(wire1.tip.s).toBeLessThan(bench.state.gridStartMm + 12);
    expect(wire1.tip.s).toBeGreaterThan(bench.state.gridStartMm + 9);
  });

  test('is straight when its tip is shaped straight, bent as asked', () => {
    expect(reshape(bench.state, 'wire1', { angleDeg: 0, lengthMm: 2 })).toEqual({ ok: true });
    drive(bench, 'wire1', { advance: 10 }, 2);
    expect(tipAngleDeg()).toBeLessThan(3);
    drive(bench, 'wire1', { advance: -10 }, 3);
    reshape(bench.state, 'wire1', { angleDeg: 30, lengthMm: 2 });
    drive(bench, 'wire1', { advance: 10 }, 2);
    expect(tipAngleDeg()).toBeGreaterThan(20);
    expect(tipAngleDeg()).toBeLessThan(33);
  });

  test('has no rod when it is out, and a fresh one when it is loaded again', () => {
    unload(bench.state, 'wire1');
    expect(wire1.body).toBeNull();
    load(bench.state, bench.tissue, 'wire1', { wire: 'stiff-12' });
    expect(wire1.body!.insideMm).toBe(0.5);
  });
});

test('a stopped wire bows, presses, and takes no more than 5 mm however long it is pushed', () => {
  const bench = createBench();
  const { wire1 } = bench.state;
  // 1 gf does not pay for the plane
  unload(bench.state, 'wire1');
  load(bench.state, bench.tissue, 'wire1', { wire: 'workhorse-1' });
  drive(bench, 'wire1', { advance: 20 }, 12, () => wire1.stopped);
  expect(wire1.stopped).toBe(true);
  const inside = wire1.body!.insideMm;
  drive(bench, 'wire1', { advance: 20 }, 4);
  expect(wire1.body!.insideMm - inside).toBeLessThan(6);
  expect(wire1.slackMm).toBeLessThan(6);
  expect(Number.isFinite(wire1.forceN)).toBe(true);
});

test('by older rules wire 1 follows its own way and has no rod', async () => {
  const { createMechanics } = await import('../../../../src/core/mechanics/mechanics.ts');
  const { catheterBody } = await import('../../../helpers/mechanics-bench.ts');
  const { tissue } = createBench();
  const state = createMechanics(tissue, catheterBody(), false);
  expect(state.wire1.body).toBeNull();
});

test('on its way to the end of the cleft the tip is never in calcium', () => {
  const bench = createBench();
  const { wire1 } = bench.state;
  turnHub(bench, 'wire1', 1);
  let inside = 0;
  drive(bench, 'wire1', { advance: 20 }, 20, () => {
    const { s, x, y } = wire1.body!.front.on ? wire1.body!.front : wire1.tip;
    if (bench.tissue.referenceMaterialAt(s, x, y) === MATERIAL.calcium) inside++;
    return wire1.stopped;
  });
  expect(wire1.tip.s).toBeGreaterThan(200);
  expect(inside).toBe(0);
});

test('a wire that bears what no hand can give is laid down along its way, relaxed, and goes on', () => {
  const bench = createBench();
  const { wire1 } = bench.state;
  drive(bench, 'wire1', { advance: 20 }, 2);
  const { s } = wire1.tip;
  wire1.body!.thrustN = 50;
  tick(bench, { wire1: { advance: 5, torque: 0 } });
  expect(wire1.body!.recovered).toBe(1);
  expect(Math.abs(wire1.body!.thrustN)).toBeLessThan(0.1);
  drive(bench, 'wire1', {}, 0.5);
  expect(wire1.body!.residualN).toBeLessThan(1e-3);
  expect(Math.abs(wire1.tip.s - s)).toBeLessThan(3);
  drive(bench, 'wire1', { advance: 20 }, 1);
  expect(wire1.tip.s - s).toBeGreaterThan(16);
  expect(wire1.body!.recovered).toBe(1);
});

describe('laid down anew along its way', () => {
  const lost = (thrustN: number) => {
    const bench = createBench();
    drive(bench, 'wire1', { advance: 20 }, 2);
    drive(bench, 'wire1', {}, 1);
    bench.state.wire1.body!.thrustN = thrustN;
    return bench;
  };

  test('a wire whose way was counted too short is laid as long as the way is, and is not pushed on', () => {
    const bench = lost(-50);
    const { wire1 } = bench.state;
    const { track } = wire1.body!;
    const { s } = wire1.tip;
    // every second point forgotten: the way is counted half as long as it is
    for (const list of [track.s, track.x, track.y, track.medium, track.material])
      list.splice(0, list.length, ...(list as number[]).filter((_, i) => i % 2 === 0));
    track.lengthMm /= 2;
    tick(bench, { wire1: { advance: 1, torque: 0 } });
    drive(bench, 'wire1', {}, 1);
    expect(wire1.body!.recovered).toBe(1);
    expect(Math.abs(wire1.tip.s - s)).toBeLessThan(2);
    expect(wire1.body!.insideMm).toBeGreaterThan(38);
  });

  test('a wire shorter than its way gets no length from nowhere: its tip is drawn back', () => {
    const bench = lost(50);
    const { wire1 } = bench.state;
    const { s } = wire1.tip;
    wire1.body!.insideMm -= 6;
    const { insideMm } = wire1.body!;
    tick(bench, { wire1: { advance: -1, torque: 0 } });
    drive(bench, 'wire1', {}, 1);
    expect(wire1.body!.insideMm).toBeLessThanOrEqual(insideMm);
    expect(s - wire1.tip.s).toBeGreaterThan(4.5);
  });
});

test('a wire that presses on the end of the cleft, left alone, comes to rest, and then nothing of it changes', () => {
  const bench = wire1Down();
  drive(bench, 'wire1', {}, 1);
  const rested = hashOfBench(bench);
  for (let i = 0; i < 20; i++) tick(bench, {});
  expect(hashOfBench(bench)).toBe(rested);
});
