/** @file Pre-shapes: limits, reach, and a free rod that takes them. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { freeTipDeg } from '../../../src/core/mechanics/bench/pre-shape.ts';
import { createMechanics, reshape } from '../../../src/core/mechanics/mechanics.ts';
import { headingDeg, isSoundShape, plainShape, reachMm } from '../../../src/core/mechanics/tip-shape.ts';
import { findWire } from '../../../src/core/mechanics/wires.ts';
import { commandSchema } from '../../../src/core/session/command-schema.ts';
import { catheterBody } from '../../helpers/mechanics-bench.ts';

const sin = (deg: number): number => Math.sin((deg * Math.PI) / 180);
const first = { angleDeg: 45, lengthMm: 1.5 };
const both = { ...first, second: { angleDeg: 20, lengthMm: 10 } };

describe('a second bend', () => {
  test('reaches further to the side', () => {
    expect(reachMm(first)).toBeCloseTo(1.5 * sin(45), 9);
    expect(reachMm(both)).toBeCloseTo(8.5 * sin(20) + 1.5 * sin(65), 9);
    expect(headingDeg(both)).toBe(55);
    expect(headingDeg(first)).toBe(45);
  });

  test.each(['jacket-3', 'tapered-20'])('is taken by a free %s', (id) => {
    const wire = findWire(id)!;
    expect(freeTipDeg(wire, first)).toBeCloseTo(45, 0);
    expect(freeTipDeg(wire, both)).toBeCloseTo(65, 0);
  });

  test('has limits of its own, and nothing is not a bend', () => {
    expect(isSoundShape(both)).toBe(true);
    expect(isSoundShape({ ...first, second: { angleDeg: 60, lengthMm: 10 } })).toBe(false);
    expect(isSoundShape({ ...first, second: { angleDeg: 20, lengthMm: 3 } })).toBe(false);
    expect(isSoundShape({ ...first, angleDeg: Number.NaN })).toBe(false);
    expect(plainShape({ ...first, second: { angleDeg: 0, lengthMm: 10 } })).toEqual(first);
  });

  test('is an order, and an absurd one changes nothing', () => {
    expect(commandSchema.parse({ type: 'shape', device: 'wire1', shape: both })).toMatchObject({
      shape: both,
    });
    const tissue = createTissue(anatomyOf(CASE_LIBRARY[0]!));
    const state = createMechanics(tissue, catheterBody());
    expect(reshape(state, 'wire1', both)).toEqual({ ok: true });
    expect(state.wire1.shape).toEqual(both);
    const before = JSON.stringify(state.wire1);
    const absurd = { ...first, second: { angleDeg: 85, lengthMm: 1 } };
    expect(reshape(state, 'wire1', absurd)).toEqual({ ok: false, reason: 'bad-shape' });
    expect(JSON.stringify(state.wire1)).toBe(before);
  });
});
