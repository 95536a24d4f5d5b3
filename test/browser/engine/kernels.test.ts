/** @file The kernels in a real browser: the module loads and gives the bytes it gives in Node. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { createJob, fillRandom, fingerprint, SIMD_FINGERPRINT, shareApart } from '../../helpers/kernels.ts';

test('the fast path is there', () => expect(createKernels().path).toBe('simd'));

test('it gives the same bytes as in Node', () => {
  expect(fingerprint(createKernels('simd'))).toBe(SIMD_FINGERPRINT);
});

test('it agrees with the plain path', () => {
  const [simd, plain] = (['simd', 'plain'] as const).map((path) => {
    const kernels = createKernels(path);
    const job = createJob(kernels, { columns: 96, lines: 90, samples: 70 });
    const spectra = kernels.float32(job.grid.length);
    fillRandom(spectra, 5);
    kernels.beam(job.grid, spectra, job.columns, Math.ceil(job.samples / 4));
    kernels.receive(job);
    return job.out;
  });
  expect(shareApart(simd!, plain!)).toBeLessThan(1e-4);
});
