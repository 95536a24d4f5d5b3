/** @file What enters the log: rounded, within limits, or refused with a reason. */
import { describe, expect, test } from 'vitest';
import { COMMAND_LIMITS, quantise, readCommand } from '../../../src/core/session/command-schema.ts';

const accepted = (input: unknown) => {
  const read = readCommand(input);
  return read.ok ? read.command : read.reason;
};

describe('readCommand', () => {
  test('rounds to the steps of the log', () => {
    expect(accepted({ type: 'hub', device: 'wire1', advance: 1.23456, torque: -0.12345 })).toEqual({
      type: 'hub',
      device: 'wire1',
      advance: 1.23,
      torque: -0.123,
    });
    expect(accepted({ type: 'c-arm', angleDeg: 12.34 })).toEqual({ type: 'c-arm', angleDeg: 12.3 });
    expect(accepted({ type: 'contrast', ml: 2.04 })).toEqual({ type: 'contrast', ml: 2 });
    expect(accepted({ type: 'mark', kind: 'plane', clock: 3.24159, rangeMm: 1.005 })).toEqual({
      type: 'mark',
      kind: 'plane',
      clock: 3.242,
      rangeMm: quantise(1.005, 100),
    });
  });

  test('cuts rates and angles to what hands and machines can do', () => {
    expect(accepted({ type: 'hub', device: 'ivus', advance: 1e9, torque: -1e9 })).toEqual({
      type: 'hub',
      device: 'ivus',
      advance: COMMAND_LIMITS.advance,
      torque: -COMMAND_LIMITS.torque,
    });
    expect(accepted({ type: 'c-arm', angleDeg: -500 })).toEqual({
      type: 'c-arm',
      angleDeg: -COMMAND_LIMITS.cArmDeg,
    });
  });

  test('turns clock hours into 0 .. 12', () => {
    const clockOf = (clock: number) => {
      const command = accepted({ type: 'mark', kind: 'plane', clock, rangeMm: 1 });
      return typeof command === 'object' && command.type === 'mark' ? command.clock : command;
    };
    expect(clockOf(12)).toBe(0);
    expect(clockOf(-3)).toBe(9);
    expect(clockOf(11.9999)).toBe(0);
    expect(clockOf(25)).toBe(1);
  });

  test('never writes -0, which JSON would turn into 0', () => {
    expect(Object.is(quantise(-0.001, 100), 0)).toBe(true);
  });

  test('drops fields that no command has', () => {
    expect(accepted({ type: 'confirm', cheat: true })).toEqual({ type: 'confirm' });
  });

  test.each([
    ['not-a-number', { type: 'hub', device: 'wire1', advance: Number.NaN, torque: 0 }],
    ['not-a-number', { type: 'c-arm', angleDeg: Number.POSITIVE_INFINITY }],
    ['not-a-number', { type: 'transducer', rate: '3' }],
    ['out-of-range', { type: 'contrast', ml: -1 }],
    ['out-of-range', { type: 'contrast', ml: 100 }],
    ['out-of-range', { type: 'pullback', speed: -1 }],
    ['out-of-range', { type: 'mark', kind: 'plane', clock: 0, rangeMm: 11 }],
    ['not-a-command', { type: 'hub', device: 'stent', advance: 0, torque: 0 }],
    ['not-a-command', { type: 'dance' }],
    ['not-a-command', { type: 'toString' }],
    ['not-a-command', null],
    ['not-a-command', 'finish'],
    ['not-a-command', []],
  ])('refuses as %s: %j', (reason, input) => {
    expect(accepted(input)).toBe(reason);
  });
});
