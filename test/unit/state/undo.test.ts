/** @file Undo and redo of view changes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appStore, INITIAL_STATE, setView } from '../../../src/state/store.ts';
import { canRedo, canUndo, redoView, undoView, watchViewHistory } from '../../../src/state/undo.ts';

let nowMs: number;
let stop: () => void;

beforeEach(() => {
  appStore.setState(INITIAL_STATE, true);
  nowMs = 0;
  stop = watchViewHistory(() => nowMs);
});
afterEach(() => stop());

const view = () => appStore.getState().view;

test('takes back one decision at a time and gives it again', () => {
  setView({ mirrored: true });
  nowMs = 2000;
  setView({ depthMm: 6 });
  undoView();
  expect(view()).toMatchObject({ mirrored: true, depthMm: 4 });
  undoView();
  expect(view().mirrored).toBe(false);
  expect(canUndo()).toBe(false);
  redoView();
  redoView();
  expect(view()).toMatchObject({ mirrored: true, depthMm: 6 });
  expect(canRedo()).toBe(false);
});

test('a slider being dragged is one change', () => {
  for (let db = 1; db <= 10; db++) {
    nowMs += 50;
    setView({ gainDb: db });
  }
  undoView();
  expect(view().gainDb).toBe(0);
});

test('moving through a recording is no change, and undo does not move it back', () => {
  setView({ reviewMm: 12 });
  expect(canUndo()).toBe(false);
  setView({ mirrored: true });
  nowMs = 2000;
  setView({ reviewMm: 30 });
  undoView();
  expect(view()).toMatchObject({ mirrored: false, reviewMm: 30 });
});

test('a new change forgets what was undone', () => {
  setView({ mirrored: true });
  undoView();
  nowMs = 2000;
  setView({ depthMm: 5 });
  expect(canRedo()).toBe(false);
});
