/** @file The plain path of the beam: the transform of one range at a time. */
import { runStage } from './butterflies.ts';
import { MAX_COLUMNS, planTransform } from './transform.ts';

export type PlainBeam = (grid: Float32Array, spectra: Float32Array, columns: number, blocks: number) => void;

export const createPlainBeam = (): PlainBeam => {
  const re = new Float64Array(MAX_COLUMNS);
  const im = new Float64Array(MAX_COLUMNS);
  const productRe = new Float64Array(MAX_COLUMNS);
  const productIm = new Float64Array(MAX_COLUMNS);
  let plan = planTransform(MAX_COLUMNS);

  return (grid, spectra, columns, blocks) => {
    if (columns !== plan.columns) plan = planTransform(columns);
    const { stages, bins } = plan;
    for (let k = 0; k < 4 * blocks; k++) {
      const row = (k >> 2) * columns * 8 + (k & 3);
      for (let c = 0; c < columns; c++) {
        re[c] = grid[row + 8 * c]!;
        im[c] = grid[row + 8 * c + 4]!;
      }
      for (const stage of stages) runStage(re, im, columns, stage);
      for (let place = 0; place < columns; place++) {
        const bin = bins[place]!;
        const wr = spectra[row + 8 * bin]!;
        const wi = spectra[row + 8 * bin + 4]!;
        productRe[bin] = re[place]! * wr - im[place]! * wi;
        productIm[bin] = re[place]! * wi + im[place]! * wr;
      }
      // parts exchanged: the inverse
      for (const stage of stages) runStage(productIm, productRe, columns, stage);
      for (let place = 0; place < columns; place++) {
        const at = row + 8 * bins[place]!;
        grid[at] = productRe[place]!;
        grid[at + 4] = productIm[place]!;
      }
    }
  };
};
