/** @file Actions at the X-ray side: pedal, C-arm, contrast, roadmap. */
import { appStore, dispatch, setView } from '../store.ts';
import { inCase, press, running } from './action.ts';

/** deg per key press. */
export const C_ARM_STEP_DEG = 5;
/** The gantry is kept within what a below-the-knee table setup allows. ASSUMED. */
export const C_ARM_LIMIT_DEG = 90;
/** mL of one hand injection through the sheath. ASSUMED. */
export const CONTRAST_PUFF_ML = 2;

/** Turns toward an angle. @param deg positive = RAO */
export const turnCArmTo = (deg: number): void =>
  dispatch({ type: 'c-arm', angleDeg: Math.max(-C_ARM_LIMIT_DEG, Math.min(C_ARM_LIMIT_DEG, deg)) });

const turnBy = (deg: number): void => {
  const target = appStore.getState().slow?.cArm.targetDeg ?? 0;
  turnCArmTo(Math.round((target + deg) / C_ARM_STEP_DEG) * C_ARM_STEP_DEG);
};

const fluoroOn = (): boolean => appStore.getState().slow?.cArm.fluoroOn ?? false;

/** Contrast without X-ray would be wasted, so the pedal goes down first. */
export const injectContrast = (): void => {
  if (!fluoroOn()) dispatch({ type: 'fluoro', on: true });
  dispatch({ type: 'contrast', ml: CONTRAST_PUFF_ML });
};

export const FLUORO_ACTIONS = [
  press({
    id: 'fluoro',
    group: 'fluoroscopy',
    keys: ['F'],
    enabled: running,
    pressed: (s) => s.slow?.cArm.fluoroOn ?? false,
    perform: () => dispatch({ type: 'fluoro', on: !fluoroOn() }),
  }),
  press({ id: 'contrast', group: 'fluoroscopy', keys: ['C'], enabled: running, perform: injectContrast }),
  press({
    id: 'c-arm-lao',
    group: 'fluoroscopy',
    keys: ['['],
    enabled: running,
    perform: () => turnBy(-C_ARM_STEP_DEG),
  }),
  press({
    id: 'c-arm-rao',
    group: 'fluoroscopy',
    keys: [']'],
    enabled: running,
    perform: () => turnBy(C_ARM_STEP_DEG),
  }),
  press({
    id: 'c-arm-ap',
    group: 'fluoroscopy',
    keys: ['\\'],
    enabled: running,
    perform: () => turnCArmTo(0),
  }),
  press({
    id: 'roadmap',
    group: 'fluoroscopy',
    keys: ['O'],
    enabled: inCase,
    pressed: (s) => s.view.roadmapShown,
    perform: () => setView({ roadmapShown: !appStore.getState().view.roadmapShown }),
  }),
] as const;
