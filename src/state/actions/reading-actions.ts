/** @file Actions of reading and deciding: marks, confirmation, hint, finish. */
import type { MarkKind } from '../../core/procedure/procedure.ts';
import { goLive } from '../cine.ts';
import { armMark, disarmMark } from '../marking.ts';
import { isLoaded } from '../selectors.ts';
import { appStore, dispatch, setView } from '../store.ts';
import { inCase, press, running } from './action.ts';

const mark = <const Id extends string>(id: Id, key: string, kind: MarkKind) =>
  press({
    id,
    group: 'reading',
    keys: [key],
    enabled: (s) => running(s) && s.slow?.imaging.pose != null,
    pressed: (s) => s.pendingMark === kind,
    perform: () => armMark(kind),
  });

export const READING_ACTIONS = [
  mark('mark-true-lumen', 'M', 'true-lumen'),
  mark('mark-plane', 'N', 'plane'),
  mark('mark-wire2-tip', 'B', 'wire2-tip'),
  press({
    id: 'cancel-mark',
    group: 'reading',
    keys: ['Escape'],
    enabled: (s) => s.pendingMark !== null || s.view.reviewMm !== null,
    perform: () => (appStore.getState().pendingMark === null ? goLive() : disarmMark()),
  }),
  press({
    id: 'confirm',
    group: 'reading',
    keys: ['Ctrl+Enter'],
    enabled: (s) => running(s) && isLoaded(s, 'wire2') && s.slow?.imaging.pose != null,
    perform: () => dispatch({ type: 'confirm' }),
  }),
  press({
    id: 'hint',
    group: 'reading',
    keys: ['H'],
    enabled: inCase,
    pressed: (s) => s.view.coachShown,
    perform: () => setView({ coachShown: !appStore.getState().view.coachShown }),
  }),
] as const;
