/** @file The rod's tools on random input: equations against a dense solution, frames that stay square, contact and its slope. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAt, BAND, createBand, factorBand, solveBand } from '../../../src/core/mechanics/rod/band.ts';
import { createTouch, pressN, yieldedMm } from '../../../src/core/mechanics/rod/contact.ts';
import { feed, layStraight } from '../../../src/core/mechanics/rod/feed.ts';
import { updateFrames } from '../../../src/core/mechanics/rod/frames.ts';
import { gradedEdges } from '../../../src/core/mechanics/rod/graded.ts';
import { dragging, dragOf } from '../../../src/core/mechanics/rod/loads.ts';
import { solveStep } from '../../../src/core/mechanics/rod/newton.ts';
import { commit, createRod, evenEdges } from '../../../src/core/mechanics/rod/rod.ts';
import { createSystem } from '../../../src/core/mechanics/rod/system.ts';

const around = (size: number) => fc.double({ min: -size, max: size, noNaN: true });

describe('banded equations', () => {
  const N = 24;
  /** A symmetric matrix of the right band, its diagonal heavy enough to be definite. */
  const matrices = fc.array(around(1), { minLength: N * (BAND + 1), maxLength: N * (BAND + 1) });

  test('solve what a product says', () => {
    fc.assert(
      fc.property(matrices, fc.array(around(5), { minLength: N, maxLength: N }), (entries, x) => {
        const band = createBand(N);
        const dense = Array.from({ length: N }, () => new Float64Array(N));
        for (let c = 0; c < N; c++)
          for (let k = 0; k <= BAND && c + k < N; k++) {
            const value = entries[c * (BAND + 1) + k]! + (k === 0 ? 2 * BAND + 1 : 0);
            addAt(band, c + k, c, value);
            dense[c]![c + k] = value;
            dense[c + k]![c] = value;
          }
        const right = new Float64Array(N + BAND);
        for (let i = 0; i < N; i++) right[i] = dense[i]!.reduce((sum, v, j) => sum + v * x[j]!, 0);
        expect(factorBand(band, new Uint8Array(N), 0, N)).toBe(0);
        solveBand(band, right, 0, N);
        for (let i = 0; i < N; i++) expect(right[i]).toBeCloseTo(x[i]!, 9);
      }),
    );
  });

  test('count the directions in which a matrix is negative', () => {
    const band = createBand(4);
    for (const [i, value] of [3, -2, 5, -1].entries()) addAt(band, i, i, value);
    expect(factorBand(band, new Uint8Array(4), 0, 4)).toBe(2);
  });

  test('leave what is held where it is', () => {
    const band = createBand(3);
    for (let i = 0; i < 3; i++) addAt(band, i, i, 2);
    addAt(band, 1, 0, 1);
    addAt(band, 2, 1, 1);
    const right = new Float64Array(3 + BAND);
    right.set([4, 0, 4]);
    factorBand(band, Uint8Array.of(0, 1, 0), 0, 3);
    solveBand(band, right, 0, 3);
    for (const [i, value] of [2, 0, 2].entries()) expect(right[i]).toBeCloseTo(value, 12);
  });
});

test('directors stay square to their edges and of unit length, however the rod is bent', () => {
  const nodes = 8;
  fc.assert(
    fc.property(fc.array(around(0.4), { minLength: 4 * nodes * 5, maxLength: 4 * nodes * 5 }), (moves) => {
      const rod = createRod({ edgesMm: evenEdges(nodes - 1, 1), ei: () => 1, gj: () => 1, ea: 1 });
      for (let round = 0; round < 5; round++) {
        for (let i = 0; i < rod.q.length; i++) rod.q[i] = rod.q[i]! + moves[round * rod.q.length + i]!;
        updateFrames(rod);
        commit(rod);
        const { tangent, m1, m2 } = rod.frames;
        for (let e = 0; e < nodes - 1; e++) {
          const dot = (a: Float64Array, b: Float64Array): number =>
            a[3 * e]! * b[3 * e]! + a[3 * e + 1]! * b[3 * e + 1]! + a[3 * e + 2]! * b[3 * e + 2]!;
          expect(dot(tangent, m1)).toBeCloseTo(0, 12);
          expect(dot(tangent, m2)).toBeCloseTo(0, 12);
          expect(dot(m1, m2)).toBeCloseTo(0, 12);
          expect(dot(m1, m1)).toBeCloseTo(1, 12);
          expect(dot(m2, m2)).toBeCloseTo(1, 12);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a contact yields just so far that it bears its limit', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      fc.double({ min: 0.001, max: 0.1, noNaN: true }),
      fc.double({ min: 0.001, max: 3, noNaN: true }),
      (depthMm, stiffness, onsetMm, limitN) => {
        const touch = { ...createTouch(), depthMm, stiffness, onsetMm, limitN };
        const moved = yieldedMm(touch);
        expect(moved).toBeGreaterThanOrEqual(0);
        const left = pressN(depthMm - moved, stiffness, onsetMm);
        expect(left).toBeLessThanOrEqual(limitN + 1e-9);
        if (moved > 0) expect(left).toBeCloseTo(limitN, 9);
      },
    ),
  );
});

test('a device has fine edges at its tip and is as long as was asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), (length) => {
      const edges = gradedEdges(length);
      const sum = edges.reduce((a, b) => a + b, 0);
      expect(sum).toBeGreaterThanOrEqual(length - 1e-9);
      expect(sum).toBeLessThan(length + 5);
      expect(edges.at(-1)).toBe(0.5);
      for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeLessThanOrEqual(edges[i - 1]!);
    }),
  );
});

test('a straight rod that is fed through a mouth stays straight, whatever way the mouth points', () => {
  fc.assert(
    fc.property(around(1), around(1), around(1), (x, y, z) => {
      const length = Math.sqrt(x * x + y * y + z * z);
      fc.pre(length > 0.1);
      const mouth = { x: 3, y: -2, z: 7, dx: x / length, dy: y / length, dz: z / length };
      const rod = createRod({ edgesMm: gradedEdges(60), ei: () => 1, gj: () => 1, ea: 400 });
      layStraight(rod, mouth, 15);
      const system = createSystem(rod);
      const drag = dragging(
        dragOf(rod, () => 1e-4),
        240,
      );
      let inside = 15;
      for (let i = 0; i < 300; i++) {
        inside += 0.02;
        feed(rod, mouth, inside, 0.02, 0.1);
        solveStep(rod, system, [drag], { iterations: 8, toleranceN: 1e-6, moveMm: 0.5 });
        commit(rod);
      }
      const tip = 4 * (rod.nodes - 1);
      expect(rod.q[tip]).toBeCloseTo(mouth.x + inside * mouth.dx, 2);
      expect(rod.q[tip + 1]).toBeCloseTo(mouth.y + inside * mouth.dy, 2);
      expect(rod.q[tip + 2]).toBeCloseTo(mouth.z + inside * mouth.dz, 2);
      expect(rod.q[tip - 1]).toBeCloseTo(30, 1);
    }),
    { numRuns: 20 },
  );
});
