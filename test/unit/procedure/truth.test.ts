/** @file Truth as seen from the transducer, marks graded against it, views of the C-arm, and looks at wire 2. */
import { describe, expect, test } from 'vitest';
import { designedEdits, designedPose } from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { gapAt, MAX_ANGLE_DEG } from '../../../src/core/fluoro/c-arm.ts';
import { frameAt } from '../../../src/core/math/curve.ts';
import { psiOfClock } from '../../../src/core/measure/clock.ts';
import { gradeMark } from '../../../src/core/procedure/marks.ts';
import type { MarkKind } from '../../../src/core/procedure/procedure.ts';
import { angleBetweenDeg, bearingOf, lumenCentreAt, truthAt } from '../../../src/core/procedure/truth.ts';
import { viewErrorDeg } from '../../../src/core/procedure/view.ts';
import { lookAt } from '../../../src/core/procedure/wire2.ts';
import type { SlabWire } from '../../../src/core/ultrasound/frame.ts';

const tissue = caseTissue(CASE_LIBRARY[0]!);
tissue.apply(designedEdits(tissue.anatomy));
const { occlusion, curve } = tissue.anatomy.target;
const DISTAL = occlusion.endMm + 10;
const pose = designedPose(tissue.anatomy, DISTAL, 1.1);

describe('bearings', () => {
  test('clock and azimuth follow the field conventions', () => {
    // psi = azimuth - roll; psi 90 deg is 12 o'clock, and grows clockwise
    const view = { s: 0, x: 1, y: 2, rollRad: 0.5 };
    for (let i = 0; i < 24; i++) {
      const psi = (i * Math.PI) / 12;
      const bearing = bearingOf(view, 1 + 3 * Math.cos(psi + 0.5), 2 + 3 * Math.sin(psi + 0.5));
      expect(bearing.distanceMm).toBeCloseTo(3, 12);
      expect(angleBetweenDeg(bearing.psiRad, psi)).toBeLessThan(1e-9);
      expect(angleBetweenDeg(psiOfClock(bearing.clock), psi)).toBeLessThan(1e-9);
    }
    const up = bearingOf({ ...view, rollRad: 0 }, 1, 5);
    expect(up.clock).toBeCloseTo(0, 9);
  });

  test('the roll of the catheter turns the clock and leaves the azimuth', () => {
    const a = truthAt(tissue, pose).trueLumen;
    const turned = truthAt(tissue, { ...pose, rollRad: pose.rollRad + Math.PI / 6 }).trueLumen;
    expect(turned.azimuthRad).toBe(a.azimuthRad);
    expect((a.clock - turned.clock + 12) % 12).toBeCloseTo(1, 9);
  });
});

describe('the true lumen', () => {
  test('its centre lies in open blood where the vessel is open', () => {
    const centre = lumenCentreAt(tissue, DISTAL);
    expect(tissue.materialAt(DISTAL, centre.x, centre.y)).toBe(0);
  });

  test('the catheter in the plane has pushed it away', () => {
    const fresh = caseTissue(CASE_LIBRARY[0]!);
    const before = lumenCentreAt(fresh, DISTAL);
    const after = lumenCentreAt(tissue, DISTAL);
    const from = (c: { x: number; y: number }) => Math.hypot(c.x - pose.x, c.y - pose.y);
    expect(from(after)).toBeGreaterThan(from(before));
  });
});

describe('grading', () => {
  const truth = truthAt(tissue, pose);
  const grade = (kind: MarkKind, clock: number, rangeMm: number, wires: readonly SlabWire[] = pose.wires) =>
    gradeMark(tissue, { ...pose, wires }, { kind, clock, rangeMm }, 5, true);

  test('a mark on the true lumen has no error, one at a right angle 90, one opposite 180', () => {
    const { clock, distanceMm } = truth.trueLumen;
    expect(grade('true-lumen', clock, distanceMm)).toMatchObject({ tick: 5, stationMm: DISTAL });
    expect(grade('true-lumen', clock, distanceMm).errorDeg).toBeLessThan(1e-6);
    expect(grade('true-lumen', clock + 3, 1).errorDeg).toBeCloseTo(90, 6);
    expect(grade('true-lumen', clock + 6, 1).errorDeg).toBeCloseTo(180, 6);
    expect(grade('true-lumen', clock - 1, 1).errorDeg).toBeCloseTo(30, 6);
  });

  test('any point in the opened plane is the plane; far from it the direction counts', () => {
    expect(grade('plane', 3, 0.2).errorDeg).toBe(0);
    expect(grade('plane', truth.plane!.clock, 3).errorDeg).toBeLessThan(1e-6);
    expect(grade('plane', truth.plane!.clock + 6, 3).errorDeg).toBeCloseTo(180, 6);
  });

  test('a wire that is not in the image cannot be marked right', () => {
    expect(grade('wire2-tip', 3, 1).errorDeg).toBe(180);
    const wire2: SlabWire = { x: pose.x, y: pose.y + 2, radiusMm: 0.1, dxds: 0, dyds: 0, device: 'wire2' };
    const { clock } = bearingOf(pose, wire2.x, wire2.y);
    expect(grade('wire2-tip', clock, 2, [wire2]).errorDeg).toBeLessThan(1e-6);
  });
});

describe('the view', () => {
  const frame = frameAt(curve, DISTAL);

  test('the best reachable angle is the one with the widest gap', () => {
    for (let i = 0; i < 12; i++) {
      const a = (i * Math.PI) / 6;
      const direction = { dx: Math.cos(a), dy: Math.sin(a) };
      const world = Math.atan2(
        direction.dx * frame.n1.y + direction.dy * frame.n2.y,
        direction.dx * frame.n1.x + direction.dy * frame.n2.x,
      );
      let best = { angle: 0, gap: -1 };
      for (let angle = -MAX_ANGLE_DEG; angle <= MAX_ANGLE_DEG; angle++) {
        const gap = Math.abs(gapAt(1, world, angle).gap);
        if (gap > best.gap) best = { angle, gap };
      }
      expect(viewErrorDeg(frame, [direction], best.angle)).toBeLessThanOrEqual(1);
    }
  });

  test('either direction will do, and none leaves 90 deg', () => {
    expect(viewErrorDeg(frame, [], 0)).toBe(90);
    const two = [
      { dx: 1, dy: 0 },
      { dx: 0, dy: 1 },
    ];
    const one = Math.min(viewErrorDeg(frame, [two[0]!], 20), viewErrorDeg(frame, [two[1]!], 20));
    expect(viewErrorDeg(frame, two, 20)).toBe(one);
  });
});

describe('a look at wire 2', () => {
  const wireAt = (x: number, y: number): SlabWire => ({
    x,
    y,
    radiusMm: 0.1,
    dxds: 0,
    dyds: 0,
    device: 'wire2',
  });

  test('finds it in the open lumen, in the occlusion, in the plane or outside', () => {
    const open = lumenCentreAt(tissue, DISTAL);
    expect(lookAt(tissue, DISTAL, wireAt(open.x, open.y))).toBeNull();
    const closed = occlusion.endMm - 30;
    const plug = lumenCentreAt(tissue, closed);
    expect(lookAt(tissue, closed, wireAt(plug.x, plug.y))).toBe('in-occlusion');
    expect(lookAt(tissue, DISTAL, wireAt(pose.x, pose.y))).toBe('in-plane');
    expect(lookAt(tissue, DISTAL, wireAt(9, 9))).toBe('outside');
    expect(lookAt(tissue, DISTAL, undefined)).toBe('wire2-not-here');
  });
});
