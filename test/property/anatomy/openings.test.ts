/** @file Openings: what a device pushes aside keeps its area, comes back, and never becomes nonsense. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenEdit } from '../../../src/core/anatomy/edit.ts';
import { createOpenings, type Openings } from '../../../src/core/anatomy/openings.ts';
import type { Hole, ReferencePoint } from '../../../src/core/anatomy/tissue.ts';

const GRID = { startMm: -5, stepMm: 0.5, count: 41 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const edit = fc.record({
  kind: fc.constant('open' as const),
  channel: fc.constantFrom('plane' as const, 'track' as const),
  index: fc.integer({ min: 0, max: GRID.count - 1 }),
  xRef: number(-2, 2),
  yRef: number(-2, 2),
  radiusMm: fc.oneof(fc.constant(0), number(0.01, 1.2)),
});
const edits = fc.array(edit, { maxLength: 60 });
const station = number(GRID.startMm - 1, GRID.startMm + 21);
const point = fc.record({ x: number(-5, 5), y: number(-5, 5) });

const opened = (list: readonly OpenEdit[]): Openings => {
  const openings = createOpenings(GRID);
  for (const e of list) openings.apply(e);
  return openings;
};
const there = (o: Openings, s: number, x: number, y: number) => o.toDeformed(s, x, y, { x: 0, y: 0 });
const back = (o: Openings, s: number, x: number, y: number): ReferencePoint =>
  o.toReference(s, x, y, { x: 0, y: 0, hole: null });
const hole = (o: Openings, channel: 'plane' | 'track', s: number): Hole | null => {
  const out = { x: 0, y: 0, radiusMm: 0 };
  return o.holeAt(channel, s, out) ? out : null;
};

/** A hole swallows one material point; at that point, and twice over at both, doubles lose half their digits. */
const tolerance = (o: Openings, s: number, p: { x: number; y: number }): number => {
  const swallowed = (['plane', 'track'] as const).some((channel) => {
    const c = hole(o, channel, s);
    if (!c) return false;
    const r = back(o, s, c.x, c.y);
    return Math.hypot(r.x - p.x, r.y - p.y) < 0.01;
  });
  return swallowed ? 1e-3 : 1e-8;
};

