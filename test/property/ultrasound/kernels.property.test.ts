/** @file Whatever the sizes: the fast path and the plain path of the kernels agree, and the beam is linear. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beamColumns, createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { createJob, fillRandom, shareApart } from '../../helpers/kernels.ts';

const simd = createKernels('simd');
const plain = createKernels('plain');

const largest = (values: Float32Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

it('beam: same picture on both paths', () => {
  const shape = fc.record({
    lines: fc.integer({ min: 1, max: 1024 }),
    blocks: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  });
  fc.assert(
    fc.property(shape, ({ lines, blocks, seed }) => {
      const columns = beamColumns(lines);
      const mark = simd.mark();
      const [fast, slow] = [simd, plain].map((kernels) => {
        const grid = kernels.float32(8 * columns * blocks);
        const spectra = kernels.float32(grid.length);
        fillRandom(grid, seed);
        fillRandom(spectra, seed + 1);
        kernels.beam(grid, spectra, columns, blocks);
        return grid.slice();
      });
      simd.release(mark);
      const apart = largest(fast!.map((value, i) => value - slow![i]!));
      expect(apart / largest(slow!)).toBeLessThan(1e-5);
    }),
    { numRuns: 60 },
  );
});

it('beam: twice the echo is twice the picture, and echoes add', () => {
  const columns = fc.constantFrom(64, 75, 81, 96, 125, 135, 250);
  fc.assert(
    fc.property(columns, fc.integer({ min: 0, max: 1e6 }), (count, seed) => {
      const mark = simd.mark();
      const [a, b, both, spectra] = [0, 1, 2, 3].map((i) => {
        const array = simd.float32(8 * count);
        fillRandom(array, seed + i);
        return array;
      }) as [Float32Array, Float32Array, Float32Array, Float32Array];
      both.set(a.map((value, i) => 2 * value + b[i]!));
      for (const grid of [a, b, both]) simd.beam(grid, spectra, count, 1);
      const apart = largest(both.map((value, i) => value - (2 * a[i]! + b[i]!)));
      simd.release(mark);
      expect(apart / largest(both)).toBeLessThan(1e-5);
    }),
    { numRuns: 60 },
  );
});

it('receive: same words on both paths', () => {
  const shape = fc
    .record({
      columns: fc.constantFrom(64, 75, 96),
      lines: fc.integer({ min: 1, max: 90 }),
      samples: fc.integer({ min: 64, max: 150 }),
      reach: fc.integer({ min: 0, max: 64 }),
      smooth: fc.integer({ min: 0, max: 5 }),
      noise: fc.constantFrom(0, 0.1),
      frameSeed: fc.integer(),
    })
    .map((s) => ({ ...s, smooth: Math.min(s.smooth, Math.floor((s.lines - 1) / 2)) }));
  let words = 0;
  let apart = 0;
  fc.assert(
    fc.property(shape, fc.integer({ min: 0, max: 1e6 }), (s, seed) => {
      const mark = simd.mark();
      const [fast, slow] = [simd, plain].map((kernels) => {
        const job = createJob(kernels, s, seed);
        kernels.receive(job);
        return job.out.slice();
      });
      simd.release(mark);
      words += fast!.length;
      apart += fast!.length * shareApart(fast!, slow!);
    }),
    { numRuns: 60 },
  );
  // where waves all but cancel, the few that are left are rounding
  expect(apart / words).toBeLessThan(1e-4);
});
