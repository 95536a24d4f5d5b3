/** @file Hub control: one command per change, sources add up, letting go always stops. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import { HUB_LIMIT, hubRate, releaseHubs, responseOf, STILL, setHub } from '../../../src/state/hub.ts';
import { appStore, INITIAL_STATE, setDispatchTarget } from '../../../src/state/store.ts';

let sent: Command[];

beforeEach(() => {
  releaseHubs();
  sent = [];
  appStore.setState({ ...INITIAL_STATE, page: 'case' }, true);
  setDispatchTarget((command) => sent.push(command));
});

describe('the hub of a device', () => {
  test('sends a command for a change and none for a repetition', () => {
    setHub('pad', 'wire1', { advance: 5, torque: 0 });
    setHub('pad', 'wire1', { advance: 5.001, torque: 0.0001 });
    expect(sent).toEqual([{ type: 'hub', device: 'wire1', advance: 5, torque: 0 }]);
  });

  test('adds pad and keys and stays within what a hand can do', () => {
    setHub('pad', 'wire2', { advance: 15, torque: -3 });
    setHub('keys', 'wire2', { advance: 15, torque: -3 });
    expect(hubRate('wire2')).toEqual({ advance: HUB_LIMIT.advance, torque: -HUB_LIMIT.torque });
    setHub('pad', 'wire2', STILL);
    expect(hubRate('wire2')).toEqual({ advance: 15, torque: -3 });
  });

  test('drives two devices at once', () => {
    setHub('pad', 'wire1', { advance: 1, torque: 0 });
    setHub('pad', 'ivus', { advance: -2, torque: 0 });
    expect(sent.map((c) => c.type === 'hub' && [c.device, c.advance])).toEqual([
      ['wire1', 1],
      ['ivus', -2],
    ]);
  });

  test('stops everything when released, once', () => {
    setHub('pad', 'wire1', { advance: 4, torque: 1 });
    setHub('keys', 'wire2', { advance: 1, torque: 0 });
    sent.length = 0;
    releaseHubs();
    releaseHubs();
    expect(sent).toEqual([
      { type: 'hub', device: 'wire1', advance: 0, torque: 0 },
      { type: 'hub', device: 'wire2', advance: 0, torque: 0 },
    ]);
  });

  test('is forgotten outside a case without a command', () => {
    setHub('pad', 'wire1', { advance: 4, torque: 0 });
    appStore.setState({ page: 'outcome' });
    sent.length = 0;
    releaseHubs();
    expect(sent).toEqual([]);
    expect(hubRate('wire1')).toEqual(STILL);
  });
});

describe('the response of a pad', () => {
  test('is odd, monotone, dead in the middle and full at the rim', () => {
    expect(responseOf(0.05)).toBe(0);
    expect(responseOf(1)).toBeCloseTo(1, 12);
    expect(responseOf(3)).toBeCloseTo(1, 12);
    const deflection = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(deflection, deflection, (a, b) => {
        expect(responseOf(-a)).toBeCloseTo(-responseOf(a), 12);
        if (a < b) expect(responseOf(a)).toBeLessThanOrEqual(responseOf(b));
      }),
    );
  });
});
