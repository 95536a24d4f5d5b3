/** @file The designed scene: catheter and wire fit their hole along the whole way, in every library case. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import {
  CATHETER_RADIUS_MM,
  designedEdits,
  designedPose,
  WIRE1_RADIUS_MM,
} from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';

describe.each(CASE_LIBRARY.map((c) => [c.id, c] as const))('%s', (_, file) => {
  const tissue = caseTissue(file);
  const { anatomy } = tissue;
  const edits = designedEdits(anatomy);
  tissue.apply(edits);
  const { cleft, occlusion } = anatomy.target;
  const stations = Array.from(
    { length: Math.floor((cleft.endMm - 6 - (cleft.startMm - 20)) / 3) },
    (_u, i) => cleft.startMm - 20 + 3 * i,
  );

  test('the edits ascend, lie on the grid and open the plane to the catheter along the occlusion', () => {
    expect(edits.every((e, i) => i === 0 || e.index > edits[i - 1]!.index)).toBe(true);
    const hole = { x: 0, y: 0, radiusMm: 0 };
    for (let s = occlusion.startMm + 5; s < occlusion.endMm + 10; s += 5) {
      expect(tissue.holeAt('plane', s, hole)).toBe(true);
      expect(hole.radiusMm).toBeCloseTo(CATHETER_RADIUS_MM, 6);
    }
  });

  test('catheter and wire lie in blood, never in solid tissue', () => {
    const blocked: string[] = [];
    for (const s of stations) {
      const pose = designedPose(anatomy, s);
      const discs = [{ x: pose.x, y: pose.y, radiusMm: pose.sheathRadiusMm }, ...pose.wires];
      for (const disc of discs) {
        for (let a = 0; a < 6.28; a += 0.3) {
          const r = 0.97 * disc.radiusMm;
          const m = tissue.materialAt(s, disc.x + r * Math.cos(a), disc.y + r * Math.sin(a));
          if (m !== MATERIAL.blood && m !== MATERIAL.stasis) blocked.push(`${s}: ${m}`);
        }
      }
    }
    expect(blocked).toEqual([]);
  });

  test('wire 1 lies beside the window at the azimuth asked for, the two just touching', () => {
    for (const roll of [-2, 0, 1.3]) {
      const pose = designedPose(anatomy, occlusion.endMm - 20, roll);
      const wire = pose.wires[0]!;
      expect(Math.atan2(wire.y - pose.y, wire.x - pose.x)).toBeCloseTo(roll, 9);
      const gap = Math.hypot(wire.x - pose.x, wire.y - pose.y) - pose.sheathRadiusMm - WIRE1_RADIUS_MM;
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThan(0.02);
    }
  });

  test('the pose is finite everywhere on the route, even beyond the cleft', () => {
    for (const s of [-120, -10, cleft.startMm, cleft.endMm, cleft.endMm + 40]) {
      const p = designedPose(anatomy, s);
      expect([p.x, p.y, p.dxds, p.dyds].every(Number.isFinite)).toBe(true);
    }
  });
});
