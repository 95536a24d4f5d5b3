/** @file Ticks per second of the flagship in Node: a real session has 240 a second to make. */
import { bench, describe } from 'vitest';
import type { Command } from '../../src/core/session/command.ts';
import { enqueue, hashOf, stepSession } from '../../src/core/session/session.ts';
import { snapshotOf } from '../../src/core/session/snapshot-of.ts';
import { CATHETER_DEEP, freshSession, playScript } from '../helpers/play-session.ts';

const hub = (device: 'wire1' | 'ivus' | 'wire2', advance: number, torque = 0): Command => ({
  type: 'hub',
  device,
  advance,
  torque,
});

const session = freshSession();
playScript(session, CATHETER_DEEP);
const SECOND = 240;
let turn = 1;

describe('one simulated second of the flagship, all devices in', () => {
  bench('all hubs at rest', () => {
    for (let i = 0; i < SECOND; i++) stepSession(session);
  });

  bench('all hubs moving', () => {
    turn = -turn;
    for (const device of ['wire1', 'ivus', 'wire2'] as const) enqueue(session, hub(device, 2 * turn, 0.5));
    for (let i = 0; i < SECOND; i++) stepSession(session);
    for (const device of ['wire1', 'ivus', 'wire2'] as const) enqueue(session, hub(device, 0));
    stepSession(session);
  });
});

describe('once in a while', () => {
  bench('snapshot with all poses', () => {
    snapshotOf(session, session.edits.length, session.events.length);
  });
  bench('state hash', () => {
    hashOf(session);
  });
});
