/** @file The session as a machine: ticks, log, refusals, clocks, the slow machines, saving and replay. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import { C_ARM_SPEED_DEG_S } from '../../../src/core/session/gantry.ts';
import { imagingPoseAt, travelNow } from '../../../src/core/session/imaging.ts';
import { replay } from '../../../src/core/session/replay.ts';
import { enqueue, hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import {
  CATHETER_IN,
  codesOf,
  freshSession,
  playScript,
  runTicks,
  sessionWithCatheter,
} from '../../helpers/play-session.ts';

let session: Session;
beforeEach(() => {
  session = freshSession();
});

const lastRefusal = (): unknown => session.events.findLast(({ code }) => code === 'command-refused')?.values;

describe('the log', () => {
  test('a command takes effect at the next tick, a dated one at its own', () => {
    expect(enqueue(session, { type: 'fluoro', on: true }, 3)).toEqual({ ok: true, tick: 3 });
    runTicks(session, 3);
    expect(session.cArm.fluoroOn).toBe(false);
    runTicks(session, 1);
    expect(session.cArm.fluoroOn).toBe(true);
    expect(session.fluoroTicks).toBe(1);
    expect(enqueue(session, { type: 'fluoro', on: false })).toEqual({ ok: true, tick: 4 });
  });

  test('keeps the order of ticks, and within a tick the order of arrival', () => {
    enqueue(session, { type: 'c-arm', angleDeg: 1 }, 5);
    enqueue(session, { type: 'c-arm', angleDeg: 2 }, 2);
    enqueue(session, { type: 'c-arm', angleDeg: 3 }, 5);
    expect(session.log.map(({ tick, command }) => [tick, command])).toEqual([
      [2, { type: 'c-arm', angleDeg: 2 }],
      [5, { type: 'c-arm', angleDeg: 1 }],
      [5, { type: 'c-arm', angleDeg: 3 }],
    ]);
  });

  test('refuses the past and what is no command, and logs neither', () => {
    runTicks(session, 10);
    expect(enqueue(session, { type: 'confirm' }, 9)).toEqual({ ok: false, reason: 'in-the-past' });
    expect(enqueue(session, { type: 'confirm' }, 10.5)).toEqual({ ok: false, reason: 'not-a-number' });
    expect(enqueue(session, { type: 'c-arm', angleDeg: Number.NaN })).toEqual({
      ok: false,
      reason: 'not-a-number',
    });
    expect(session.log).toEqual([]);
  });

  test('a hub order that repeats what the hub does is not written again', () => {
    const push: Command = { type: 'hub', device: 'wire1', advance: 5, torque: 0 };
    enqueue(session, push);
    runTicks(session, 1);
    for (let i = 0; i < 10; i++) expect(enqueue(session, push).ok).toBe(true);
    expect(session.log).toHaveLength(1);
    // while another order waits, nothing may be left out
    enqueue(session, { type: 'unload', device: 'wire1' });
    enqueue(session, push);
    expect(session.log).toHaveLength(3);
  });
});

describe('orders that the world cannot follow', () => {
  test.each<[Command, string]>([
    [{ type: 'transducer', rate: 2 }, 'no-image'],
    [{ type: 'pullback', speed: 1 }, 'no-image'],
    [{ type: 'mark', kind: 'plane', clock: 3, rangeMm: 1 }, 'no-image'],
    [{ type: 'load', device: 'wire1' }, 'already-loaded'],
    [{ type: 'load', device: 'wire2' }, 'needs-catheter'],
    [{ type: 'unload', device: 'ivus' }, 'not-loaded'],
  ])('%j is refused: %s', (command, reason) => {
    const before = hashOf(session);
    playScript(session, [[command, 0]]);
    runTicks(session, 1);
    expect(lastRefusal()).toEqual({ command: command.type, reason });
    const still = freshSession();
    runTicks(still, 1);
    expect(hashOf(session)).toBe(hashOf(still));
    expect(hashOf(session)).not.toBe(before);
  });

  test('confirming without an image is rejected with the reason', () => {
    playScript(session, [[{ type: 'confirm' }, 1]]);
    expect(session.events.at(-1)).toMatchObject({ code: 'confirm-rejected', values: { reason: 'no-image' } });
    expect(session.procedure.confirmedTick).toBeNull();
  });
});

describe('the gantry', () => {
  test('turns at its real speed and stops exactly at its target', () => {
    playScript(session, [[{ type: 'c-arm', angleDeg: 30 }, 240]]);
    expect(session.cArm.angleDeg).toBeCloseTo(C_ARM_SPEED_DEG_S, 9);
    runTicks(session, 120);
    expect(session.cArm.angleDeg).toBe(30);
  });

  test('the fluoroscopy clock runs with the pedal only', () => {
    playScript(session, [
      [{ type: 'fluoro', on: true }, 240],
      [{ type: 'fluoro', on: false }, 240],
    ]);
    expect(snapshotOf(session).clocks).toEqual({ timeS: 2, charges: [], fluoroS: 1, contrastMl: 0 });
  });
});

describe('contrast', () => {
  test('rises, fades within seconds, is counted, and leaves a roadmap of the view it was seen in', () => {
    playScript(session, [
      [{ type: 'fluoro', on: true }, 1],
      [{ type: 'c-arm', angleDeg: 10 }, 240],
      [{ type: 'contrast', ml: 4 }, 480],
    ]);
    const peak = session.contrast.opacity;
    expect(peak).toBeGreaterThan(0.9);
    expect(session.contrast.injectedMl).toBeCloseTo(4, 6);
    expect(session.contrast.roadmapAngleDeg).toBe(10);
    runTicks(session, 10 * 240);
    expect(session.contrast.opacity).toBeLessThan(0.01 * peak);
    expect(session.contrast.roadmapAngleDeg).toBe(10);
  });

  test('leaves no roadmap when nobody looked', () => {
    playScript(session, [[{ type: 'contrast', ml: 4 }, 960]]);
    expect(session.contrast.roadmapAngleDeg).toBeNull();
    expect(session.procedure.doneTicks[0]).toBeNull();
  });

  test('an angiogram needs contrast under the beam', () => {
    playScript(session, [
      [{ type: 'fluoro', on: true }, 240],
      [{ type: 'contrast', ml: 4 }, 480],
    ]);
    expect(session.procedure.doneTicks[0]).toBeGreaterThan(240);
  });
});

describe('the transducer', () => {
  test('is seen once it has left the sheath, and slides within its travel only', () => {
    session = sessionWithCatheter();
    const travel = travelNow(session);
    expect(travel).toBeGreaterThan(20);
    expect(imagingPoseAt(session, 0)).not.toBeNull();
    playScript(session, [[{ type: 'transducer', rate: 5 }, 1]]);
    expect(lastRefusal()).toEqual({ command: 'transducer', reason: 'transducer-at-limit' });
    playScript(session, [[{ type: 'transducer', rate: -10 }, 240]]);
    expect(session.transducer.pulledBackMm).toBeCloseTo(10, 6);
    runTicks(session, 240 * 20);
    expect(session.transducer).toMatchObject({ pulledBackMm: travel, rate: 0 });
  });

  test('a pullback records, ends by itself at the end of its travel, and says so', () => {
    session = sessionWithCatheter();
    const from = imagingPoseAt(session, 0)!.s;
    playScript(session, [[{ type: 'pullback', speed: 9 }, 240]]);
    const { imaging } = snapshotOf(session);
    expect(imaging).toMatchObject({ pullbackId: 1, pullbackSpeed: 9 });
    expect(imaging.pulledBackMm).toBeCloseTo(9, 6);
    expect(from - imaging.pose!.s).toBeCloseTo(9, 6);
    runTicks(session, 240 * 20);
    expect(session.transducer.pullbackSpeed).toBe(0);
    expect(codesOf(session).filter((code) => code.startsWith('pullback'))).toEqual([
      'pullback-started',
      'pullback-recorded',
    ]);
  });

  test('goes home when the catheter leaves', () => {
    session = sessionWithCatheter();
    playScript(session, [
      [{ type: 'transducer', rate: -10 }, 240],
      [{ type: 'unload', device: 'ivus' }, 1],
    ]);
    expect(session.transducer.pulledBackMm).toBe(0);
    expect(snapshotOf(session).imaging.pose).toBeNull();
  });

  test('the image is turned by the session seed, the world is not', () => {
    session = sessionWithCatheter();
    const other = freshSession(77);
    playScript(other, CATHETER_IN);
    const [a, b] = [imagingPoseAt(session, 0)!, imagingPoseAt(other, 0)!];
    expect(b.rollRad).not.toBeCloseTo(a.rollRad, 3);
    expect({ ...b, rollRad: 0 }).toEqual({ ...a, rollRad: 0 });
  });
});

describe('the end', () => {
  test('finishing writes the outcome, stops the world and refuses more', () => {
    playScript(session, [
      [{ type: 'fluoro', on: true }, 120],
      [{ type: 'hub', device: 'wire1', advance: 10, torque: 0 }, 120],
      [{ type: 'finish' }, 1],
    ]);
    expect(session.procedure.outcome).toMatchObject({ success: false, reason: 'stopped', timeS: 1 });
    expect(enqueue(session, { type: 'fluoro', on: true })).toEqual({ ok: false, reason: 'finished' });
    const { tip } = snapshotOf(session).devices[0]!;
    runTicks(session, 240);
    const after = snapshotOf(session);
    expect(after.devices[0]!.tip).toEqual(tip);
    expect(after.clocks).toMatchObject({ timeS: 1, fluoroS: 1 });
    expect(after.procedure.current).toBe('angiogram');
  });
});

describe('save and replay', () => {
  test('the same commands give the same hash, another order another', () => {
    const other = freshSession();
    playScript(session, CATHETER_IN);
    playScript(other, CATHETER_IN);
    expect(hashOf(other)).toBe(hashOf(session));
    expect(other.hashes).toEqual(session.hashes);
    expect(session.hashes.map(({ tick }) => tick)).toEqual([240, 480, 720, 960, 1200, 1440]);
    playScript(other, [[{ type: 'hub', device: 'wire1', advance: 0.01, torque: 0 }, 1]]);
    runTicks(session, 1);
    expect(hashOf(other)).not.toBe(hashOf(session));
  });

  test('a saved session replays to its own hash, also after a trip through JSON', () => {
    playScript(session, CATHETER_IN);
    playScript(session, [[{ type: 'finish' }, 1]]);
    const file = sessionFileOf(session, 'test');
    const progress: number[] = [];
    const result = replay(JSON.parse(JSON.stringify(file)), (fraction) => progress.push(fraction));
    expect(result).toMatchObject({
      ticks: session.tick,
      hash: hashOf(session),
      outcome: session.procedure.outcome,
      firstDifference: null,
    });
    expect(result.events).toEqual(session.events);
    expect(progress.at(-1)).toBe(1);
  });

  test('a replay names the first second that differs', () => {
    playScript(session, CATHETER_IN);
    const file = sessionFileOf(session, 'test');
    const hashes = file.hashes.map((entry) =>
      entry.tick >= 720 ? { ...entry, hash: '0123456789abcdef' } : entry,
    );
    expect(replay({ ...file, hashes }).firstDifference).toBe(720);
  });
});

describe('snapshots', () => {
  test('carry only what the receiver lacks', () => {
    playScript(session, [[{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 240]]);
    const all = snapshotOf(session);
    expect(all.newEdits).toHaveLength(all.editsVersion);
    const part = snapshotOf(session, all.editsVersion - 1, session.events.length);
    expect(part.newEdits).toEqual(all.newEdits.slice(-1));
    expect(part.events).toEqual([]);
  });
});
