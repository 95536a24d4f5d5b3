/** @file Made-up bricks of scatterers, tables and poses for the splat, the same on every path. */
import { createStream } from '../../src/core/math/rng.ts';
import type { Kernels } from '../../src/core/ultrasound/kernels/kernels.ts';
import {
  DEPTH,
  SLICE,
  type SplatPose,
  type SplatTables,
  WORK,
} from '../../src/core/ultrasound/speckle/splat.ts';
import { fillRandom } from './kernels.ts';

export interface SplatShape {
  readonly columns?: number;
  readonly samples?: number;
  /** Lengths of the bricks' arrays, multiples of four. */
  readonly strides?: readonly number[];
  readonly plane?: boolean;
  readonly track?: boolean;
  readonly labelled?: boolean;
  /** How far the slab's normal leans from the vessel, rad. */
  readonly tiltRad?: number;
  readonly rollRad?: number;
  readonly advanceMm?: number;
  /** By default so many that what rounds differently falls on another step now and then. */
  readonly elevationSteps?: number;
}

export interface SplatJob {
  readonly tables: SplatTables;
  readonly pose: SplatPose;
  readonly arena: Float32Array;
  readonly bricks: number;
  readonly out: Float32Array;
}

const START_MM = 0.3;
const MM_PER_SAMPLE = 0.02;
const SLICES = 5;
/** Labels 0 and 1 are silent. */
const LABELS = 7;

/** Bricks all over the picture and a little beyond, on a picture that is not empty. */
export const createSplat = (kernels: Kernels, shape: SplatShape, seed = 1): SplatJob => {
  const {
    columns = 72,
    samples = 96,
    strides = [28, 96, 96, 28],
    labelled = false,
    elevationSteps = 1000,
  } = shape;
  const { next } = createStream(seed, 'splat');
  const between = (low: number, high: number): number => low + (high - low) * next();
  const blocks = Math.ceil(samples / 4);
  const traceLines = 45;
  const traceSamples = 31;
  const nodes = traceLines * traceSamples;
  const tables: SplatTables = {
    columns,
    samples,
    startMm: START_MM,
    mmPerSample: MM_PER_SAMPLE,
    turnsPerMm: 52.3,
    depths: kernels.float32(DEPTH.columns * samples),
    elevation: kernels.float32(2 * elevationSteps * blocks),
    elevationSteps,
    traceLines,
    traceSamples,
    transmission: kernels.float32(nodes),
    lateMm: kernels.float32(nodes),
    labels: kernels.uint8(nodes),
    levels: kernels.float32(256),
    slices: kernels.float32(SLICES * SLICE.columns),
    work: kernels.int32(strides.length * WORK.columns),
  };
  for (let k = 0; k < samples; k++) {
    const reach = between(0.1, 0.4);
    tables.depths.set(
      [reach, (elevationSteps / reach) * (1 - 1e-6), between(0.5, 2), 0.1],
      k * DEPTH.columns,
    );
  }
  for (let i = 0; i < tables.elevation.length; i += 2) {
    tables.elevation.set([between(0.01, 1), Math.floor(between(-600, 600))], i);
  }
  for (let i = 0; i < nodes; i++) {
    tables.transmission[i] = next();
    tables.lateMm[i] = between(-0.05, 0.1);
    tables.labels[i] = Math.floor(between(0, LABELS));
  }
  for (let label = 2; label < LABELS; label++) tables.levels[label] = between(0.1, 3);

  const pose: SplatPose = {
    s: 140.3,
    x: 0.4,
    y: -0.7,
    axes: kernels.float32(12),
    insideMm: 0.5,
    advanceMm: shape.advanceMm ?? 0,
    labelled,
  };
  pose.axes.set(basisOf(shape.tiltRad ?? 0, shape.rollRad ?? 0.4));
  for (let i = 0; i < SLICES; i++) {
    const hole = (open: boolean): number[] => [
      pose.x + between(-0.3, 0.3),
      pose.y + between(-0.3, 0.3),
      // some slices are closed
      open && i > 0 ? between(0.2, 0.8) : 0,
    ];
    tables.slices.set(
      [...hole(shape.plane ?? false), ...hole(shape.track ?? false), labelled ? 25.6 * i : 0],
      i * SLICE.columns,
    );
  }

  const arena = kernels.float32(strides.reduce((sum, stride) => sum + 4 * stride, 0));
  const span = 1.1 * (START_MM + samples * MM_PER_SAMPLE);
  let at = 0;
  strides.forEach((stride, b) => {
    const slice = b % SLICES;
    tables.work.set([at, stride, slice], b * WORK.columns);
    const shift = tables.slices[slice * SLICE.columns + SLICE.shiftS]!;
    // the last ones of a brick are missing
    const count = stride - Math.floor(between(0, 6));
    const middle = [between(-0.4, 0.4), between(-span, span), between(-span, span)] as const;
    for (let i = 0; i < stride; i++, at++) {
      const far = i >= count;
      arena[at] = far ? 1e6 : pose.s - shift + middle[0] + between(-0.1, 0.1);
      arena[at + stride] = far ? 1e6 : pose.x + middle[1] + between(-0.3, 0.3);
      arena[at + 2 * stride] = far ? 1e6 : pose.y + middle[2] + between(-0.3, 0.3);
      arena[at + 3 * stride] = far ? 0 : between(labelled ? 0.2 : -1, 1);
    }
    at += 3 * stride;
  });
  const out = kernels.float32(8 * columns * blocks);
  fillRandom(out, seed);
  return { tables, pose, arena, bricks: strides.length, out };
};

/** Runs the splat of a job. */
export const runSplat = (kernels: Kernels, { tables, pose, arena, bricks, out }: SplatJob): number =>
  kernels.splat(tables, pose, arena, bricks, out);

/** Which way the slab leans, rad from x. */
const LEAN_RAD = 0.7;

/** Rows u, v and n, each (x, y, s): a roll about n, which is tilted from s. */
const basisOf = (tilt: number, roll: number): number[] => {
  const [c, k, e, f] = [Math.cos(roll), Math.sin(roll), Math.cos(tilt), Math.sin(tilt)];
  const lean = tilt === 0 ? 0 : LEAN_RAD;
  const [p, q] = [Math.cos(lean), Math.sin(lean)];
  const rows: readonly (readonly [number, number, number])[] = [
    [c * e, k, -c * f],
    [-k * e, c, k * f],
    [f, 0, e],
  ];
  return rows.flatMap(([x, y, s]) => [x * p - y * q, x * q + y * p, s]);
};
