/** @file Sliding the transducer: to a position, and held. */
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import type { ImagingState, Snapshot } from '../../../src/core/session/snapshot.ts';
import { live } from '../../../src/state/live.ts';
import { setDispatchTarget } from '../../../src/state/store.ts';
import { resetTransducer, slideTransducer, slideTransducerTo, steer } from '../../../src/state/transducer.ts';

let rate = 0;
let imaging: ImagingState;

beforeEach(() => {
  resetTransducer();
  rate = 0;
  imaging = {
    pose: null,
    pulledBackMm: 0,
    catheter: 'dual-rx-40',
    travelMm: 150,
    homeFromTipMm: 8,
    pullbackSpeed: 0,
    pullbackId: 0,
  };
  live.snapshot = { imaging } as Snapshot;
  setDispatchTarget((command: Command) => {
    if (command.type === 'transducer') rate = command.rate;
  });
});

/** The simulation's side: sixty snapshots a second. */
const runFor = (seconds: number): void => {
  for (let i = 0; i < seconds * 60; i++) {
    imaging = { ...imaging, pulledBackMm: imaging.pulledBackMm - rate / 60 };
    steer(imaging);
  }
};

test('arrives at a position, either way, and stops there', () => {
  slideTransducerTo(40);
  runFor(10);
  expect(rate).toBe(0);
  expect(imaging.pulledBackMm).toBeCloseTo(40, 0);
  live.snapshot = { imaging } as Snapshot;
  slideTransducerTo(5);
  runFor(10);
  expect(rate).toBe(0);
  expect(Math.abs(imaging.pulledBackMm - 5)).toBeLessThan(0.5);
});

test('a held slide takes over from a journey', () => {
  slideTransducerTo(100);
  runFor(1);
  slideTransducer(1);
  runFor(1);
  expect(rate).toBe(1);
  slideTransducer(0);
  expect(rate).toBe(0);
});
