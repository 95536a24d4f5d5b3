/** @file Refuses what would make a kernel read or write outside its arrays. */
import { DEPTH, SLICE, type SplatPose, type SplatTables, WORK } from '../speckle/splat.ts';
import { MAX_LINES, MAX_REACH, MAX_SAMPLES, MIN_SAMPLES, type ReceiveJob } from './types.ts';

export const checkBeam = (
  grid: Float32Array,
  spectra: Float32Array,
  columns: number,
  blocks: number,
): void => {
  whole('blocks', blocks, 0, Number.MAX_SAFE_INTEGER);
  holds('grid', grid, 8 * columns * blocks);
  holds('spectra', spectra, 8 * columns * blocks);
};

export const checkReceive = (job: ReceiveJob): void => {
  const { columns, lines, samples, source, reach } = job;
  whole('columns', columns, 1, Number.MAX_SAFE_INTEGER);
  whole('lines', lines, 1, MAX_LINES);
  whole('samples', samples, MIN_SAMPLES, MAX_SAMPLES);
  whole('reach', reach, 0, MAX_REACH);
  whole('smooth', job.smooth, 0, Math.floor((lines - 1) / 2));
  holds('grid', job.grid, 8 * columns * Math.ceil(samples / 4));
  holds('source', source, lines);
  holds('weight', job.weight, lines);
  holds('taps', job.taps, (reach + 1) * samples);
  holds('offset', job.offset, samples);
  holds('out', job.out, lines * samples);
  for (let l = 0; l < lines; l++) whole('source', source[l]!, 0, columns - 1);
};

export const checkSplat = (
  tables: SplatTables,
  pose: SplatPose,
  arena: Float32Array,
  bricks: number,
  out: Float32Array,
): void => {
  const { columns, samples, traceLines, traceSamples, elevationSteps, slices, work } = tables;
  const blocks = Math.ceil(samples / 4);
  const nodes = traceLines * traceSamples;
  whole('columns', columns, 1, Number.MAX_SAFE_INTEGER);
  whole('samples', samples, MIN_SAMPLES, MAX_SAMPLES);
  whole('traceLines', traceLines, 1, Number.MAX_SAFE_INTEGER);
  whole('traceSamples', traceSamples, 1, Number.MAX_SAFE_INTEGER);
  whole('elevationSteps', elevationSteps, 1, Number.MAX_SAFE_INTEGER);
  whole('bricks', bricks, 0, work.length / WORK.columns);
  holds('depths', tables.depths, DEPTH.columns * samples);
  holds('elevation', tables.elevation, 2 * elevationSteps * blocks);
  holds('transmission', tables.transmission, nodes);
  holds('lateMm', tables.lateMm, nodes);
  holds('labels', tables.labels, nodes);
  holds('levels', tables.levels, 256);
  holds('axes', pose.axes, 9);
  holds('out', out, 8 * columns * blocks);
  const lastSlice = Math.floor(slices.length / SLICE.columns) - 1;
  for (let row = 0; row < bricks * WORK.columns; row += WORK.columns) {
    const stride = work[row + WORK.stride]!;
    whole('stride / 4', stride / 4, 0, arena.length / 16);
    whole('brick', work[row + WORK.at]!, 0, arena.length - 4 * stride);
    whole('slice', work[row + WORK.slice]!, 0, lastSlice);
  }
};

const whole = (name: string, value: number, least: number, most: number): void => {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} is ${value}, not a whole number from ${least} to ${most}`);
};

const holds = (name: string, array: { readonly length: number }, length: number): void => {
  if (array.length < length) throw new RangeError(`${name} holds ${array.length} numbers, not ${length}`);
};
