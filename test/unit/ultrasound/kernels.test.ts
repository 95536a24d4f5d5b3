/** @file The kernels' choice of path, their memory, and what they refuse. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { beamColumns, createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { createJob, fingerprint, SIMD_FINGERPRINT } from '../../helpers/kernels.ts';

const PATHS = ['simd', 'plain'] as const;

describe('the path', () => {
  afterEach(() => vi.restoreAllMocks());

  test('is the fast one here', () => expect(createKernels().path).toBe('simd'));

  test('is the plain one where the engine lacks vector instructions', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(createKernels().path).toBe('plain');
  });

  test('is the plain one where the page forbids WebAssembly, but not if the fast one was asked for', () => {
    vi.spyOn(WebAssembly, 'Module').mockImplementation(function forbid() {
      throw new WebAssembly.CompileError('forbidden');
    });
    expect(createKernels().path).toBe('plain');
    expect(() => createKernels('simd')).toThrow('forbidden');
  });

  test('the fast one gives the same bytes here as in a browser', () => {
    expect(fingerprint(createKernels('simd'))).toBe(SIMD_FINGERPRINT);
  });
});

describe('memory', () => {
  test.each(PATHS)('%s: arrays are zero, aligned and apart', (path) => {
    const kernels = createKernels(path);
    const arrays = [
      kernels.uint8(3),
      kernels.float32(5),
      kernels.int32(1),
      kernels.uint16(7),
      kernels.float32(0),
      kernels.uint8(1),
    ];
    expect(arrays.map((array) => array.length)).toEqual([3, 5, 1, 7, 0, 1]);
    arrays.forEach((array, i) => {
      expect(array.byteOffset % 16).toBe(0);
      expect([...array]).toEqual(Array(array.length).fill(0));
      array.fill(i + 1);
    });
    arrays.forEach((array, i) => {
      expect([...array]).toEqual(Array(array.length).fill(i + 1));
    });
  });

  test.each(PATHS)('%s: what was given back comes again, zeroed', (path) => {
    const kernels = createKernels(path);
    const kept = kernels.float32(4).fill(1);
    const mark = kernels.mark();
    kernels.float32(8).fill(2);
    kernels.release(mark);
    expect(kernels.mark()).toBe(mark);
    expect([...kernels.float32(8)]).toEqual(Array(8).fill(0));
    expect([...kept]).toEqual([1, 1, 1, 1]);
  });

  test('is 96 MiB, never more, and its arrays never come loose', () => {
    const kernels = createKernels('simd');
    const mark = kernels.mark();
    const small = kernels.float32(4);
    expect(small.buffer.byteLength).toBe(96 * 1024 * 1024);
    expect(() => kernels.uint8(96 * 1024 * 1024)).toThrow(RangeError);
    const large = kernels.uint8(95 * 1024 * 1024);
    expect(() => kernels.uint8(1024 * 1024)).toThrow(RangeError);
    expect(large.length + small.length).toBe(95 * 1024 * 1024 + 4);
    kernels.release(mark);
    expect(kernels.uint8(95 * 1024 * 1024).byteOffset).toBe(small.byteOffset);
  });

  test('a length that is none, and a mark that is none', () => {
    const kernels = createKernels('simd');
    for (const length of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => kernels.float32(length)).toThrow(RangeError);
    }
    const mark = kernels.mark();
    // the module's own tables lie below
    expect(() => kernels.release(mark - 16)).toThrow(RangeError);
    expect(() => kernels.release(mark + 16)).toThrow(RangeError);
    expect(() => kernels.release(Number.NaN)).toThrow(RangeError);
  });

  test('the receiver gives back what it needs for itself', () => {
    const kernels = createKernels('simd');
    const job = createJob(kernels, { columns: 64, lines: 64, samples: 64, smooth: 2 });
    const mark = kernels.mark();
    kernels.receive(job);
    expect(kernels.mark()).toBe(mark);
  });
});

describe('numbers of columns', () => {
  test.each([
    [1, 64],
    [64, 64],
    [65, 72],
    [360, 360],
    [512, 512],
    [513, 540],
    [1024, 1024],
  ])('%i lines: %i', (lines, columns) => expect(beamColumns(lines)).toBe(columns));

  test('more lines than the beam can do', () => expect(() => beamColumns(1025)).toThrow(RangeError));

  test.each(PATHS)('%s: other prime factors, too few and too many', (path) => {
    const kernels = createKernels(path);
    const grid = kernels.float32(8 * 2048);
    for (const columns of [70, 60, 1080]) {
      expect(() => kernels.beam(grid, grid, columns, 1)).toThrow(RangeError);
    }
  });
});

describe.each(PATHS)('%s refuses', (path) => {
  const kernels = createKernels(path);
  const job = createJob(kernels, { columns: 64, lines: 64, samples: 64, reach: 2 });

  test('a beam beyond its arrays', () => {
    const grid = kernels.float32(8 * 64 * 2);
    expect(() => kernels.beam(grid, grid.subarray(1), 64, 2)).toThrow('spectra');
    expect(() => kernels.beam(grid.subarray(1), grid, 64, 2)).toThrow('grid');
    expect(() => kernels.beam(grid, grid, 64, -1)).toThrow('blocks');
  });

  test.each([
    ['grid', { columns: 65 }],
    ['grid', { grid: job.grid.subarray(1) }],
    ['lines', { lines: 0 }],
    ['lines', { lines: 1025 }],
    ['samples', { samples: 63 }],
    ['samples', { samples: 2049 }],
    ['reach', { reach: 65 }],
    ['reach', { reach: -1 }],
    ['smooth', { smooth: 32 }],
    ['smooth', { smooth: 0.5 }],
    ['taps', { reach: 3 }],
    ['source', { source: job.source.map(() => 64) }],
    ['source', { source: job.source.map(() => -1) }],
    ['source', { source: job.source.subarray(1) }],
    ['weight', { weight: job.weight.subarray(1) }],
    ['offset', { offset: job.offset.subarray(1) }],
    ['out', { out: job.out.subarray(1) }],
  ])('a receiver with a wrong %s', (name, change) => {
    expect(() => kernels.receive({ ...job, ...change })).toThrow(name);
  });
});

test('the fast path refuses arrays of other kernels', () => {
  const [kernels, others] = [createKernels('simd'), createKernels('simd')];
  const shape = { columns: 64, lines: 64, samples: 64 };
  const job = createJob(kernels, shape);
  const { grid, weight, taps, offset, out } = createJob(others, shape);
  const mark = kernels.mark();
  for (const change of [{ grid }, { weight }, { taps }, { offset }, { out }]) {
    expect(() => kernels.receive({ ...job, ...change })).toThrow('outside');
  }
  expect(() => kernels.beam(grid, job.grid, 64, 16)).toThrow('outside');
  expect(kernels.mark()).toBe(mark);
});