describe('any list of edits', () => {
  test('toReference undoes toDeformed', () => {
    fc.assert(
      fc.property(edits, station, point, (list, s, p) => {
        const o = opened(list);
        const d = there(o, s, p.x, p.y);
        const r = back(o, s, d.x, d.y);
        expect(Math.hypot(r.x - p.x, r.y - p.y)).toBeLessThan(tolerance(o, s, p));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('toDeformed undoes toReference in solid tissue', () => {
    fc.assert(
      fc.property(edits, station, point, (list, s, p) => {
        const o = opened(list);
        const r = back(o, s, p.x, p.y);
        if (r.hole !== null) return;
        const d = there(o, s, r.x, r.y);
        expect(Math.hypot(d.x - p.x, d.y - p.y)).toBeLessThan(tolerance(o, s, r));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('area is kept: the map has unit Jacobian in solid tissue', () => {
    const h = 1e-4;
    fc.assert(
      fc.property(edits, station, point, (list, s, p) => {
        const o = opened(list);
        // next to a hole's centre the map is too bent for finite differences
        for (const channel of ['plane', 'track'] as const) {
          const c = hole(o, channel, s);
          if (!c) continue;
          const mapped = there(o, s, p.x, p.y);
          if (Math.hypot(mapped.x - c.x, mapped.y - c.y) < c.radiusMm + 0.1) return;
        }
        const e = there(o, s, p.x + h, p.y);
        const w = there(o, s, p.x - h, p.y);
        const n = there(o, s, p.x, p.y + h);
        const u = there(o, s, p.x, p.y - h);
        const det = ((e.x - w.x) * (n.y - u.y) - (e.y - w.y) * (n.x - u.x)) / (4 * h * h);
        expect(Math.abs(det - 1)).toBeLessThan(2e-3);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('nothing is ever NaN, nor is a radius negative', () => {
    fc.assert(
      fc.property(edits, station, point, (list, s, p) => {
        const o = opened(list);
        const d = there(o, s, p.x, p.y);
        const r = back(o, s, p.x, p.y);
        for (const v of [d.x, d.y, r.x, r.y]) expect(Number.isFinite(v)).toBe(true);
        for (const channel of ['plane', 'track'] as const) {
          const c = hole(o, channel, s);
          if (c) expect(c.radiusMm > 0 && Number.isFinite(c.x) && Number.isFinite(c.y)).toBe(true);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('the last edit of a station counts, whatever came before', () => {
    fc.assert(
      fc.property(edits, station, point, (list, s, p) => {
        const last = new Map(list.map((e) => [`${e.channel}${e.index}`, e]));
        const a = there(opened(list), s, p.x, p.y);
        const b = there(opened([...last.values()].reverse()), s, p.x, p.y);
        expect(a).toEqual(b);
      }),
      { seed: 1 },
    );
  });
});

describe('one hole', () => {
  const at = (radiusMm: number, channel: 'plane' | 'track' = 'plane', index = 10): OpenEdit => ({
    kind: 'open',
    channel,
    index,
    xRef: 0.4,
    yRef: -0.3,
    radiusMm,
  });
  const s = GRID.startMm + 10 * GRID.stepMm;

  test('sends a distance d to sqrt(d^2 + R^2), in the same direction', () => {
    const d = there(opened([at(0.6)]), s, 0.4 + 0.8, -0.3);
    expect(d.x - 0.4).toBeCloseTo(1, 12);
    expect(d.y).toBeCloseTo(-0.3, 12);
  });

  test('names the points inside it', () => {
    const o = opened([at(0.6)]);
    expect(back(o, s, 0.4 + 0.59, -0.3)).toEqual({ x: 0.4, y: -0.3, hole: 'plane' });
    expect(back(o, s, 0.4 + 0.61, -0.3).hole).toBeNull();
  });

  test('shrinks linearly to its closed neighbour and ends there', () => {
    const o = opened([at(0.6)]);
    expect(hole(o, 'plane', s + 0.25)!.radiusMm).toBeCloseTo(0.3, 12);
    expect(hole(o, 'plane', s + 0.25)).toMatchObject({ x: 0.4, y: -0.3 });
    expect(hole(o, 'plane', s + 0.5)).toBeNull();
    expect(hole(o, 'plane', s - 0.5)).toBeNull();
  });

  test('radius 0 closes it without a trace', () => {
    const o = opened([at(0.6), at(0)]);
    expect(hole(o, 'plane', s)).toBeNull();
    expect(there(o, s, 1, 1)).toEqual({ x: 1, y: 1 });
  });

  test('a track is centred on its material point as the plane has pushed it', () => {
    const track = { ...at(0.2, 'track'), xRef: 1.2, yRef: -0.3 };
    const c = hole(opened([track, at(0.6)]), 'track', s)!;
    expect(c.x).toBeCloseTo(0.4 + 1, 12);
    expect(c.y).toBeCloseTo(-0.3, 12);
  });

  test('where both are open, the track is named first', () => {
    const track = { ...at(0.5, 'track'), xRef: 1.2, yRef: -0.3 };
    expect(back(opened([at(0.6), track]), s, 1.4, -0.3).hole).toBe('track');
  });

  test.each([
    ['off the grid', { index: 41 }],
    ['between stations', { index: 1.5 }],
    ['not a number', { xRef: Number.NaN }],
    ['endless', { yRef: Number.POSITIVE_INFINITY }],
    ['negative', { radiusMm: -0.1 }],
    ['no radius', { radiusMm: Number.NaN }],
    ['as wide as the leg', { radiusMm: 50 }],
  ])('an edit that is %s is refused', (_, wrong) => {
    expect(() => opened([{ ...at(0.5), ...wrong }])).toThrow(RangeError);
  });
});
