/** @file The receiver against its formula in doubles, on both paths; its logarithm, its edges and the seam of the turn. */
import { describe, expect, test } from 'vitest';
import { DB_STEP } from '../../../src/core/ultrasound/frame.ts';
import { createKernels, type ReceiveJob } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { createJob, exactWords, placeOf, shareApart } from '../../helpers/kernels.ts';

const SHAPES = [
  { columns: 64, lines: 64, samples: 64 },
  { columns: 120, lines: 97, samples: 67, reach: 24 },
  { columns: 64, lines: 70, samples: 90, reach: 64 },
  { columns: 120, lines: 113, samples: 70, noise: 0, smooth: 2 },
  { columns: 72, lines: 100, samples: 101, reach: 0, smooth: 7 },
  { columns: 100, lines: 3, samples: 2048, reach: 8, smooth: 1 },
  { columns: 64, lines: 1, samples: 2045, reach: 1 },
];

describe.each(['simd', 'plain'] as const)('%s', (path) => {
  const kernels = createKernels(path);
  const receive = (job: ReceiveJob): Uint16Array => {
    kernels.receive(job);
    return job.out;
  };

  test.each(SHAPES)('by the formula: %o', (shape) => {
    const job = createJob(kernels, shape);
    expect(shareApart(receive(job), exactWords(job))).toBeLessThan(1e-4);
  });

  test('the logarithm of powers over 300 dB is right to one word', () => {
    const samples = 2048;
    const job = createJob(kernels, { columns: 64, lines: 64, samples, reach: 0, noise: 0 });
    job.taps.fill(1);
    job.weight.fill(0);
    job.grid.fill(0);
    for (let l = 0; l < job.lines; l++) {
      job.source[l] = l;
      for (let k = 0; k < samples; k++) {
        job.grid[placeOf(k, l, job.columns)] =
          1e-12 * 10 ** ((15 * (l * samples + k)) / (job.lines * samples));
      }
    }
    // so that each range's words lie in the middle
    for (let k = 0; k < samples; k++) job.offset[k] = 30_000;
    let worst = 0;
    const exact = exactWords(job);
    receive(job).forEach((word, i) => {
      if (word > 0 && word < 65_535) worst = Math.max(worst, Math.abs(word + 0.5 - exact[i]!));
    });
    // half a word is the floor's
    expect(worst).toBeLessThan(0.53);
    expect(worst * DB_STEP).toBeLessThan(0.01);
  });

  test('words end at 0 and 65535', () => {
    const job = createJob(kernels, { columns: 64, lines: 64, samples: 64, noise: 0 });
    const empty = { ...job, grid: kernels.float32(job.grid.length) };
    expect(new Set(receive(empty))).toEqual(new Set([0]));
    job.grid.fill(1e15);
    job.taps.fill(1e3);
    expect(new Set(receive(job))).toEqual(new Set([65_535]));
  });

  test('beyond the samples is silence, whatever lies there', () => {
    const job = createJob(kernels, { columns: 64, lines: 64, samples: 66, reach: 64 });
    const clean = receive(job).slice();
    for (const range of [66, 67]) {
      for (let c = 0; c < 64; c++) {
        job.grid[placeOf(range, c, 64)] = Number.NaN;
        job.grid[placeOf(range, c, 64) + 4] = 1e30;
      }
    }
    // a longer job leaves its numbers behind
    receive(createJob(kernels, { columns: 64, lines: 64, samples: 128 }));
    expect(receive(job)).toEqual(clean);
  });

  test('nothing is written past the last line', () => {
    const job = createJob(kernels, { columns: 64, lines: 5, samples: 67 });
    const room = kernels.uint16(5 * 67 + 16).fill(12_345);
    receive({ ...job, out: room });
    expect([...room.subarray(5 * 67)]).toEqual(Array(16).fill(12_345));
    expect(room.subarray(0, 5 * 67)).toEqual(receive(job));
  });

  test('between the last column and the first lies the seam, which cannot be seen', () => {
    const shape = { columns: 64, lines: 64, samples: 64, noise: 0, smooth: 2 };
    const job = createJob(kernels, shape);
    const turned = createJob(kernels, shape);
    job.weight.fill(0.25);
    turned.weight.fill(0.25);
    for (let l = 0; l < 64; l++) {
      job.source[l] = l;
      turned.source[l] = (l + 20) % 64;
    }
    const words = receive(job);
    const after = receive(turned);
    for (let l = 0; l < 64; l++) {
      const from = ((l + 20) % 64) * 64;
      expect(after.slice(64 * l, 64 * l + 64)).toEqual(words.slice(from, from + 64));
    }
  });

  test('noise is new with every seed and on every line, and has the strength asked for', () => {
    const shape = { columns: 64, lines: 128, samples: 512, reach: 0, noise: 0.01 };
    const job = createJob(kernels, shape);
    job.grid.fill(0);
    job.taps.fill(1);
    job.offset.fill(60_000);
    const words = receive(job).slice();
    expect(receive({ ...job, frameSeed: job.frameSeed })).toEqual(words);
    const other = receive({ ...job, frameSeed: job.frameSeed + 1 });
    const same = words.filter((word, i) => word === other[i]).length;
    expect(same / words.length).toBeLessThan(0.01);
    expect(words.slice(0, 512)).not.toEqual(words.slice(512, 1024));
    const power = words.reduce((sum, word) => sum + 10 ** (((word - 60_000) * DB_STEP) / 10), 0);
    // real and imaginary part
    expect(power / words.length / (2 * 0.01 ** 2)).toBeCloseTo(1, 1);
  });
});

test.each(SHAPES)('both paths agree: %o', (shape) => {
  const [simd, plain] = (['simd', 'plain'] as const).map((path) => {
    const kernels = createKernels(path);
    const job = createJob(kernels, shape);
    kernels.receive(job);
    return job.out;
  });
  expect(shareApart(simd!, plain!)).toBeLessThan(1e-4);
});
