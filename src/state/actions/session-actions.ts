/** @file Actions on the session as a whole: pause, restart, save, open, finish, leave. */
import { openPickedFile } from '../open-file.ts';
import { leaveSaved, restartCase, saveSessionFile, setPaused } from '../session-runner.ts';
import { appStore, dispatch } from '../store.ts';
import { inCase, press, running } from './action.ts';

export const SESSION_ACTIONS = [
  press({
    id: 'pause',
    group: 'session',
    keys: ['P'],
    enabled: (s) => inCase(s) && s.playback === null,
    pressed: (s) => s.paused,
    perform: () => setPaused(!appStore.getState().paused),
  }),
  press({
    id: 'save',
    group: 'session',
    keys: ['Ctrl+S'],
    enabled: (s) => s.slow !== null,
    perform: () => void saveSessionFile(),
  }),
  press({
    id: 'open',
    group: 'session',
    keys: ['Ctrl+O'],
    enabled: () => true,
    perform: () => void openPickedFile(),
  }),
  press({
    id: 'restart',
    group: 'session',
    keys: [],
    enabled: (s) => s.caseFile !== null,
    perform: () => void restartCase(),
  }),
  press({
    id: 'finish',
    group: 'session',
    keys: [],
    enabled: running,
    perform: () => dispatch({ type: 'finish' }),
  }),
  press({
    id: 'leave',
    group: 'session',
    keys: [],
    enabled: (s) => s.page !== 'start',
    perform: () => void leaveSaved(),
  }),
] as const;
