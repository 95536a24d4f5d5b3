/**
 * @file Undo and redo of view changes. The world itself is not undone (a wire that went through a wall went
 * through it); a mark is graded when placed, so only its arming can be taken back (Escape).
 */
import { appStore } from './store.ts';
import type { ViewSettings } from './view-settings.ts';

/** Changes closer together than this are one (a slider being dragged), ms. */
const COALESCE_MS = 600;
const DEPTH = 50;

let past: ViewSettings[] = [];
let future: ViewSettings[] = [];
let restoring = false;
let lastChangeMs = Number.NEGATIVE_INFINITY;

/** The cursor in a recording moves with playing, so it is no decision to take back. */
const differs = (a: ViewSettings, b: ViewSettings): boolean =>
  (Object.keys(a) as (keyof ViewSettings)[]).some((key) => key !== 'reviewMm' && a[key] !== b[key]);

/** Starts watching the view; returns the way to stop. @param now milliseconds, for tests */
export const watchViewHistory = (now: () => number = () => performance.now()): (() => void) => {
  past = [];
  future = [];
  lastChangeMs = Number.NEGATIVE_INFINITY;
  return appStore.subscribe((state, before) => {
    if (restoring || state.view === before.view || !differs(state.view, before.view)) return;
    const nowMs = now();
    if (nowMs - lastChangeMs > COALESCE_MS) past = [...past, before.view].slice(-DEPTH);
    lastChangeMs = nowMs;
    future = [];
  });
};

export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

const restore = (view: ViewSettings): void => {
  const { reviewMm } = appStore.getState().view;
  restoring = true;
  appStore.setState({ view: { ...view, reviewMm } });
  restoring = false;
  lastChangeMs = Number.NEGATIVE_INFINITY;
};

export const undoView = (): void => {
  const view = past.at(-1);
  if (!view) return;
  past = past.slice(0, -1);
  future = [...future, appStore.getState().view];
  restore(view);
};

export const redoView = (): void => {
  const view = future.at(-1);
  if (!view) return;
  future = future.slice(0, -1);
  past = [...past, appStore.getState().view];
  restore(view);
};
