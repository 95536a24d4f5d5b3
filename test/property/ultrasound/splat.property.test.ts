/** @file Whatever bricks, tables and pose: the splat gives the same bytes on both paths. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beamColumns, createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { createSplat, runSplat } from '../../helpers/splat.ts';

const simd = createKernels('simd');
const plain = createKernels('plain');

it('the same bytes on both paths', () => {
  const shape = fc.record({
    columns: fc.integer({ min: 1, max: 512 }).map(beamColumns),
    samples: fc.integer({ min: 64, max: 150 }),
    strides: fc.array(
      fc.integer({ min: 0, max: 60 }).map((vectors) => 4 * vectors),
      { maxLength: 30 },
    ),
    plane: fc.boolean(),
    track: fc.boolean(),
    labelled: fc.boolean(),
    tiltRad: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    rollRad: fc.double({ min: -7, max: 7, noNaN: true }),
    advanceMm: fc.double({ min: -4, max: 4, noNaN: true }),
  });
  let counted = 0;
  fc.assert(
    fc.property(shape, fc.integer({ min: 0, max: 1e6 }), (s, seed) => {
      const mark = simd.mark();
      const [fast, slow] = [simd, plain].map((kernels) => {
        const job = createSplat(kernels, s, seed);
        const inSlab = runSplat(kernels, job);
        counted += inSlab;
        return { inSlab, bytes: new Uint8Array(job.out.slice().buffer) };
      });
      simd.release(mark);
      expect(fast!.inSlab).toBe(slow!.inSlab);
      expect(Buffer.compare(fast!.bytes, slow!.bytes)).toBe(0);
    }),
    { numRuns: 150 },
  );
  expect(counted).toBeGreaterThan(10_000);
});
