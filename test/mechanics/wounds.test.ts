/** @file What devices do to the vessel besides opening it: blood in the plane, worn sites, holes that bleed. */
import { describe, expect, test } from 'vitest';
import { createMechanics, load, unload } from '../../src/core/mechanics/mechanics.ts';
import { availableN } from '../../src/core/mechanics/resistance.ts';
import type { WireTip } from '../../src/core/mechanics/state.ts';
import { findWire } from '../../src/core/mechanics/wires.ts';
import { looseness, trackRadiusMm } from '../../src/core/mechanics/wounds/stick-sites.ts';
import type { Perforation, Wounds } from '../../src/core/mechanics/wounds/wounds.ts';
import {
  type Bench,
  catheterBody,
  catheterDown,
  copyBench,
  deliver,
  drive,
  hashOfBench,
  kindsOf,
  pointOff,
  turnHub,
  wire2Beside,
} from '../helpers/mechanics-bench.ts';

const imaged = catheterDown();
const cap = imaged.tissue.anatomy.target.occlusion.endMm;
const hole = { x: 0, y: 0, radiusMm: 0 };

const woundsOf = ({ state }: Bench): Wounds => state.wounds!;
const planeAt = (bench: Bench, s: number): number => {
  bench.tissue.holeAt('plane', s, hole);
  return hole.radiusMm;
};

describe('blood in the plane', () => {
  test('pushing wires and catheter down the plane leaves none', () => {
    expect(woundsOf(imaged).clotMm2.every((mm2) => mm2 === 0)).toBe(true);
  });

  test('a bent tip turned in place makes the plane wider, turn by turn, up to what the adventitia holds', () => {
    const bench = wire2Beside(imaged, 8, { wire: 'stiff-12' });
    const { s } = bench.state.wire2.tip;
    const radii = [planeAt(bench, s)];
    for (let turn = 0; turn < 6; turn++) {
      turnHub(bench, 'wire2', 2 * Math.PI);
      drive(bench, 'wire2', {}, 0.2);
      radii.push(planeAt(bench, s));
    }
    for (let i = 1; i < radii.length; i++) expect(radii[i]).toBeGreaterThan(radii[i - 1]!);
    for (let turn = 0; turn < 40; turn++) turnHub(bench, 'wire2', 2 * Math.PI);
    const most = Math.max(...woundsOf(bench).clotMm2);
    expect(most).toBeLessThanOrEqual(2.2);
    expect(planeAt(bench, s)).toBeLessThan(Math.sqrt(0.665 ** 2 + 2.2 / Math.PI) + 1e-6);
    // the wider plane is no way out
    expect(kindsOf(bench, 'wire2')).not.toContain('perforation');
  });

  test('a straight tip tears nothing', () => {
    const bench = wire2Beside(imaged, 8, { wire: 'tapered-20', shape: { angleDeg: 0, lengthMm: 1 } });
    for (let turn = 0; turn < 6; turn++) turnHub(bench, 'wire2', 2 * Math.PI);
    expect(woundsOf(bench).clotMm2.every((mm2) => mm2 === 0)).toBe(true);
  });

  test('stays when the catheter has passed, and is in the hash', () => {
    const bench = wire2Beside(imaged, 8, { wire: 'stiff-12' });
    const { s } = bench.state.wire2.tip;
    for (let turn = 0; turn < 4; turn++) turnHub(bench, 'wire2', 2 * Math.PI);
    const before = hashOfBench(bench);
    const twin = copyBench(bench);
    woundsOf(twin).clotMm2[0] = 0.5;
    expect(hashOfBench(twin)).not.toBe(before);
    expect(unload(bench.state, 'wire2').ok).toBe(true);
    drive(bench, 'ivus', { advance: -20 }, 2);
    expect(planeAt(bench, s)).toBeGreaterThan(0.46);
  });
});

describe('sticks', () => {
  /** Into the plaque, back beside the catheter, again, so many times. */
  const stick = (bench: Bench, times: number): void => {
    const { wire2 } = bench.state;
    for (let i = 0; i < times; i++) {
      drive(bench, 'wire2', { advance: 3 }, 4, () => wire2.phase === 'plaque' || wire2.phase === 'lumen');
      // no further, or it bites anew where it then is
      drive(bench, 'wire2', { advance: -3 }, 4, () => wire2.phase === 'plane');
    }
  };

  /** A tip in the plane at a station, in a direction from the plane's middle. */
  const tipAt = ({ state, tissue }: Bench, s: number, angleRad: number): WireTip => {
    tissue.holeAt('plane', s, hole);
    const r = hole.radiusMm - 0.15;
    return { ...state.wire2.tip, s, x: hole.x + r * Math.cos(angleRad), y: hole.y + r * Math.sin(angleRad) };
  };

  test('wear their site, and widen its track; a fresh site holds as well as ever', () => {
    const bench = wire2Beside(imaged, 8, { wire: 'tapered-12' });
    pointOff(bench, 0);
    stick(bench, 4);
    const { state, tissue } = bench;
    const { sites } = woundsOf(bench);
    const most = Math.max(...sites.map(({ sticks }) => sticks));
    expect(most).toBeGreaterThanOrEqual(3);
    const { s, angleRad } = sites.find(({ sticks }) => sticks === most)!;
    const loose = looseness(state, tissue, tipAt(bench, s, angleRad));
    expect(loose).toBeCloseTo(1 + 0.2 * (most - 1), 9);
    expect(looseness(state, tissue, tipAt(bench, s + 3, angleRad))).toBe(1);
    expect(looseness(state, tissue, tipAt(bench, s, angleRad + 1))).toBe(1);
    expect(trackRadiusMm(state.wounds, s + 1)).toBeGreaterThan(0.178 + 0.02 * (most - 1));
    expect(trackRadiusMm(state.wounds, s - 4)).toBeCloseTo(0.178, 6);
  });

  test('of two sites that are near, the one that is worn more counts', () => {
    const bench = copyBench(imaged);
    woundsOf(bench).sites.push({ s: 220, angleRad: 0, sticks: 1 }, { s: 221, angleRad: 0.2, sticks: 3 });
    expect(looseness(bench.state, bench.tissue, tipAt(bench, 220, 0.1))).toBeCloseTo(1.4, 9);
  });

  test('leave less force the longer the wire is not held', () => {
    const kind = findWire('tapered-12')!;
    const at = (sticks: number): number => availableN(kind, 8 * (1 + 0.2 * (sticks - 1)), 8.5 * 2);
    expect([1, 2, 3, 4].map((n) => at(n) / at(1))).toEqual([
      1,
      expect.closeTo(0.694, 3),
      expect.closeTo(0.51, 3),
      expect.closeTo(0.391, 3),
    ]);
  });
});

