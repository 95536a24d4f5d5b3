/** @file The kernels on both paths, 512 columns x 512 ranges, single-threaded. `npm run bench`. */
import { bench, describe } from 'vitest';
import { createKernels } from '../../src/core/ultrasound/kernels/kernels.ts';
import { createJob } from '../helpers/kernels.ts';
import { createSplat, runSplat } from '../helpers/splat.ts';

const COLUMNS = 512;
const SAMPLES = 512;

describe.each(['simd', 'plain'] as const)('%s', (path) => {
  const kernels = createKernels(path);
  const job = createJob(kernels, { columns: COLUMNS, lines: COLUMNS, samples: SAMPLES });
  const spectra = kernels.float32(job.grid.length);
  // leaves the picture as it is, so that it stays finite
  for (let i = 0; i < spectra.length; i++) spectra[i] = i & 4 ? 0 : 1 / COLUMNS;

  const scatterers = createSplat(kernels, {
    columns: COLUMNS,
    samples: SAMPLES,
    strides: Array(3600).fill(96),
    elevationSteps: 48,
    plane: true,
  });

  bench('splat: 128 000 scatterers in the slab', () => {
    runSplat(kernels, scatterers);
  });
  bench('beam', () => kernels.beam(job.grid, spectra, COLUMNS, SAMPLES / 4));
  bench('receive: noise, filter of reach 6, envelope, logarithm', () => kernels.receive(job));
  bench('receive, averaged over five lines', () => kernels.receive({ ...job, smooth: 2 }));
});
