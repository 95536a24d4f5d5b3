/** @file The splat: a scatterer's sample, strength and phase by formula in doubles, and the same bytes on both paths. */
import { describe, expect, test } from 'vitest';
import { createKernels, type Kernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { MEDIA_ALONG } from '../../../src/core/ultrasound/media.ts';
import type { SplatPose } from '../../../src/core/ultrasound/speckle/splat.ts';
import { SLICE, WORK } from '../../../src/core/ultrasound/speckle/splat.ts';
import { placeOf } from '../../helpers/kernels.ts';
import { createSplat, runSplat, type SplatShape } from '../../helpers/splat.ts';

const PATHS = ['simd', 'plain'] as const;
const TURN = 2 * Math.PI;

const bytesOf = (array: Float32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe('both paths give the same bytes', () => {
  const simd = createKernels('simd');
  const plain = createKernels('plain');
  const bricks = Array.from({ length: 40 }, (_, i) => (i % 3 ? 28 : 96));
  const shapes: readonly (readonly [string, SplatShape])[] = [
    ['closed tissue', { strides: bricks }],
    ['a plane', { strides: bricks, plane: true }],
    ['a track', { strides: bricks, track: true }],
    ['a plane and a track, tilted', { strides: bricks, plane: true, track: true, tiltRad: 0.3 }],
    ['levels by label', { strides: bricks, labelled: true }],
    ['levels by label, flowing on', { strides: bricks, labelled: true, advanceMm: -3, tiltRad: -0.2 }],
    ['a turn that advances', { strides: bricks, advanceMm: 0.2, plane: true }],
    ['samples that are no multiple of four', { strides: bricks, samples: 67, columns: 125 }],
    ['bricks of one vector', { strides: bricks.map(() => 4) }],
    ['bricks longer than what is in hand', { strides: [4, 1100, 8, 516] }],
    ['no bricks', { strides: [] }],
    // so many that some lie where the last bit decides between two steps or columns
    [
      'a multitude',
      { strides: Array(4000).fill(96), plane: true, track: true, tiltRad: 0.3, advanceMm: 0.1, columns: 500 },
    ],
  ];

  test.each(shapes)('%s', (_, shape) => {
    const mark = simd.mark();
    const fast = createSplat(simd, shape);
    const slow = createSplat(plain, shape);
    const before = bytesOf(slow.out).slice();
    const counted = runSplat(simd, fast);
    expect(counted).toBe(runSplat(plain, slow));
    expect(Buffer.compare(bytesOf(fast.out), bytesOf(slow.out))).toBe(0);
    // many were heard
    expect(counted > 0).toBe(fast.bricks > 0);
    expect(Buffer.compare(bytesOf(slow.out), before) === 0).toBe(fast.bricks === 0);
    simd.release(mark);
  });

  test('however often it is called, and whatever it was called with before', () => {
    const job = createSplat(simd, { strides: bricks, plane: true });
    const empty = job.out.fill(0).slice();
    runSplat(simd, job);
    const first = job.out.slice();
    runSplat(simd, createSplat(simd, { labelled: true, samples: 200, strides: [512, 512] }));
    job.out.set(empty);
    runSplat(simd, job);
    expect(Buffer.compare(bytesOf(job.out), bytesOf(first))).toBe(0);
  });
});

interface Alone {
  readonly range?: number;
  readonly angle?: number;
  readonly along?: number;
  readonly amplitude?: number;
  readonly pose?: Partial<SplatPose>;
  readonly change?: (job: ReturnType<typeof createSplat>) => void;
}

const COLUMNS = 72;
const SAMPLES = 96;

/** A scatterer by itself in a slab across the vessel, 0.4 mm thick; sound arrives unweakened and in time. */
const alone = (kernels: Kernels, where: Alone) => {
  const { range = 1.204, angle = 1, along = 0.05, amplitude = 0.5 } = where;
  const made = createSplat(kernels, { columns: COLUMNS, samples: SAMPLES, strides: [4], rollRad: 0 });
  const job = { ...made, pose: { ...made.pose, ...where.pose } };
  const { tables, pose, arena, out } = job;
  tables.transmission.fill(1);
  tables.lateMm.fill(0);
  tables.slices.fill(0);
  tables.levels.fill(0);
  for (let k = 0; k < SAMPLES; k++) tables.depths.set([0.2, 59.9, 1, 0.1], 4 * k);
  // the field weakens and turns with elevation
  for (let i = 0; i < tables.elevation.length; i += 2) {
    const step = (i / 2) % tables.elevationSteps;
    tables.elevation.set([1 - step / 24, 20 * step], i);
  }
  where.change?.(job);
  arena.fill(1e6).fill(0, 12);
  arena[2] = pose.s + along;
  arena[6] = pose.x + range * Math.cos(angle);
  arena[10] = pose.y + range * Math.sin(angle);
  arena[14] = amplitude;
  out.fill(0);
  const counted = runSplat(kernels, job);
  const echoes: { range: number; column: number; strength: number; phase: number }[] = [];
  for (let k = 0; k < SAMPLES; k++) {
    for (let c = 0; c < COLUMNS; c++) {
      const re = out[placeOf(k, c, COLUMNS)]!;
      const im = out[placeOf(k, c, COLUMNS) + 4]!;
      if (re === 0 && im === 0) continue;
      echoes.push({ range: k, column: c, strength: Math.hypot(re, im), phase: Math.atan2(im, re) });
    }
  }
  return { counted, echoes };
};

/** Distance of two phases, turns. */
const turnsApart = (a: number, b: number): number => Math.abs((((a - b) / TURN + 1000.5) % 1) - 0.5);

describe.each(PATHS)('%s: a scatterer', (path) => {
  const kernels = createKernels(path);
  const only = (where: Alone) => {
    const mark = kernels.mark();
    const { counted, echoes } = alone(kernels, where);
    kernels.release(mark);
    expect(counted).toBe(1);
    expect(echoes).toHaveLength(1);
    return echoes[0]!;
  };

  test('lies on the nearest sample and column, with the phase of its exact path', () => {
    for (let i = 0; i < 40; i++) {
      const range = 0.51 + 0.041 * i;
      const angle = (i * TURN) / 40 + 0.003;
      const echo = only({ range, angle });
      expect(echo.range).toBe(Math.round((range - 0.3) / 0.02));
      expect(echo.column).toBe(Math.round((angle * COLUMNS) / TURN) % COLUMNS);
      // in the third of twelve steps of elevation
      expect(echo.strength).toBeCloseTo(0.5 * (1 - 2 / 24), 5);
      expect(turnsApart(echo.phase, -TURN * (52.3 * range - 40 / 1024))).toBeLessThan(0.002);
    }
  });

  test('next to the seam lies on the first column', () =>
    expect(only({ angle: TURN - 0.01 }).column).toBe(0));

  test('is as strong as sound is that gets there, and lies where late sound puts it', () => {
    const echo = only({
      change: ({ tables }) => {
        tables.transmission.fill(0.25);
        tables.lateMm.fill(0.06);
      },
    });
    expect(echo.strength).toBeCloseTo(0.25 * 0.5 * (1 - 2 / 24), 5);
    expect(echo.range).toBe(Math.round((1.264 - 0.3) / 0.02));
    expect(turnsApart(echo.phase, -TURN * (52.3 * 1.264 - 40 / 1024))).toBeLessThan(0.002);
  });

  test('of media is weaker along its layers', () => {
    const middle = { x: 0, y: 0 };
    // from the middle of the vessel its layers lie across all sound
    expect(only({ amplitude: -0.5, pose: middle }).strength).toBeCloseTo(0.5 * (1 - 2 / 24), 5);
    // seen at a right angle: 1.2 up from the transducer, which is 1.2 off the axis; half of the power of the cosine
    const aslant = only({ amplitude: -0.5, range: 1.2, angle: TURN / 4, pose: { x: 1.2, y: 0 } });
    const level = MEDIA_ALONG + (1 - MEDIA_ALONG) / 4;
    expect(aslant.strength).toBeCloseTo(0.5 * (1 - 2 / 24) * level, 5);
  });

  test('takes its level from the label of the node where it lies', () => {
    const echo = only({
      pose: { labelled: true },
      change: ({ tables }) => {
        // node by node, only the right one sounds
        const line = Math.round((1 / TURN) * tables.traceLines);
        const sample = Math.floor(Math.floor((1.204 - 0.3) / 0.02) * (tables.traceSamples / SAMPLES));
        tables.labels.fill(3);
        tables.labels[sample * tables.traceLines + line] = 4;
        tables.levels[4] = 2;
      },
    });
    expect(echo.strength).toBeCloseTo(2 * 0.5 * (1 - 2 / 24), 5);
  });

  test('is pushed outward by an opening, so that areas stay', () => {
    const echo = only({
      change: ({ tables, pose }) => tables.slices.set([pose.x, pose.y, 0.7 ** 2], 0),
    });
    expect(echo.range).toBe(Math.round((Math.hypot(1.204, 0.7) - 0.3) / 0.02));
    const both = only({
      change: ({ tables, pose }) =>
        tables.slices.set([pose.x, pose.y, 0.7 ** 2, pose.x, pose.y, 0.3 ** 2], SLICE.planeX),
    });
    expect(both.range).toBe(Math.round((Math.hypot(1.204, 0.7, 0.3) - 0.3) / 0.02));
  });

  test('in a fluid lies where it has flowed', () => {
    const change: Alone['change'] = ({ tables }) => {
      tables.slices[SLICE.shiftS] = 10;
    };
    expect(only({ along: -10 + 0.05, change }).strength).toBeCloseTo(0.5 * (1 - 2 / 24), 5);
  });

  test('is met later by a turn that advances', () => {
    // a quarter turn later the slab is 0.25 mm further
    const later = only({ angle: TURN / 4, along: 0.25 + 0.05, pose: { advanceMm: 1 } });
    expect(later.strength).toBeCloseTo(0.5 * (1 - 2 / 24), 5);
  });

  const silent: readonly (readonly [string, Alone])[] = [
    ['beyond the slab', { along: 0.21 }],
    ['before the slab', { along: -0.21 }],
    ['inside the catheter', { range: 0.49 }],
    ['further out than the picture', { range: 2.25 }],
    ['that the turn has passed', { angle: TURN / 4, along: 0.03, pose: { advanceMm: 1 } }],
  ];
  test.each(silent)('%s is not heard', (_, where) =>
    expect(alone(kernels, where)).toEqual({ counted: 0, echoes: [] }),
  );

  const unheard: readonly (readonly [string, Alone])[] = [
    ['where too little sound gets', { change: ({ tables }) => tables.transmission.fill(0.09) }],
    ['in what scatters nothing', { pose: { labelled: true } }],
    ['that sound reaches after the picture ends', { change: ({ tables }) => tables.lateMm.fill(2) }],
    ['that sound left before the picture begins', { change: ({ tables }) => tables.lateMm.fill(-2) }],
  ];
  test.each(unheard)('%s is counted and not heard', (_, where) =>
    expect(alone(kernels, where)).toEqual({ counted: 1, echoes: [] }),
  );
});

describe.each(PATHS)('%s refuses', (path) => {
  const kernels = createKernels(path);
  const job = createSplat(kernels, { strides: [28, 96] });
  const { tables } = job;
  const work = (index: number, value: number): Int32Array => {
    const changed = kernels.int32(tables.work.length);
    changed.set(tables.work);
    changed[WORK.columns + index] = value;
    return changed;
  };

  test.each([
    ['samples', { samples: 63 }],
    ['columns', { columns: 0 }],
    ['depths', { depths: tables.depths.subarray(1) }],
    ['elevation', { elevation: tables.elevation.subarray(1) }],
    ['transmission', { transmission: tables.transmission.subarray(1) }],
    ['lateMm', { lateMm: tables.lateMm.subarray(1) }],
    ['labels', { labels: tables.labels.subarray(1) }],
    ['levels', { levels: tables.levels.subarray(1) }],
    ['stride', { work: work(WORK.stride, 30) }],
    ['stride', { work: work(WORK.stride, -4) }],
    ['brick', { work: work(WORK.at, 113) }],
    ['brick', { work: work(WORK.at, -1) }],
    ['slice', { work: work(WORK.slice, 5) }],
    ['slice', { work: work(WORK.slice, -1) }],
  ])('a wrong %s', (name, change) => {
    expect(() => runSplat(kernels, { ...job, tables: { ...tables, ...change } })).toThrow(name);
  });

  test('more bricks than are listed, and a picture that is too small', () => {
    expect(() => runSplat(kernels, { ...job, bricks: 3 })).toThrow('bricks');
    expect(() => runSplat(kernels, { ...job, out: job.out.subarray(1) })).toThrow('out');
  });
});

test('the fast path refuses arrays of other kernels', () => {
  const [kernels, others] = [createKernels('simd'), createKernels('simd')];
  const job = createSplat(kernels, {});
  const other = createSplat(others, {});
  expect(() => runSplat(kernels, { ...job, arena: other.arena })).toThrow('outside');
  expect(() => runSplat(kernels, { ...job, out: other.out })).toThrow('outside');
  expect(() => runSplat(kernels, { ...job, tables: other.tables })).toThrow('outside');
});
