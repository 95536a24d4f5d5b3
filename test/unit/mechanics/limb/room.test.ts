/** @file Between the world and the route, and how far the lumen's wall is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../../src/core/anatomy/create-tissue.ts';
import { wallRadiusToward } from '../../../../src/core/anatomy/wall-maps.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../../src/core/cases/library.ts';
import { createRoom, gapAt, roomAt } from '../../../../src/core/mechanics/limb/free-space.ts';
import { routeMapOf } from '../../../../src/core/mechanics/limb/route-map.ts';

const ARCH = CASE_LIBRARY.find(({ id }) => id === 'ata-round-the-arch')!;
const tissue = createTissue(anatomyOf(ARCH));
const { target } = tissue.anatomy;
const map = routeMapOf(target.curve);

const offset = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const station = fc.double({ min: target.curve.startMm + 2, max: target.curve.endMm - 2, noNaN: true });

describe('the route map', () => {
  test('there and back again, also round the arch: within a hundredth of a millimetre', () => {
    fc.assert(
      fc.property(
        station,
        offset,
        offset,
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (s, x, y, off) => {
          const world = map.toWorld(s, x, y, { x: 0, y: 0, z: 0 });
          const back = map.toRoute(world.x, world.y, world.z, { s: s + off, x: 0, y: 0 });
          expect(Math.abs(back.s - s)).toBeLessThan(0.01);
          expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(0.01);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });

  test('turns a direction without stretching it', () => {
    fc.assert(
      fc.property(station, offset, offset, offset, (s, a, b, c) => {
        const v = map.turn(s, a, b, c, { x: 0, y: 0, z: 0 });
        expect(Math.hypot(v.x, v.y, v.z)).toBeCloseTo(Math.hypot(a, b, c), 3);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

describe('the room in the lumen', () => {
  test('is the wall radius less the way from the middle, and shrinks along its direction', () => {
    const s = target.curve.startMm + 20;
    const room = createRoom();
    for (let k = 0; k < 12; k++) {
      const angle = (k * Math.PI) / 6;
      const x = 0.5 * Math.cos(angle);
      const y = 0.5 * Math.sin(angle);
      roomAt(tissue, s, x, y, room);
      expect(room.gapMm).toBeCloseTo(wallRadiusToward(target.wall, 'lumen', s, x, y) - 0.5, 9);
      expect(Math.hypot(room.s, room.x, room.y)).toBeCloseTo(1, 9);
      expect(room.x * Math.cos(angle) + room.y * Math.sin(angle)).toBeGreaterThan(0.9);
      const nearer = gapAt(tissue, s + 0.1 * room.s, x + 0.1 * room.x, y + 0.1 * room.y);
      expect(room.gapMm - nearer).toBeGreaterThan(0.09);
      expect(room.gapMm - nearer).toBeLessThan(0.11);
    }
  });

  test('is negative beyond the wall', () => {
    expect(gapAt(tissue, target.curve.startMm + 20, 9, 0)).toBeLessThan(0);
  });
});
