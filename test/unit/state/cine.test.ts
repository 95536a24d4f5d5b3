/** @file Playing by the clock, stepping, and which frame is shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import type { Recording } from '../../../src/protocol/recording.ts';
import {
  cineIndex,
  cineStore,
  goLive,
  nearestIndex,
  pause,
  play,
  stepFrames,
} from '../../../src/state/cine.ts';
import { clearLive, live } from '../../../src/state/live.ts';
import { shownFrame } from '../../../src/state/shown-frame.ts';
import { appStore, INITIAL_STATE, setView } from '../../../src/state/store.ts';
import { frameOf } from '../../helpers/synthetic-frame.ts';

const recording = (count: number): Recording => ({
  pullbackId: 1,
  stepMm: 0.5,
  complete: true,
  frames: Array.from({ length: count }, (_, k) => ({
    pulledBackMm: 5 + 0.5 * k,
    frame: frameOf(() => -k, { lines: 8, samples: 8 }),
  })),
});
const reviewMm = () => appStore.getState().view.reviewMm;

beforeEach(() => {
  appStore.setState(INITIAL_STATE);
  cineStore.setState({ run: null });
  live.recording = recording(10);
});
afterEach(clearLive);

describe('the clock', () => {
  it('decides the frame: 30 a second, round at either end, later frames never slower', () => {
    const run = { direction: 1, startMs: 1000, startIndex: 2 } as const;
    expect(cineIndex(run, 1000, 10)).toBe(2);
    expect(cineIndex(run, 1101, 10)).toBe(5);
    expect(cineIndex(run, 1000 + 10 * (1000 / 30) + 1, 10)).toBe(2);
    expect(cineIndex({ ...run, direction: -1 }, 1101, 10)).toBe(9);
  });
});

describe('nearestIndex', () => {
  it('finds the closest place, the ends included', () => {
    const { frames } = recording(10);
    expect(nearestIndex(frames, -3)).toBe(0);
    expect(nearestIndex(frames, 99)).toBe(9);
    expect(nearestIndex(frames, 6.2)).toBe(2);
    expect(nearestIndex(frames, 6.3)).toBe(3);
    expect(nearestIndex([], 1)).toBe(-1);
  });
});

describe('playing', () => {
  it('starts at the beginning from live, shows the frame that is due, and stops on it', () => {
    play(1, 0);
    expect(shownFrame(101, reviewMm()).index).toBe(3);
    pause(101);
    expect(reviewMm()).toBe(6.5);
    expect(shownFrame(5000, reviewMm()).index).toBe(3);
  });

  it('turns round at the frame it has reached', () => {
    play(1, 0);
    play(-1, 101);
    expect(shownFrame(101, reviewMm()).index).toBe(3);
    expect(shownFrame(168, reviewMm()).index).toBe(1);
  });

  it('starts again when asked to play on from the end', () => {
    setView({ reviewMm: 9.5 });
    play(1, 0);
    expect(shownFrame(1, reviewMm()).index).toBe(0);
    pause(1);
    play(-1, 2);
    expect(shownFrame(3, reviewMm()).index).toBe(9);
  });

  it('does nothing without a recording', () => {
    live.recording = null;
    play(1, 0);
    pause(0);
    stepFrames(1, 0);
    expect(cineStore.getState().run).toBeNull();
    expect(reviewMm()).toBeNull();
  });
});

describe('stepping', () => {
  it('moves by frames from the one shown and stops at the ends', () => {
    setView({ reviewMm: 5 });
    stepFrames(1, 0);
    expect(reviewMm()).toBe(5.5);
    stepFrames(-5, 0);
    expect(reviewMm()).toBe(5);
    stepFrames(99, 0);
    expect(reviewMm()).toBe(9.5);
  });

  it('enters from live at the frame nearest to the transducer', () => {
    live.snapshot = { imaging: { pulledBackMm: 7.1 } } as unknown as Snapshot;
    stepFrames(1, 0);
    expect(reviewMm()).toBe(7.5);
  });

  it('stops playing at the frame that was due', () => {
    play(1, 0);
    stepFrames(1, 101);
    expect(cineStore.getState().run).toBeNull();
    expect(reviewMm()).toBe(7);
  });

  it('goes back to live', () => {
    stepFrames(1, 0);
    goLive();
    expect(reviewMm()).toBeNull();
    expect(shownFrame(0, reviewMm()).mode).toBe('waiting');
  });
});
