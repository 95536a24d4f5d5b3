/** @file Three speeds of the hands: chosen, held for the moment, and taken up by what is held. */
import { beforeEach, describe, expect, test } from 'vitest';
import { anatomyOf } from '../../../src/core/cases/anatomy-of.ts';
import type { Command } from '../../../src/core/session/command.ts';
import { holdGear, setGear } from '../../../src/state/actions/device-actions.ts';
import { perform, startHold, stopHold } from '../../../src/state/actions/registry.ts';
import { GEARS } from '../../../src/state/feel/feel-settings.ts';
import { FULL_RATE, gearNow, keyRate, shifted } from '../../../src/state/gears.ts';
import { HUB_LIMIT, releaseHubs } from '../../../src/state/hub.ts';
import { appStore, INITIAL_STATE, setDispatchTarget } from '../../../src/state/store.ts';
import { fakeSnapshot } from '../../helpers/fake-snapshot.ts';
import { FLAGSHIP } from '../../helpers/play-session.ts';

let sent: Command[];
const slow = fakeSnapshot(anatomyOf(FLAGSHIP), { wire1Mm: 20 });

beforeEach(() => {
  releaseHubs();
  sent = [];
  appStore.setState({ ...INITIAL_STATE, page: 'case', slow }, true);
  setDispatchTarget((command) => sent.push(command));
});

const advances = () => sent.map((command) => command.type === 'hub' && command.advance);

describe('the speeds', () => {
  test('rise from one to the next, for keys and sticks, within what a hand can do', () => {
    for (const device of ['wire1', 'ivus', 'wire2'] as const) {
      const rates = GEARS.map((gear) => keyRate(gear, device));
      expect(rates[0]).toEqual({ advance: 0.5, torque: 0.2 });
      for (const of of ['advance', 'torque'] as const) {
        expect(rates.map((r) => r[of])).toEqual(rates.map((r) => r[of]).sort((a, b) => a - b));
        expect(rates[2]![of]).toBeLessThanOrEqual(HUB_LIMIT[of]);
        expect(FULL_RATE.fine[of]).toBeLessThan(FULL_RATE.normal[of]);
        expect(FULL_RATE.normal[of]).toBeLessThan(FULL_RATE.coarse[of]);
      }
    }
  });

  test('end at either end', () => {
    expect(shifted('fine', -1)).toBe('fine');
    expect(shifted('coarse', 1)).toBe('coarse');
  });
});

test('keys step through them, and a held push follows at once', () => {
  startHold('push', false);
  expect(perform('gear-finer')).toBe(true);
  expect(perform('gear-finer')).toBe(false);
  perform('gear-coarser');
  perform('gear-coarser');
  stopHold('push');
  expect(advances()).toEqual([12, 0.5, 12, 20, 0]);
});

test('a modifier holds one for the moment', () => {
  setGear('coarse');
  startHold('push', false);
  holdGear('fine');
  expect(gearNow()).toBe('fine');
  holdGear(null);
  stopHold('push');
  expect(advances()).toEqual([20, 0.5, 20, 0]);
});