describe('a perforation', () => {
  /** A stiff tip held close behind and pointed outward goes through. */
  const outside = (): Bench => {
    const bench = copyBench(imaged);
    load(bench.state, bench.tissue, 'wire2', { wire: 'tapered-20', route: 'microcatheter', supportMm: 4 });
    deliver(bench);
    pointOff(bench, Math.PI);
    drive(bench, 'wire2', { advance: 5 }, 5, () => bench.state.wire2.phase === 'outside');
    return bench;
  };
  const only = (bench: Bench): Perforation => {
    const { perforations } = woundsOf(bench);
    expect(perforations).toHaveLength(1);
    return perforations[0]!;
  };

  test('is told first as the adventitia, then as outside, and recorded with its depth and load', () => {
    const bench = outside();
    expect(bench.state.wire2.phase).toBe('outside');
    const record = only(bench);
    expect(record).toMatchObject({
      device: 'wire2',
      wireId: 'tapered-20',
      layer: 'outside',
      severity: 'minor',
    });
    expect(record.depthMm).toBeGreaterThan(0.1);
    expect(record.forceN).toBeGreaterThan(0.05);
    const kinds = kindsOf(bench, 'wire2');
    expect(kinds.indexOf('in-adventitia')).toBeGreaterThanOrEqual(0);
    expect(kinds.indexOf('in-adventitia')).toBeLessThan(kinds.indexOf('perforation'));
  });

  test('hardly bleeds while the wire plugs it; drawn back it bleeds, clots, and lies beside the vessel', () => {
    const bench = outside();
    drive(bench, 'wire2', {}, 5);
    const plugged = only(bench).bledMl;
    const { s } = only(bench);
    drive(bench, 'wire2', { advance: -10 }, 10, () => bench.state.wire2.tip.s < s - 2);
    drive(bench, 'wire2', {}, 5);
    const soon = only(bench).bledMl;
    expect(soon - plugged).toBeGreaterThan(5 * plugged);
    drive(bench, 'wire2', {}, 180);
    const late = only(bench).bledMl;
    drive(bench, 'wire2', {}, 5);
    expect(only(bench).bledMl - late).toBeLessThan(0.1 * (soon - plugged));
    expect(only(bench).severity).toBe('minor');
    expect(bench.tissue.holeAt('track', s, hole)).toBe(true);
    const rho = Math.hypot(hole.x, hole.y);
    const { eem } = bench.tissue.distances(s, hole.x, hole.y, { lumen: 0, iel: 0, eem: 0, adventitia: 0 });
    expect(eem).toBeGreaterThan(0);
    expect(rho).toBeGreaterThan(1);
  });

  test('beside another leaves one pocket: the larger stays, and neither is laid down again and again', () => {
    const bench = copyBench(imaged);
    const one = { ...only(outside()), device: 'wire1' as const, bledMl: 1.2, openS: 600 };
    woundsOf(bench).perforations.push({ ...one, s: cap }, { ...one, s: cap + 3, bledMl: 0.7 });
    drive(bench, 'wire2', {}, 0.1);
    const first = bench.edits.length;
    const { leftMm } = woundsOf(bench);
    const pocket = [...leftMm];
    expect(Math.max(...pocket)).toBeGreaterThan(0.1);
    drive(bench, 'wire2', {}, 2);
    expect(bench.edits.length).toBe(first);
    expect(leftMm).toEqual(pocket);
  });

  test('by wire 1 with the catheter pushed after it is major', () => {
    const bench = copyBench(imaged);
    const record: Perforation = {
      ...only(outside()),
      device: 'wire1',
      s: cap,
      severity: 'minor',
      bledMl: 0,
    };
    woundsOf(bench).perforations.push(record);
    drive(bench, 'ivus', { advance: 1 }, 0.1);
    expect(record.severity).toBe('major');
    expect(kindsOf(bench, 'wire1')).toContain('major-bleeding');
  });
});

test('sessions of older rules have no wounds', () => {
  expect(createMechanics(imaged.tissue, catheterBody(), false).wounds).toBeNull();
});
