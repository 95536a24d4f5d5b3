/** @file Actions on how things are shown: truth, mirror, layout, undo of view changes, help. */
import { catheterOf } from '../selectors.ts';
import { appStore, type LayoutName, setView } from '../store.ts';
import { canRedo, canUndo, redoView, undoView } from '../undo.ts';
import { consoleView, DEFAULT_VIEW } from '../view-settings.ts';
import { inCase, press } from './action.ts';

export const LAYOUTS: readonly LayoutName[] = ['wiring', 'pullback', 'teach'];

export const setLayout = (layout: LayoutName): void => appStore.setState({ layout });

const nextLayout = (): void => {
  const now = LAYOUTS.indexOf(appStore.getState().layout);
  setLayout(LAYOUTS[(now + 1) % LAYOUTS.length] ?? 'wiring');
};

export const setHelpOpen = (helpOpen: boolean): void => appStore.setState({ helpOpen });

export const VIEW_ACTIONS = [
  press({
    id: 'truth',
    group: 'view',
    keys: ['T'],
    enabled: inCase,
    pressed: (s) => s.view.truthShown,
    perform: () => setView({ truthShown: !appStore.getState().view.truthShown }),
  }),
  press({
    id: 'mirror',
    group: 'view',
    keys: ['V'],
    enabled: inCase,
    pressed: (s) => s.view.mirrored,
    perform: () => setView({ mirrored: !appStore.getState().view.mirrored }),
  }),
  press({
    id: 'reset-view',
    group: 'view',
    keys: ['0'],
    enabled: inCase,
    perform: () => {
      const { gainDb, mirrored, cutClock } = DEFAULT_VIEW;
      setView({ gainDb, mirrored, cutClock, ...consoleView(catheterOf(appStore.getState())) });
    },
  }),
  press({ id: 'layout', group: 'view', keys: ['Y'], enabled: inCase, perform: nextLayout }),
  press({ id: 'undo', group: 'view', keys: ['Ctrl+Z'], enabled: () => canUndo(), perform: undoView }),
  press({
    id: 'redo',
    group: 'view',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    enabled: () => canRedo(),
    perform: redoView,
  }),
  press({
    id: 'help',
    group: 'view',
    keys: ['?'],
    enabled: () => true,
    perform: () => setHelpOpen(!appStore.getState().helpOpen),
  }),
] as const;
