/** @file Actions on a balloon that rides on a wire: push and pull. Loading is in the wire's set-up. */
import { gearNow, keyRate } from '../gears.ts';
import { appStore, dispatch } from '../store.ts';
import { hold, running } from './action.ts';

const move = (advance: number): void => {
  if (appStore.getState().page !== 'case') return;
  dispatch({ type: 'hub', device: 'balloon', advance, torque: 0 });
};

const along = <const Id extends string>(id: Id, sign: number) =>
  hold({
    id,
    group: 'devices',
    keys: [],
    enabled: (s) => running(s) && s.slow?.balloon.loaded === true,
    // it is pushed like the catheter that rides on the same wire
    start: (fine) => move(sign * keyRate(fine ? 'fine' : gearNow(), 'ivus').advance),
    stop: () => move(0),
  });

export const BALLOON_ACTIONS = [along('balloon-push', 1), along('balloon-pull', -1)] as const;
