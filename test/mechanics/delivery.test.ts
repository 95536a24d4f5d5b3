/** @file How wire 2 gets to its site: round the take-off of the anterior tibial artery a stiff tapered wire is not brought by a microcatheter. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { createMechanics, type LoadOptions, load, unload } from '../../src/core/mechanics/mechanics.ts';
import {
  type Bench,
  catheterBody,
  deliver,
  drive,
  hashOfBench,
  turnHub,
} from '../helpers/mechanics-bench.ts';

/** A case with the catheter's tip 24 mm beyond the distal cap; `again` gives independent copies. */
const withCatheter = (id: string): (() => Bench) => {
  const file = CASE_LIBRARY.find((entry) => entry.id === id)!;
  const fresh = (): Bench => {
    const tissue = createTissue(anatomyOf(file));
    return { state: createMechanics(tissue, catheterBody()), tissue, events: [], edits: [] };
  };
  const down = fresh();
  drive(down, 'wire1', { advance: 20 }, 40, () => down.state.wire1.stopped);
  load(down.state, down.tissue, 'ivus');
  const { ivus } = down.state;
  const end = down.tissue.anatomy.target.occlusion.endMm + 24;
  drive(down, 'ivus', { advance: 20 }, 30, () => ivus.tipS >= end || ivus.stopped);
  return () => {
    const bench = fresh();
    bench.tissue.apply(structuredClone(down.edits));
    return { ...bench, state: structuredClone(down.state) };
  };
};

const ata = withCatheter('ata-round-the-arch');
const pta = withCatheter('pta-flagship');
const ROLLS_DEG = [0, 90, 180, 270];

/** Pushed until it is there or stopped, from a roll of the hub. */
const push = (bench: Bench, options: LoadOptions, rollDeg = 0): Bench => {
  expect(load(bench.state, bench.tissue, 'wire2', options)).toEqual({ ok: true });
  turnHub(bench, 'wire2', (rollDeg * Math.PI) / 180);
  const { wire2 } = bench.state;
  drive(bench, 'wire2', { advance: 10 }, 60, () => wire2.stopped || wire2.approach === null);
  return bench;
};
const beside = (wire: string): LoadOptions => ({ wire, route: 'microcatheter' });
const mouth = ({ state }: Bench): number => state.ivus.tipS - 25;

describe('a microcatheter', () => {
  test('begins at the sheath and moves with its wire as one rod', () => {
    const bench = pta();
    load(bench.state, bench.tissue, 'wire2', beside('tapered-12'));
    const { wire2 } = bench.state;
    expect(wire2.tip.s).toBeLessThan(-100);
    expect(wire2.body).not.toBeNull();
    expect(wire2.approach).toBe('lumen');
    drive(bench, 'wire2', { advance: 10 }, 2);
    expect(wire2.tip.s).toBeCloseTo(-110 + 20, -1);
    drive(bench, 'wire2', { advance: -10 }, 1);
    expect(wire2.tip.s).toBeCloseTo(-110 + 10, -1);
  });

  test.each(ROLLS_DEG)('brings a soft wire round the arch, hub at %d degrees', (deg) => {
    const bench = push(ata(), beside('jacket-3'), deg);
    expect(bench.state.wire2.approach).toBeNull();
    expect(bench.state.wire2.tip.s).toBeGreaterThanOrEqual(mouth(bench));
  });

  test('does not bring a stiff tapered one there: it digs into the wall of the bend', () => {
    const arrived = ROLLS_DEG.filter(
      (deg) => push(ata(), beside('tapered-20'), deg).state.wire2.approach === null,
    );
    expect(arrived.length).toBeLessThanOrEqual(1);
  });

  test.each(ROLLS_DEG)('brings that one down a straight artery, hub at %d degrees', (deg) => {
    const bench = push(pta(), beside('tapered-20'), deg);
    expect(bench.state.wire2.approach).toBeNull();
    expect(bench.state.wire2.phase).toBe('plane');
    expect(bench.events.some(({ kind }) => kind === 'perforation')).toBe(false);
  });

  test('can be drawn back to the sheath from beside the catheter, and lies where it is when the catheter leaves', () => {
    const bench = pta();
    load(bench.state, bench.tissue, 'wire2', beside('tapered-12'));
    const { wire2 } = bench.state;
    drive(bench, 'wire2', { advance: 20 }, 60, () => wire2.approach === 'beside');
    drive(bench, 'wire2', { advance: 20 }, 2);
    const { s } = wire2.tip;
    expect(wire2.phase).toBe('in-catheter');
    unload(bench.state, 'ivus');
    drive(bench, 'wire2', {}, 0.1);
    expect(wire2.approach).toBeNull();
    expect(wire2.tip.s).toBe(s);
    expect(wire2.phase).toBe('plane');
  });

  test('is in the hash, and plays the same twice', () => {
    const play = (): string[] => {
      const bench = ata();
      load(bench.state, bench.tissue, 'wire2', beside('jacket-3'));
      const hashes: string[] = [];
      for (let i = 0; i < 5; i++) {
        drive(bench, 'wire2', { advance: 20, torque: 1 }, 2);
        hashes.push(hashOfBench(bench));
      }
      return hashes;
    };
    expect(play()).toEqual(play());
  });
});

test('the catheter’s own Rx lumen carries the stiff tapered wire round the arch', () => {
  const bench = ata();
  expect(load(bench.state, bench.tissue, 'wire2', { wire: 'tapered-20', route: 'rx-lumen' })).toEqual({
    ok: true,
  });
  drive(bench, 'wire2', { advance: 10 }, 2, () => bench.state.wire2.phase !== 'in-catheter');
  expect(bench.state.wire2.tip.s).toBeGreaterThan(mouth(bench));
  expect(bench.state.wire2.phase).toBe('plane');
});

test('older rules put it at the catheter’s mouth at once', () => {
  const file = CASE_LIBRARY[0]!;
  const tissue = createTissue(anatomyOf(file));
  const bench: Bench = {
    state: createMechanics(tissue, catheterBody(), false),
    tissue,
    events: [],
    edits: [],
  };
  drive(bench, 'wire1', { advance: 20 }, 12);
  load(bench.state, tissue, 'ivus');
  drive(bench, 'ivus', { advance: 20 }, 8);
  load(bench.state, tissue, 'wire2', beside('tapered-12'));
  expect(bench.state.wire2.approach).toBeNull();
  expect(bench.state.wire2.tip.s).toBeGreaterThan(0);
  deliver(bench);
});
