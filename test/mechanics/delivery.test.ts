/** @file How wire 2 gets to its site: round the take-off of the anterior tibial artery a stiff tapered wire is not brought by a microcatheter. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import {
  createMechanics,
  exchange,
  type LoadOptions,
  load,
  unload,
} from '../../src/core/mechanics/mechanics.ts';
import {
  type Bench,
  catheterBody,
  deliver,
  drive,
  hashOfBench,
  pointOff,
  turnHub,
  wire2Beside,
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

describe('an exchange through the microcatheter', () => {
  test('brings the stiff tapered wire round the arch after a soft one', () => {
    const bench = push(ata(), beside('jacket-3'));
    const { wire2 } = bench.state;
    const { s } = wire2.tip;
    expect(exchange(bench.state, bench.tissue, { wire: 'tapered-20' })).toEqual({ ok: true });
    expect(wire2).toMatchObject({ wireId: 'tapered-20', hubRollRad: 0, tipRollRad: 0 });
    expect(wire2.tip.s).toBeGreaterThan(s - wire2.supportMm - 0.3);
    expect(wire2.tip.s).toBeLessThanOrEqual(s - wire2.supportMm);
    expect(wire2.phase).toBe('plane');
    drive(bench, 'wire2', { advance: 5 }, 2);
    expect(wire2.tip.s).toBeGreaterThan(s);
  });

  test('leaves what the old wire has pierced weak, and what it bled', () => {
    const bench = wire2Beside(ata(), 6, { wire: 'tapered-12', route: 'microcatheter' });
    pointOff(bench, 0);
    const { wire2 } = bench.state;
    drive(bench, 'wire2', { advance: 3 }, 6, () => wire2.phase !== 'plane');
    const { sites } = bench.state.wounds!;
    expect(sites.length).toBeGreaterThan(0);
    const before = structuredClone(sites);
    exchange(bench.state, bench.tissue, { wire: 'tapered-20' });
    expect(bench.state.wounds!.sites).toEqual(before);
    expect(wire2.path.track).toBeGreaterThanOrEqual(wire2.path.last);
  });

  test('is refused where it cannot be, and nothing changes', () => {
    const refused = (bench: Bench, wire: string, reason: string): void => {
      const before = hashOfBench(bench);
      expect(exchange(bench.state, bench.tissue, { wire })).toEqual({ ok: false, reason });
      expect(hashOfBench(bench)).toBe(before);
    };
    const bench = pta();
    refused(bench, 'tapered-12', 'not-loaded');
    load(bench.state, bench.tissue, 'wire2', { wire: 'tapered-12', route: 'rx-lumen' });
    refused(bench, 'tapered-20', 'needs-microcatheter');
    const other = pta();
    load(other.state, other.tissue, 'wire2', beside('jacket-3'));
    refused(other, 'tapered-20', 'microcatheter-on-its-way');
    refused(other, 'magic', 'unknown-wire');
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
