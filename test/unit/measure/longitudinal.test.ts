/** @file The longitudinal cut puts every frame in its column, both half-planes in place, and leaves gaps empty. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOfPsi, psiOfClock } from '../../../src/core/measure/clock.ts';
import {
  columnOf,
  fillColumn,
  LongitudinalAssembler,
  type LongitudinalCut,
  longitudinalLevelAt,
  rowOffsetMm,
} from '../../../src/core/measure/longitudinal.ts';
import { levelAt } from '../../../src/core/measure/scan-convert.ts';
import { frameOf, noiseFrame, valueOfDb } from '../../helpers/synthetic-frame.ts';

const CUT: LongitudinalCut = { stepMm: 0.5, firstMm: 10, clock: 2, depthMm: 4, rows: 80 };
const hoursApart = (psi: number, hours: number) => {
  const d = Math.abs(clockOfPsi(psi) - hours) % 12;
  return Math.min(d, 12 - d);
};
const flat = (db: number) => frameOf(() => db, { lines: 32 });

describe('columns', () => {
  it('are counted from the first place in steps', () => {
    expect(columnOf(CUT, 10)).toBe(0);
    expect(columnOf(CUT, 12.6)).toBe(5);
    expect(columnOf(CUT, 9)).toBe(-2);
  });

  it('receive the frame recorded there, in any order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 }),
        (places) => {
          const assembler = new LongitudinalAssembler(CUT, 1);
          for (const k of places)
            expect(assembler.add({ pulledBackMm: 10 + 0.5 * k, frame: flat(-20 - k / 10) })).toBe(k);
          const image = assembler.takeImage();
          expect(image.columns).toBe(Math.max(...places) + 1);
          for (const k of places) {
            const level = longitudinalLevelAt(image, 10 + 0.5 * k, 2)!;
            expect(Math.abs(level - valueOfDb(-20 - k / 10))).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keep what was there when a frame of the same place comes again, except its own', () => {
    const assembler = new LongitudinalAssembler(CUT);
    assembler.add({ pulledBackMm: 10, frame: flat(-50) });
    assembler.add({ pulledBackMm: 10.5, frame: flat(-40) });
    assembler.add({ pulledBackMm: 10.6, frame: flat(-30) });
    expect(longitudinalLevelAt(assembler.takeImage(), 10, 1)).toBeCloseTo(valueOfDb(-50), -1);
    expect(longitudinalLevelAt(assembler.takeImage(), 10.5, 1)).toBeCloseTo(valueOfDb(-30), -1);
    expect(assembler.takeImage().columns).toBe(2);
  });

  it('refuse a place before the first one', () => {
    const assembler = new LongitudinalAssembler(CUT);
    expect(assembler.add({ pulledBackMm: 8, frame: flat(-50) })).toBe(-1);
    expect(assembler.takeImage().columns).toBe(0);
  });
});

describe('half-planes', () => {
  it('show the cut’s clock position above the axis and the opposite side below', () => {
    const assembler = new LongitudinalAssembler(CUT);
    const frame = frameOf((psi) => (hoursApart(psi, 2) < 1 ? -10 : hoursApart(psi, 8) < 1 ? -30 : -90));
    assembler.add({ pulledBackMm: 10, frame });
    expect(longitudinalLevelAt(assembler.takeImage(), 10, 2)).toBeCloseTo(valueOfDb(-10), -1);
    expect(longitudinalLevelAt(assembler.takeImage(), 10, -2)).toBeCloseTo(valueOfDb(-30), -1);
  });

  it('place an echo at its range on either side', () => {
    const assembler = new LongitudinalAssembler({ ...CUT, rows: 400 });
    assembler.add({
      pulledBackMm: 10,
      frame: frameOf((psi, range) => {
        if (Math.abs(range - 1.5) < 0.05 && hoursApart(psi, 2) < 1) return 0;
        return Math.abs(range - 2.7) < 0.05 && hoursApart(psi, 8) < 1 ? 0 : -100;
      }),
    });
    const { data, cut } = assembler.takeImage();
    const bright = [...data.subarray(0, cut.rows)].flatMap((v, row) =>
      v > valueOfDb(-20) ? [rowOffsetMm(cut, row)] : [],
    );
    const above = bright.filter((mm) => mm > 0);
    const below = bright.filter((mm) => mm < 0);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(above)).toBeCloseTo(1.5, 1);
    expect(mean(below)).toBeCloseTo(-2.7, 1);
  });
});

it('samples a column as scan conversion samples the image', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 12, noNaN: true }),
      fc.double({ min: 1, max: 6, noNaN: true }),
      fc.integer({ min: 2, max: 101 }),
      (clock, depthMm, rows) => {
        const frame = noiseFrame(5, { lines: 24, samples: 40, startMm: 0.3, mmPerSample: 0.1 });
        const cut = { ...CUT, clock, depthMm, rows };
        const out = new Uint16Array(rows);
        fillColumn(frame, cut, out, 0);
        for (let row = 0; row < rows; row++) {
          const along = rowOffsetMm(cut, row);
          const level = levelAt(frame, psiOfClock(along >= 0 ? clock : clock + 6), Math.abs(along));
          expect(Math.abs(out[row]! - Math.max(1, level ?? 1))).toBeLessThanOrEqual(0.5000001);
        }
      },
    ),
    { numRuns: 50 },
  );
});

describe('missing frames', () => {
  it('are bridged when one column was skipped and stay empty when more were', () => {
    const assembler = new LongitudinalAssembler(CUT);
    assembler.add({ pulledBackMm: 10, frame: flat(-20) });
    assembler.add({ pulledBackMm: 11, frame: flat(-40) });
    assembler.add({ pulledBackMm: 13, frame: flat(-40) });
    expect(longitudinalLevelAt(assembler.takeImage(), 10.5, 1)).toBeCloseTo(valueOfDb(-30), -1);
    expect(longitudinalLevelAt(assembler.takeImage(), 12, 1)).toBeNull();
    expect(longitudinalLevelAt(assembler.takeImage(), 14, 1)).toBeNull();
    expect(longitudinalLevelAt(assembler.takeImage(), 9, 1)).toBeNull();
  });

  it('are told from silence: a recorded level of zero is data', () => {
    const assembler = new LongitudinalAssembler(CUT);
    assembler.add({ pulledBackMm: 10, frame: flat(-200) });
    expect(longitudinalLevelAt(assembler.takeImage(), 10, 1)).toBe(1);
  });
});

it('equals a fresh assembly of the same frames', () => {
  const frames = Array.from({ length: 30 }, (_, k) => ({
    pulledBackMm: 10 + 0.5 * k,
    frame: noiseFrame(k, { lines: 24, samples: 40, mmPerSample: 0.1 }),
  }));
  const grown = new LongitudinalAssembler(CUT, 1);
  const fresh = new LongitudinalAssembler(CUT, 30);
  for (const f of frames) grown.add(f);
  for (const f of frames) fresh.add(f);
  const used = 30 * CUT.rows;
  expect(grown.takeImage().data.subarray(0, used)).toEqual(fresh.takeImage().data.subarray(0, used));
});
