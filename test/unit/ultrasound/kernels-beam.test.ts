/** @file The beam is the circular convolution across columns that its formula says, range by range. */
import { describe, expect, test } from 'vitest';
import { createKernels, type Kernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { fillRandom, placeOf } from '../../helpers/kernels.ts';

const SIZES = [64, 72, 120, 360, 500, 512, 675, 1024];
const BLOCKS = 2;

type Row = readonly (readonly [number, number])[];

/** Columns (or bins) of one range. */
const rowOf = (array: Float32Array, range: number, columns: number): Row =>
  Array.from({ length: columns }, (_, c) => {
    const at = placeOf(range, c, columns);
    return [array[at]!, array[at + 4]!] as const;
  });

/** Sum over c of row[c] exp(sign j 2 pi bin c / columns), for all bins. */
const naiveTransform = (row: Row, sign: 1 | -1): Row =>
  row.map((_, bin) => {
    let re = 0;
    let im = 0;
    row.forEach(([x, y], c) => {
      const turn = (sign * 2 * Math.PI * ((bin * c) % row.length)) / row.length;
      re += x * Math.cos(turn) - y * Math.sin(turn);
      im += x * Math.sin(turn) + y * Math.cos(turn);
    });
    return [re, im];
  });

/** Largest distance of two rows, of the second one's largest magnitude. */
const distance = (found: Row, expected: Row): number => {
  const worst = Math.max(...found.map(([x, y], c) => Math.hypot(x - expected[c]![0], y - expected[c]![1])));
  return worst / Math.max(...expected.map(([x, y]) => Math.hypot(x, y)));
};

const random = (kernels: Kernels, columns: number) => {
  const grid = kernels.float32(8 * columns * BLOCKS);
  const spectra = kernels.float32(8 * columns * BLOCKS);
  fillRandom(grid, columns);
  fillRandom(spectra, columns + 1);
  return { grid, spectra };
};

describe.each(['simd', 'plain'] as const)('%s', (path) => {
  const kernels = createKernels(path);

  test.each(SIZES)('%i columns: transform, product and inverse transform', (columns) => {
    const { grid, spectra } = random(kernels, columns);
    const before = grid.slice();
    kernels.beam(grid, spectra, columns, BLOCKS);
    for (const range of [0, 6]) {
      const spectrum = rowOf(spectra, range, columns);
      const product = naiveTransform(rowOf(before, range, columns), -1).map(
        ([x, y], bin): [number, number] => {
          const [u, v] = spectrum[bin]!;
          return [x * u - y * v, x * v + y * u];
        },
      );
      expect(distance(rowOf(grid, range, columns), naiveTransform(product, 1))).toBeLessThan(2e-6);
    }
  });

  test('a kernel with a spectrum over columns is convolved with every range, around the turn', () => {
    const columns = 90;
    const grid = kernels.float32(8 * columns * BLOCKS);
    const spectra = kernels.float32(8 * columns * BLOCKS);
    // an echo on the last column, in range 5 only
    grid[placeOf(5, columns - 1, columns)] = 2;
    const beam: Row = Array.from({ length: columns }, (_, c) => (c < 3 ? [1 / (c + 1), c / 4] : [0, 0]));
    naiveTransform(beam, -1).forEach(([re, im], bin) => {
      spectra[placeOf(5, bin, columns)] = re / columns;
      spectra[placeOf(5, bin, columns) + 4] = im / columns;
    });
    kernels.beam(grid, spectra, columns, BLOCKS);
    const row = rowOf(grid, 5, columns);
    for (let c = 0; c < columns; c++) {
      const [re, im] = beam[(c + 1) % columns]!;
      expect(row[c]![0]).toBeCloseTo(2 * re, 6);
      expect(row[c]![1]).toBeCloseTo(2 * im, 6);
    }
    const others = grid.filter((_, i) => !(i >= 8 * columns && (i & 3) === 1));
    expect(others.every((value) => value === 0)).toBe(true);
  });

  test('turning the picture turns the result', () => {
    const columns = 100;
    const { grid, spectra } = random(kernels, columns);
    const turned = kernels.float32(grid.length);
    const turn = (from: Float32Array, to: Float32Array) => {
      for (let k = 0; k < 4 * BLOCKS; k++) {
        for (let c = 0; c < columns; c++) {
          for (const part of [0, 4]) {
            to[placeOf(k, (c + 37) % columns, columns) + part] = from[placeOf(k, c, columns) + part]!;
          }
        }
      }
    };
    turn(grid, turned);
    kernels.beam(grid, spectra, columns, BLOCKS);
    kernels.beam(turned, spectra, columns, BLOCKS);
    const expected = new Float32Array(grid.length);
    turn(grid, expected);
    for (let k = 0; k < 4 * BLOCKS; k++) {
      expect(distance(rowOf(turned, k, columns), rowOf(expected, k, columns))).toBeLessThan(2e-6);
    }
  });

  test('nothing beyond the blocks is touched', () => {
    const columns = 64;
    const { grid, spectra } = random(kernels, columns);
    const before = grid.slice();
    kernels.beam(grid, spectra, columns, 1);
    expect(grid.slice(8 * columns)).toEqual(before.slice(8 * columns));
    expect(grid.slice(0, 8 * columns)).not.toEqual(before.slice(0, 8 * columns));
  });
});

test.each(SIZES)('%i columns: both paths agree', (columns) => {
  const [simd, plain] = (['simd', 'plain'] as const).map((path) => {
    const kernels = createKernels(path);
    const { grid, spectra } = random(kernels, columns);
    kernels.beam(grid, spectra, columns, BLOCKS);
    return grid;
  });
  for (let k = 0; k < 4 * BLOCKS; k++) {
    expect(distance(rowOf(simd!, k, columns), rowOf(plain!, k, columns))).toBeLessThan(2e-6);
  }
});
