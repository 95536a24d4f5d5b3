/** @file The layered wall of every library case: order of layers, calibre, plug, plaque and surroundings. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL, MATERIAL_NAMES, type MaterialId } from '../../../src/core/anatomy/material.ts';
import { wallRadius } from '../../../src/core/anatomy/wall-maps.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../src/core/cases/library.ts';

const angles = Array.from({ length: 36 }, (_, k) => (2 * Math.PI * k) / 36);

/** Share of each material among points on a fine fan about the axis at a station. */
const shares = (
  materialAt: (s: number, x: number, y: number) => MaterialId,
  s: number,
  radii: (angle: number) => readonly [number, number],
): Map<string, number> => {
  const counts = new Map<string, number>();
  let total = 0;
  for (const a of angles) {
    const [lo, hi] = radii(a);
    for (let k = 0; k < 40; k++) {
      const r = lo + ((hi - lo) * (k + 0.5)) / 40;
      const name = MATERIAL_NAMES[materialAt(s, r * Math.cos(a), r * Math.sin(a))]!;
      counts.set(name, (counts.get(name) ?? 0) + r);
      total += r;
    }
  }
  return new Map([...counts].map(([name, n]) => [name, n / total]));
};

const cases = CASE_LIBRARY.map((c) => [c.id, c, anatomyOf(c)] as const);

describe.each(cases)('%s', (_, file, anatomy) => {
  const { target } = anatomy;
  const { wall } = target;
  const tissue = createTissue(anatomy);
  const mean = (surface: 'lumen' | 'eem', s: number) =>
    angles.reduce((sum, a) => sum + wallRadius(wall, surface, s, a), 0) / angles.length;

  test('lumen lies inside IEL inside EEM inside adventitia, everywhere, with a real media', () => {
    let thinnest = Number.POSITIVE_INFINITY;
    let wrong = 0;
    for (let k = 0; k < wall.lumen.length; k++) {
      if (!(wall.lumen[k]! >= 0.44 && wall.lumen[k]! < wall.iel[k]!)) wrong++;
      thinnest = Math.min(thinnest, wall.eem[k]! - wall.iel[k]!, wall.adventitia[k]! - wall.eem[k]!);
    }
    expect(wrong).toBe(0);
    expect(thinnest).toBeGreaterThan(0.08);
  });

  test('the wall has no jumps from station to station', () => {
    let largest = 0;
    for (let k = wall.angles; k < wall.lumen.length; k++) {
      for (const map of [wall.lumen, wall.iel, wall.eem, wall.adventitia]) {
        largest = Math.max(largest, Math.abs(map[k]! - map[k - wall.angles]!));
      }
    }
    expect(largest).toBeLessThan(0.25);
  });

  test('just outside the lesion the lumen is about the reference diameter', () => {
    const before = target.lesion.startMm - 9;
    const after = target.lesion.endMm + 12;
    if (before < 12 && after > file.anatomy.lengthMm) return; // diseased from end to end
    const s = after <= file.anatomy.lengthMm ? after : before;
    expect(Math.abs(2 * mean('lumen', s) - target.rvdMm)).toBeLessThan(0.12 * target.rvdMm + 0.15);
  });

  test('the true lumen is plugged from cap to cap and open beyond both', () => {
    const { startMm, endMm } = target.occlusion;
    for (let s = startMm + 1; s < endMm - 0.5; s += 7) {
      expect(
        shares(tissue.materialAt, s, (a) => [0, wallRadius(wall, 'lumen', s, a) - 0.02]).get('blood') ?? 0,
      ).toBe(0);
    }
    for (const s of [startMm - 14, endMm + 5, endMm + 12]) {
      const open = shares(tissue.materialAt, s, (a) => [0, wallRadius(wall, 'lumen', s, a) - 0.02]);
      expect(open.get('blood')).toBeGreaterThan(0.7);
    }
  });

  test('the proximal cap is denser than the middle of the plug', () => {
    const plug = (s: number) => {
      const part = shares(tissue.materialAt, s, (a) => [0, wallRadius(wall, 'lumen', s, a) - 0.02]);
      return (part.get('denseFibrous') ?? 0) + (part.get('microcalcified') ?? 0) + (part.get('calcium') ?? 0);
    };
    const middle = (target.occlusion.startMm + target.occlusion.endMm) / 2;
    expect(plug(target.occlusion.startMm + 2)).toBeGreaterThan(plug(middle) + 0.2);
  });

  test('around the artery there is a bed of several tissues, none of them everything', () => {
    for (const s of [-60, 40, target.occlusion.endMm]) {
      const bed = shares(tissue.materialAt, s, (a) => [wallRadius(wall, 'adventitia', s, a) + 0.02, 6]);
      const real = [...bed].filter(([, share]) => share > 0.03);
      expect(real.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...bed.values())).toBeLessThan(0.75);
    }
  });

  test('the companion veins never touch the artery, and are there', () => {
    for (const vein of target.veins) {
      for (let i = 0; i < vein.x.length; i++) {
        const s = vein.startMm + i * vein.stepMm;
        const x = vein.x[i]!;
        const y = vein.y[i]!;
        const r = vein.radiusMm[i]!;
        expect(r).toBeGreaterThan(0.3);
        expect(r).toBeLessThan(1.3);
        const gaps = angles.map((a) => {
          const px = x + r * Math.cos(a);
          const py = y + r * Math.sin(a);
          return Math.hypot(px, py) - wallRadius(wall, 'adventitia', s, Math.atan2(py, px));
        });
        expect(Math.min(...gaps)).toBeGreaterThan(0.02);
        expect(tissue.materialAt(s, x, y)).toBe(MATERIAL.vein);
      }
    }
  });

  test('side branches open into the lumen and lead out through the wall', () => {
    const open = target.branches.filter(
      (b) => b.stationMm < target.occlusion.startMm - 3 || b.stationMm > target.occlusion.endMm + 4,
    );
    expect(open.length).toBeGreaterThan(2);
    for (const b of open) {
      for (let r = 0.2; r < 4; r += 0.1) {
        const s = b.stationMm + 0.45 * r;
        expect(tissue.materialAt(s, r * Math.cos(b.angleRad), r * Math.sin(b.angleRad))).toBe(MATERIAL.blood);
      }
    }
  });

  test('distances are those of the surfaces', () => {
    const out = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };
    const s = target.occlusion.startMm + 33.3;
    for (const a of angles) {
      const r = wallRadius(wall, 'eem', s, a);
      tissue.distances(s, r * Math.cos(a), r * Math.sin(a), out);
      expect(out.eem).toBeCloseTo(0, 5);
      expect(out.lumen).toBeGreaterThan(out.iel);
      expect(out.iel).toBeGreaterThan(out.eem);
      expect(out.eem).toBeGreaterThan(out.adventitia);
    }
  });
});

test('a case makes the same anatomy every time, another seed another one', () => {
  const flagship = CASE_LIBRARY[0]!;
  const a = anatomyOf(flagship);
  expect(anatomyOf(structuredClone(flagship))).toEqual(a);
  const other = anatomyOf({ ...flagship, anatomy: { ...flagship.anatomy, seed: 1 } });
  expect(other.target.wall.lumen).not.toEqual(a.target.wall.lumen);
});
