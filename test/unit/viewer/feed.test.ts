/** @file The longitudinal feed adds columns for new frames only, and starts anew when the recording or cut is another. */
import { expect, it } from 'vitest';
import { longitudinalLevelAt } from '../../../src/core/measure/longitudinal.ts';
import type { RecordedFrame, Recording } from '../../../src/protocol/recording.ts';
import { axisLabels, axisOf, fractionOf, mmAt } from '../../../src/viewer/longitudinal/axis.ts';
import { createLongitudinalFeed } from '../../../src/viewer/longitudinal/feed.ts';
import { frameOf, valueOfDb } from '../../helpers/synthetic-frame.ts';

const placed = (count: number, db = -40): RecordedFrame[] =>
  Array.from({ length: count }, (_, k) => ({
    pulledBackMm: 0.5 * k,
    frame: frameOf(() => db, { lines: 8 }),
  }));
const recording = (frames: RecordedFrame[], pullbackId = 1, complete = false): Recording => ({
  pullbackId,
  stepMm: 0.5,
  frames,
  complete,
});

it('is the same image while nothing changes', () => {
  const feed = createLongitudinalFeed();
  const r = recording(placed(5));
  expect(feed.sync(r, 0, 4)).toBe(feed.sync(r, 0, 4));
});

it('keeps its columns and its array when frames are appended', () => {
  const feed = createLongitudinalFeed();
  const frames = placed(40);
  const first = feed.sync(recording(frames.slice(0, 10)), 0, 4)!;
  const second = feed.sync(recording(frames.slice(0, 25)), 0, 4)!;
  expect(second.data).toBe(first.data);
  expect(second.columns).toBe(25);
  expect(longitudinalLevelAt(second, 12, 1)).toBeCloseTo(valueOfDb(-40), -1);
});

it('takes frames that arrive out of order without starting anew', () => {
  const feed = createLongitudinalFeed();
  const frames = placed(12).map((f, k) => ({ ...f, frame: frameOf(() => -60 + 2 * k, { lines: 8 }) }));
  const without = (...missing: number[]) => recording(frames.filter((_, k) => !missing.includes(k)));
  const first = feed.sync(without(5, 6, 9, 11), 0, 4)!;
  const second = feed.sync(without(5, 11), 0, 4)!;
  expect(second.changedFrom).toBe(5);
  const third = feed.sync(without(11), 0, 4)!;
  const whole = feed.sync(recording(frames), 0, 4)!;
  expect(whole.data).toBe(first.data);
  expect([first.revision, second.revision, third.revision, whole.revision]).toEqual([1, 2, 3, 4]);
  for (let k = 0; k < 12; k++) {
    expect(longitudinalLevelAt(whole, 0.5 * k, 1)).toBeCloseTo(valueOfDb(-60 + 2 * k), -1);
  }
  // One that belongs before the first column moves the first column.
  const late = feed.sync(recording([{ ...frames[0]!, pulledBackMm: -0.5 }, ...frames]), 0, 4)!;
  expect(late.cut.firstMm).toBe(-0.5);
  expect(late.columns).toBe(13);
});

it('starts anew for another pullback, cut or depth, and ends without frames', () => {
  const feed = createLongitudinalFeed();
  const a = feed.sync(recording(placed(5, -40)), 0, 4)!;
  const b = feed.sync(recording(placed(3, -20), 2), 0, 4)!;
  expect(b.data).not.toBe(a.data);
  expect(b.columns).toBe(3);
  expect(longitudinalLevelAt(b, 0, 1)).toBeCloseTo(valueOfDb(-20), -1);
  const c = feed.sync(recording(placed(3, -20), 2), 3, 4)!;
  expect(c.cut.clock).toBe(3);
  expect(feed.sync(recording([], 3), 3, 4)).toBeNull();
  expect(feed.sync(null, 3, 4)).toBeNull();
});

it('gives the axis the whole travel while recording and the recorded stretch afterwards', () => {
  const frames = placed(81);
  const running = axisOf(recording(frames), 150);
  expect(running).toEqual({ fromMm: 0, toMm: 150 });
  const done = axisOf(recording(frames, 1, true), 150);
  expect(done).toEqual({ fromMm: 0, toMm: 40 });
  expect(fractionOf(done, 10)).toBe(0.25);
  expect(mmAt(done, 0.25)).toBe(10);
  expect(mmAt(done, 2)).toBe(40);
  expect(axisOf(recording(placed(1), 1, true), 150).toMm).toBe(10);
  expect(axisOf(null, 0)).toEqual({ fromMm: 0, toMm: 10 });
});

it('labels the axis at round places with room between them', () => {
  expect(axisLabels({ fromMm: 12, toMm: 52 }, 400)).toEqual([15, 20, 25, 30, 35, 40, 45, 50]);
  expect(axisLabels({ fromMm: 0, toMm: 150 }, 200)).toEqual([0, 50, 100, 150]);
});
