/** @file Whatever vessel, edits and point: both paths look up the same material. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { straightVessel } from '../../../src/core/anatomy/straight-vessel.ts';
import { createStream } from '../../../src/core/math/rng.ts';
import { createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';

const LENGTH_MM = 20;
const simd = createKernels('simd');

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const angleRad = between(-7, 7);
const along = fc
  .tuple(between(-2, LENGTH_MM), between(0.5, 12))
  .map(([startMm, length]) => ({ startMm, endMm: startMm + length }));

const plate = fc.record({
  span: along,
  site: fc.constantFrom('intimal', 'medial', 'nodular'),
  angleRad: between(-3.2, 3.2),
  arcRad: fc.oneof(between(0.2, 6.2), fc.constant(2 * Math.PI)),
  depthMm: between(-0.5, 0.4),
  thicknessMm: between(0.05, 0.8),
});
const pocket = fc.record({
  span: along,
  fill: fc.constantFrom('stasis', 'blood'),
  angleRad,
  arcRad: between(0.3, 6),
  depthMm: between(0, 0.1),
  thicknessMm: between(0.1, 0.8),
  tearRad: fc.oneof(fc.constant(0), between(0.05, 0.3)),
});
const vein = fc.record({ angleRad, radiusMm: between(0.2, 0.9), gapMm: between(0.05, 0.4) });
const branch = fc.record({ stationMm: between(0, LENGTH_MM), angleRad, radiusMm: between(0.1, 0.5) });
const edit = fc.record({
  kind: fc.constant('open'),
  channel: fc.constantFrom('plane', 'track'),
  index: fc.integer({ min: 0, max: 2 * LENGTH_MM }),
  xRef: between(-2, 2),
  yRef: between(-2, 2),
  radiusMm: fc.oneof(fc.constant(0), between(0, 1.2)),
});

const vessel = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  calcium: fc.array(plate, { maxLength: 4 }),
  pockets: fc.array(pocket, { maxLength: 2 }),
  veins: fc.array(vein, { maxLength: 3 }),
  // they lie further apart than they reach
  branches: fc.array(branch, { maxLength: 1 }),
  unevenness: between(0, 1.5),
  bed: fc.constantFrom('leg', 'fat'),
});

it('the same material on both paths', () => {
  fc.assert(
    fc.property(vessel, fc.array(edit, { maxLength: 12 }), ({ calcium, pockets, ...spec }, edits) => {
      const tissue = createTissue(
        straightVessel({
          ...spec,
          lengthMm: LENGTH_MM,
          radiiMm: { lumen: 1, iel: 1.2, eem: 1.35, adventitia: 1.6 },
          calcium: calcium.map(({ span, ...shape }) => ({ ...span, ...shape, density: 1 })),
          pockets: pockets.map(({ span, ...shape }) => ({ ...span, ...shape })),
        }),
      );
      const mark = simd.mark();
      const fast = simd.forTissue(tissue);
      tissue.apply(edits);
      const { range } = createStream(spec.seed, 'points');
      let apart = 0;
      for (let i = 0; i < 1500; i++) {
        const s = range(-2, LENGTH_MM + 2);
        const x = range(-4, 4);
        const y = range(-4, 4);
        if (fast.materialAt(s, x, y) !== tissue.materialAt(s, x, y)) apart++;
      }
      simd.release(mark);
      expect(apart).toBe(0);
    }),
    { numRuns: 40 },
  );
});
