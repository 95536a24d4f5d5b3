/** @file The C-arm's geometry against independent formulas, and the signs that the mirror trap turns on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cArmBasis,
  gapAt,
  overlapAngleDeg,
  projectPoint,
  SID_MM,
  SOD_MM,
  widestAngleDeg,
} from '../../../src/core/fluoro/c-arm.ts';
import { add, dot, scale, sub, type Vec3 } from '../../../src/core/math/vec3.ts';
import { clockOfPsi } from '../../../src/core/measure/clock.ts';

// The same examples on every run.
fc.configureGlobal({ seed: 20261122 });

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };
const angle = fc.double({ min: -60, max: 60, noNaN: true });
const coordinate = fc.double({ min: -120, max: 120, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate, z: coordinate });

/** Rays from the focal spot through the point onto the detector's plane, in plain vectors. */
const onDetector = (angleDeg: number, centre: Vec3, p: Vec3): { u: number; v: number } => {
  const phi = (angleDeg * Math.PI) / 180;
  const toDetector = { x: -Math.sin(phi), y: Math.cos(phi), z: 0 };
  const right = { x: Math.cos(phi), y: Math.sin(phi), z: 0 };
  const source = add(centre, scale(toDetector, -SOD_MM));
  const ray = sub(p, source);
  const k = SID_MM / dot(ray, toDetector);
  const hit = sub(add(source, scale(ray, k)), centre);
  const magnification = SID_MM / SOD_MM;
  return { u: dot(hit, right) / magnification, v: hit.z / magnification };
};

describe('projection', () => {
  test('agrees with rays from the focal spot to the detector', () => {
    fc.assert(
      fc.property(angle, point, point, (angleDeg, centre, p) => {
        const seen = projectPoint({ angleDeg, centre }, p);
        const expected = onDetector(angleDeg, centre, p);
        expect(Math.abs(seen.u - expected.u)).toBeLessThan(1e-9);
        expect(Math.abs(seen.v - expected.v)).toBeLessThan(1e-9);
      }),
    );
  });

  test('in the plane of the isocentre a millimetre is a millimetre', () => {
    fc.assert(
      fc.property(angle, coordinate, coordinate, (angleDeg, right, down) => {
        const p = add(scale(cArmBasis(angleDeg).right, right), { x: 0, y: 0, z: down });
        const seen = projectPoint({ angleDeg, centre: ORIGIN }, p);
        expect(seen.u).toBeCloseTo(right, 9);
        expect(seen.v).toBeCloseTo(down, 9);
        expect(seen.magnification).toBeCloseTo(SID_MM / SOD_MM, 9);
      }),
    );
  });

  test('near the vessel the parallel formula of the notes is within 0.05 mm', () => {
    fc.assert(
      fc.property(
        angle,
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        (angleDeg, r, theta) => {
          const p = { x: r * Math.cos(theta), y: r * Math.sin(theta), z: 0 };
          const seen = projectPoint({ angleDeg, centre: ORIGIN }, p);
          const { gap, depth } = gapAt(r, theta, angleDeg);
          expect(Math.abs(seen.u - gap)).toBeLessThan(0.05);
          expect(seen.depth).toBeCloseTo(depth, 9);
        },
      ),
    );
  });
});

describe('signs', () => {
  const seenAt = (angleDeg: number, p: Vec3) => projectPoint({ angleDeg, centre: ORIGIN }, p);

  test('AP: the patient’s left is on the right, the foot is down, anterior is nearest to the detector', () => {
    expect(seenAt(0, { x: 10, y: 0, z: 0 }).u).toBeGreaterThan(9);
    expect(seenAt(0, { x: 0, y: 0, z: 10 }).v).toBeGreaterThan(9);
    expect(seenAt(0, { x: 0, y: 10, z: 0 }).depth).toBeGreaterThan(9);
  });

  test('RAO swings the detector to the patient’s right, so what is anterior moves to the screen’s right', () => {
    expect(cArmBasis(30).toDetector.x).toBeLessThan(0);
    expect(seenAt(30, { x: 0, y: 10, z: 0 }).u).toBeGreaterThan(4.9);
    expect(cArmBasis(-30).toDetector.x).toBeGreaterThan(0);
    expect(seenAt(-30, { x: 0, y: 10, z: 0 }).u).toBeLessThan(-4.9);
  });

  test('what is nearer to the detector is magnified less', () => {
    expect(seenAt(0, { x: 0, y: 50, z: 0 }).magnification).toBeLessThan(
      seenAt(0, { x: 0, y: -50, z: 0 }).magnification,
    );
  });

  test('a screen seen from the detector: right x down points away from the detector', () => {
    fc.assert(
      fc.property(angle, (angleDeg) => {
        const { right, toDetector } = cArmBasis(angleDeg);
        // right x (0, 0, 1)
        const away = { x: right.y, y: -right.x, z: 0 };
        expect(dot(away, toDetector)).toBeCloseTo(-1, 12);
      }),
    );
  });

  test('mirror trap: 3 o’clock on the unmirrored IVUS image is on the left of the AP screen', () => {
    // Looking distally with anterior at 12 o'clock: clock c stands at azimuth psi = 90 deg + 30 deg * c from +x.
    for (const [clock, side] of [
      [3, -1],
      [9, 1],
    ] as const) {
      const theta = ((90 + 30 * clock) * Math.PI) / 180;
      const seen = seenAt(0, { x: Math.cos(theta), y: Math.sin(theta), z: 0 });
      expect(Math.sign(seen.u)).toBe(side);
      expect(clockOfPsi(theta) % 12).toBeCloseTo(clock, 9);
    }
    // Anterior itself (12 o'clock) lies over the axis in AP.
    expect(seenAt(0, { x: 0, y: 1, z: 0 }).u).toBeCloseTo(0, 9);
  });
});

describe('gap between transducer and wire', () => {
  const theta = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });

  test('is widest where the formula says, and zero a quarter turn from there', () => {
    fc.assert(
      fc.property(theta, fc.double({ min: 0.1, max: 2, noNaN: true }), (t, r) => {
        const widest = widestAngleDeg(t);
        const overlap = overlapAngleDeg(t);
        expect(Math.abs(gapAt(r, t, widest).gap)).toBeCloseTo(r, 9);
        expect(gapAt(r, t, overlap).gap).toBeCloseTo(0, 9);
        for (let phi = -90; phi <= 90; phi += 5) {
          expect(Math.abs(gapAt(r, t, phi).gap)).toBeLessThanOrEqual(r + 1e-9);
        }
        for (const phi of [widest, overlap]) {
          expect(phi).toBeGreaterThan(-90 - 1e-9);
          expect(phi).toBeLessThanOrEqual(90 + 1e-9);
        }
      }),
    );
  });

  test('10 degrees off: 1.5 % lost at the widest, 17 % opened at the overlap', () => {
    expect(1 - gapAt(1, 0.4, widestAngleDeg(0.4) + 10).gap).toBeCloseTo(0.0152, 4);
    expect(Math.abs(gapAt(1, 0.4, overlapAngleDeg(0.4) + 10).gap)).toBeCloseTo(0.1736, 4);
  });
});
