/** @file Actions on a recorded pullback: play either way, stop, step; the keys are those of film editors. */
import { cineStore, pause, play, stepFrames } from '../cine.ts';
import { live } from '../live.ts';
import type { AppState } from '../store.ts';
import { inCase, press } from './action.ts';

const recorded = (state: AppState): boolean => inCase(state) && (live.recording?.frames.length ?? 0) > 0;
const playing = (): boolean => cineStore.getState().run !== null;

export const CINE_ACTIONS = [
  press({
    id: 'cine-toggle',
    group: 'imaging',
    keys: ['Space'],
    enabled: recorded,
    perform: () => (playing() ? pause(performance.now()) : play(1, performance.now())),
  }),
  press({
    id: 'cine-proximal',
    group: 'imaging',
    keys: ['L'],
    enabled: recorded,
    perform: () => play(1, performance.now()),
  }),
  press({
    id: 'cine-stop',
    group: 'imaging',
    keys: ['K'],
    enabled: (s) => recorded(s) && playing(),
    perform: () => pause(performance.now()),
  }),
  press({
    id: 'cine-distal',
    group: 'imaging',
    keys: ['J'],
    enabled: recorded,
    perform: () => play(-1, performance.now()),
  }),
  press({
    id: 'cine-step-distal',
    group: 'imaging',
    keys: [','],
    enabled: recorded,
    perform: () => stepFrames(-1, performance.now()),
  }),
  press({
    id: 'cine-step-proximal',
    group: 'imaging',
    keys: ['.'],
    enabled: recorded,
    perform: () => stepFrames(1, performance.now()),
  }),
] as const;
