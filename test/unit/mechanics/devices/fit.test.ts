/** @file What fits into which sheath, with numbers that can be checked by hand; the shelf and its sources. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BALLOONS, findBalloon } from '../../../../src/core/mechanics/devices/balloons.ts';
import type { IvusSize, SheathContents } from '../../../../src/core/mechanics/devices/contents.ts';
import { fitOf } from '../../../../src/core/mechanics/devices/fit.ts';
import {
  DEFAULT_MICROCATHETER,
  MICROCATHETERS,
  widestOf,
} from '../../../../src/core/mechanics/devices/microcatheters.ts';
import { ivusSizeOf } from '../../../../src/core/mechanics/devices/room.ts';
import {
  DEFAULT_SHEATH,
  findSheath,
  french,
  SHEATH_IDS,
  SHEATHS,
} from '../../../../src/core/mechanics/devices/sheaths.ts';
import { bodyOf } from '../../../../src/core/session/catheter.ts';
import { CATHETER_PRESETS } from '../../../../src/core/ultrasound/presets.ts';

const sizes = CATHETER_PRESETS.map((preset) => ivusSizeOf(bodyOf(preset)));
const DUAL = sizes[0]!;
const WIRE = 0.3556;

const inSheath = (contents: Partial<SheathContents>): SheathContents => ({
  wire1: true,
  ivus: null,
  wire2: null,
  balloon: null,
  ...contents,
});

describe('the shelf', () => {
  test('every number says where it comes from', () => {
    for (const entry of [...SHEATHS, ...MICROCATHETERS, ...BALLOONS]) {
      for (const source of Object.values(entry.sources)) expect(source.length).toBeGreaterThan(4);
      const said = Object.keys(entry.sources).sort();
      const numbers = Object.keys(entry).filter((k) => !['id', 'design', 'labelFr', 'sources'].includes(k));
      expect(said).toEqual(numbers.sort());
    }
  });

  test('ids are found, others are not', () => {
    for (const { id } of BALLOONS) expect(findBalloon(id)!.id).toBe(id);
    expect(new Set(BALLOONS.map(({ id }) => id)).size).toBe(BALLOONS.length);
    expect(BALLOONS.map(({ nominalMm }) => nominalMm)).toEqual([2, 2.5, 3, 2, 2.5, 3]);
    expect(findSheath('garden-hose')).toBeNull();
  });

  test('a wall has two sides, and a thin one takes 6 Fr devices through a smaller hole', () => {
    for (const { boreMm, outerMm } of SHEATHS) expect(outerMm).toBeGreaterThan(boreMm);
    const [thin, five, six] = SHEATHS;
    expect(thin!.boreMm).toBe(six!.boreMm);
    expect(thin!.outerMm).toBeLessThan(six!.outerMm);
    expect(thin!.boreMm).toBeGreaterThan(five!.boreMm);
  });

  test('wires slide in every lumen', () => {
    for (const m of MICROCATHETERS) {
      expect(m.distalInnerMm).toBeGreaterThan(WIRE);
      expect(m.distalOuterMm).toBeGreaterThan(m.distalInnerMm);
      expect(m.proximalOuterMm).toBeGreaterThan(m.proximalInnerMm);
      expect(m.proximalEi).toBeGreaterThan(m.distalEi);
    }
    for (const b of BALLOONS) expect(b.wireLumenMm).toBeGreaterThan(WIRE);
  });

  test('the dual-Rx catheter is 4 Fr with its wires in it', () => {
    expect(french(DUAL.widestMm)).toBeCloseTo(4, 1);
    expect(DUAL).toEqual({ widestMm: 1.33, shaftMm: 0.87 });
  });
});

describe('side by side', () => {
  test('catheter and microcatheter need 2.20 mm: the thin-wall sheath has it, a plain 5 Fr one lacks 0.40', () => {
    const both = inSheath({ ivus: DUAL, wire2: 'low-profile' });
    const thin = fitOf('thin-wall-5', both);
    expect(thin).toMatchObject({ fits: true, boreMm: 2.22 });
    expect(thin.needMm).toBeCloseTo(2.2, 9);
    const plain = fitOf('plain-5', both);
    expect(plain.fits).toBe(false);
    expect(plain.spareMm).toBeCloseTo(-0.4, 9);
    expect(plain.deciding).toEqual([
      { name: 'ivus', mm: 1.33 },
      { name: 'microcatheter', mm: 0.87 },
    ]);
  });

  test('a wire in the second lumen takes no room: the catheter alone decides', () => {
    const alone = fitOf('plain-5', inSheath({ ivus: DUAL }));
    const carrying = fitOf('plain-5', inSheath({ ivus: DUAL, wire2: 'rx-lumen' }));
    expect(carrying.needMm).toBe(alone.needMm);
    expect(carrying.deciding).toEqual([{ name: 'ivus', mm: 1.33 }]);
    expect(carrying.fits).toBe(true);
  });

  test('a bare wire beside the catheter fits where its microcatheter does not', () => {
    expect(fitOf('plain-5', inSheath({ ivus: DUAL, wire2: 'bare' })).needMm).toBeCloseTo(1.33 + WIRE, 9);
    expect(fitOf('plain-5', inSheath({ ivus: DUAL, wire2: 'bare' })).fits).toBe(true);
  });

  test('wire 1 beside a shaft lies in the gap between shaft and microcatheter', () => {
    const longTip = sizes[1]!;
    const fit = fitOf(DEFAULT_SHEATH, inSheath({ ivus: longTip, wire2: 'low-profile' }));
    expect(fit.needMm).toBeCloseTo(longTip.shaftMm + 0.87, 9);
    expect(fit.deciding.map(({ name }) => name)).toEqual(['ivus', 'microcatheter']);
  });

  test('the default sheath takes whatever could be done before there was a choice', () => {
    for (const ivus of sizes) {
      for (const wire2 of ['rx-lumen', DEFAULT_MICROCATHETER, null] as const) {
        expect(fitOf(DEFAULT_SHEATH, inSheath({ ivus, wire2 })).fits).toBe(true);
      }
    }
  });

  test('the bulkiest microcatheter is too much beside the dual-Rx catheter', () => {
    const fit = fitOf(DEFAULT_SHEATH, inSheath({ ivus: DUAL, wire2: 'penetration' }));
    expect(fit.fits).toBe(false);
    expect(fit.needMm).toBeCloseTo(1.33 + widestOf(MICROCATHETERS[2]!), 9);
  });

  test('a balloon passes with its wire inside; behind the port of an Rx one they lie side by side', () => {
    const otw = fitOf('plain-5', inSheath({ balloon: { id: 'otw-20', on: 'wire1' } }));
    expect(otw.needMm).toBe(0.97);
    const rx = fitOf('plain-5', inSheath({ balloon: { id: 'rx-20', on: 'wire1' } }));
    expect(rx.needMm).toBeCloseTo(0.66 + WIRE, 9);
    expect(rx.deciding.map(({ name }) => name)).toEqual(['balloon', 'wire1']);
    const both = fitOf(
      DEFAULT_SHEATH,
      inSheath({ ivus: DUAL, wire2: 'bare', balloon: { id: 'rx-25', on: 'wire2' } }),
    );
    expect(both.fits).toBe(false);
    expect(both.needMm).toBeCloseTo(1.33 + 1, 9);
  });
});

describe('laws', () => {
  const contents: fc.Arbitrary<SheathContents> = fc.record({
    wire1: fc.constant(true),
    ivus: fc.constantFrom<(IvusSize | null)[]>(null, ...sizes),
    wire2: fc.constantFrom(null, 'bare', 'rx-lumen', 'low-profile', 'penetration'),
    balloon: fc.constant(null),
  });
  const need = (c: SheathContents): number => fitOf(DEFAULT_SHEATH, c).needMm;

  test('whatever comes in beside the rest never makes it fit better', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...BALLOONS), (c, { id }) => {
        expect(need(c)).toBeGreaterThanOrEqual(need({ ...c, ivus: null }) - 1e-9);
        expect(need(c)).toBeGreaterThanOrEqual(need({ ...c, wire2: null }) - 1e-9);
        const bare = { ...c, wire2: 'bare' } as const;
        expect(need({ ...bare, balloon: { id, on: 'wire2' } })).toBeGreaterThanOrEqual(need(bare) - 1e-9);
        const open = { ...c, ivus: null };
        expect(need({ ...open, balloon: { id, on: 'wire1' } })).toBeGreaterThanOrEqual(need(open) - 1e-9);
      }),
    );
  });

  test('bore, need and what is left agree, and those that decide need as much as all', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...SHEATH_IDS), (c, sheath) => {
        const fit = fitOf(sheath, c);
        expect(fit.spareMm).toBe(fit.boreMm - fit.needMm);
        expect(fit.fits).toBe(fit.spareMm >= -1e-9);
        expect(fit.deciding.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
      }),
    );
  });
});
