/** @file Choosing the IVUS catheter: a logged command, refused while one is in; image and mechanics follow the choice. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/session/command.ts';
import { imagingPose, imagingPoseAt, travelNow } from '../../../src/core/session/imaging.ts';
import { replay } from '../../../src/core/session/replay.ts';
import { hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { type CatheterId, findCatheter } from '../../../src/core/ultrasound/presets.ts';
import { CATHETER_IN, freshSession, playScript, runTicks } from '../../helpers/play-session.ts';

const choose = (id: string): Command => ({ type: 'catheter', id });
const lastRefusal = (session: Session): unknown =>
  session.events.findLast(({ code }) => code === 'command-refused')?.values.reason;

const sessionWith = (id: CatheterId): Session => {
  const session = freshSession();
  playScript(session, [[choose(id), 1], ...CATHETER_IN]);
  return session;
};

describe('the order', () => {
  let session: Session;
  beforeEach(() => {
    session = freshSession();
  });

  test('a session begins with the dual-Rx catheter', () => {
    expect(snapshotOf(session).imaging).toMatchObject({
      catheter: 'dual-rx-40',
      travelMm: 150,
      homeFromTipMm: 8,
    });
  });

  test('another is taken before it is loaded, and exchanged when it is out again', () => {
    playScript(session, [[choose('long-tip-40'), 1]]);
    expect(snapshotOf(session).imaging).toMatchObject({ catheter: 'long-tip-40', homeFromTipMm: 20 });
    playScript(session, [
      [{ type: 'load', device: 'ivus' }, 1],
      [choose('fast-60'), 1],
    ]);
    expect(lastRefusal(session)).toBe('catheter-in-body');
    expect(snapshotOf(session).imaging.catheter).toBe('long-tip-40');
    playScript(session, [
      [{ type: 'unload', device: 'ivus' }, 1],
      [choose('fast-60'), 1],
    ]);
    expect(snapshotOf(session).imaging.catheter).toBe('fast-60');
  });

  test('one that is not on the shelf is refused and changes nothing', () => {
    const still = freshSession();
    runTicks(still, 1);
    playScript(session, [[choose('pioneer'), 1]]);
    expect(lastRefusal(session)).toBe('unknown-catheter');
    expect(hashOf(session)).toBe(hashOf(still));
  });

  test('choosing what lies there already leaves the hash alone, another changes it', () => {
    const still = freshSession();
    runTicks(still, 1);
    playScript(session, [[choose('dual-rx-40'), 1]]);
    expect(hashOf(session)).toBe(hashOf(still));
    const other = freshSession();
    playScript(other, [[choose('array-20'), 1]]);
    expect(hashOf(other)).not.toBe(hashOf(still));
  });

  test('is played again from a file', () => {
    const played = sessionWith('fast-60');
    expect(replay(sessionFileOf(played, 'test'))).toMatchObject({
      hash: hashOf(played),
      firstDifference: null,
    });
  });
});

describe('what it changes', () => {
  test('the transducer looks from as far behind the tip as the catheter has it', () => {
    for (const id of ['dual-rx-40', 'long-tip-40', 'peripheral-30', 'fast-60', 'array-20'] as const) {
      const session = sessionWith(id);
      const { tipToTransducerMm, windowRadiusMm } = findCatheter(id)!;
      const pose = imagingPose(session)!;
      expect(session.mechanics.ivus.tipS - pose.s).toBeCloseTo(tipToTransducerMm, 9);
      expect(pose.sheathRadiusMm).toBe(windowRadiusMm);
      expect(snapshotOf(session).devices[1]!.radiusMm).toBe(windowRadiusMm);
    }
  });

  test('wire 1 lies against the window of a rotating catheter, and inside an array', () => {
    for (const id of ['dual-rx-40', 'long-tip-40', 'fast-60'] as const) {
      const { x, y, wires } = imagingPose(sessionWith(id))!;
      expect(wires.map(({ device }) => device)).toEqual(['wire1']);
      expect(Math.hypot(wires[0]!.x - x, wires[0]!.y - y)).toBeCloseTo(findCatheter(id)!.wireFromAxisMm, 6);
    }
    expect(imagingPose(sessionWith('array-20'))!.wires).toEqual([]);
  });

  test('wire 2 rides in the second Rx lumen, or is refused where there is none', () => {
    const byLumen: Command = { type: 'load', device: 'wire2', route: 'rx-lumen' };
    const beside: Command = { type: 'load', device: 'wire2', route: 'microcatheter' };
    const dual = sessionWith('dual-rx-40');
    playScript(dual, [[byLumen, 1]]);
    expect(dual.mechanics.wire2.loaded).toBe(true);
    for (const id of ['long-tip-40', 'peripheral-30', 'fast-60', 'array-20'] as const) {
      const session = sessionWith(id);
      playScript(session, [[byLumen, 1]]);
      expect(lastRefusal(session)).toBe('no-second-lumen');
      expect(session.mechanics.wire2.loaded).toBe(false);
      playScript(session, [[beside, 1]]);
      expect(session.mechanics.wire2.loaded).toBe(true);
    }
  });

  test('a drive pulls as fast as it can and no faster', () => {
    const slow = sessionWith('long-tip-40');
    playScript(slow, [[{ type: 'pullback', speed: 3 }, 1]]);
    expect(lastRefusal(slow)).toBe('pullback-too-fast');
    expect(slow.transducer.pullbackId).toBe(0);
    playScript(slow, [[{ type: 'pullback', speed: 1 }, 240]]);
    expect(slow.transducer.pulledBackMm).toBeCloseTo(1, 6);
  });
});

describe('an array', () => {
  let session: Session;
  beforeEach(() => {
    session = sessionWith('array-20');
  });

  test('does not slide, by hand or otherwise, inside its catheter', () => {
    playScript(session, [[{ type: 'transducer', rate: -5 }, 10]]);
    expect(lastRefusal(session)).toBe('transducer-fixed');
    expect(session.transducer.pulledBackMm).toBe(0);
  });

  test('is pulled back with its catheter, whatever the hand does meanwhile', () => {
    const tip = session.mechanics.ivus.tipS;
    const seen = imagingPose(session)!;
    playScript(session, [
      [{ type: 'pullback', speed: 1 }, 1],
      [{ type: 'hub', device: 'ivus', advance: 10, torque: 0 }, 479],
    ]);
    expect(tip - session.mechanics.ivus.tipS).toBeCloseTo(2, 6);
    const { imaging } = snapshotOf(session);
    expect(imaging.pulledBackMm).toBeCloseTo(2, 6);
    expect(seen.s - imaging.pose!.s).toBeCloseTo(2, 6);
    // a frame of the run is read where it was taken, not where the catheter is now
    expect(imagingPoseAt(session, 0)!.s).toBeCloseTo(seen.s, 6);
    expect(imagingPoseAt(session, 2)!.s).toBeCloseTo(imaging.pose!.s, 6);
  });

  test('counts every run from its own start, and what is pushed in again is not pulled back any more', () => {
    const run: Command = { type: 'pullback', speed: 1 };
    playScript(session, [
      [run, 240],
      [{ type: 'pullback', speed: 0 }, 1],
    ]);
    expect(session.transducer.pulledBackMm).toBeCloseTo(1, 6);
    playScript(session, [[run, 120]]);
    expect(session.transducer.pulledBackMm).toBeCloseTo(0.5, 6);
    playScript(session, [
      [{ type: 'pullback', speed: 0 }, 1],
      [{ type: 'hub', device: 'ivus', advance: 5, torque: 0 }, 240],
    ]);
    expect(session.transducer.pulledBackMm).toBe(0);
  });

  test('stops at the sheath and says what it recorded', () => {
    const way = travelNow(session);
    playScript(session, [[{ type: 'pullback', speed: 1 }, Math.ceil(way * 240) + 20]]);
    expect(session.transducer.pullbackSpeed).toBe(0);
    expect(session.events.at(-1)).toMatchObject({ code: 'pullback-recorded' });
    expect(Number(session.events.at(-1)!.values.mm)).toBeCloseTo(way, 1);
    expect(session.transducer.longestMm).toBeCloseTo(way, 3);
  });
});
