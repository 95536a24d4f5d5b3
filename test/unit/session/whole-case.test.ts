/** @file The flagship from angiogram to re-entry, played headless through commands alone, saved and played again. */
import { beforeAll, describe, expect, test } from 'vitest';
import { widestAngleDeg } from '../../../src/core/fluoro/c-arm.ts';
import { frameAt } from '../../../src/core/math/curve.ts';
import { poseOf } from '../../../src/core/mechanics/mechanics.ts';
import { STEP_IDS } from '../../../src/core/procedure/procedure.ts';
import { truthAt } from '../../../src/core/procedure/truth.ts';
import { imagingPose } from '../../../src/core/session/imaging.ts';
import { replay } from '../../../src/core/session/replay.ts';
import { enqueue, hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { readSessionFile, writeSessionFile } from '../../../src/io/session-file.ts';
import { flagshipPilot, type PilotStage } from '../../helpers/flagship-pilot.ts';
import { codesOf, freshSession, playScript, runTicks } from '../../helpers/play-session.ts';

const angiogram = (session: Session): void =>
  playScript(session, [
    [{ type: 'fluoro', on: true }, 1],
    [{ type: 'contrast', ml: 4 }, 480],
  ]);

/** Records a pullback, goes home again, reads the live image and turns the C-arm to the target. */
const lookAround = (session: Session): void => {
  playScript(session, [
    [{ type: 'pullback', speed: 9 }, 720],
    [{ type: 'pullback', speed: 0 }, 1],
    [{ type: 'transducer', rate: 20 }, 400],
  ]);
  const pose = imagingPose(session)!;
  const { trueLumen } = truthAt(session.tissue, pose);
  const frame = frameAt(session.tissue.anatomy.target.curve, pose.s);
  const dx = trueLumen.x - pose.x;
  const dy = trueLumen.y - pose.y;
  const world = Math.atan2(dx * frame.n1.y + dy * frame.n2.y, dx * frame.n1.x + dy * frame.n2.x);
  playScript(session, [
    [{ type: 'mark', kind: 'true-lumen', clock: trueLumen.clock + 0.5, rangeMm: trueLumen.distanceMm }, 1],
    [{ type: 'mark', kind: 'plane', clock: 3, rangeMm: 0.3 }, 1],
    [{ type: 'c-arm', angleDeg: widestAngleDeg(world) }, 900],
  ]);
};

const AT_STAGE: Partial<Record<PilotStage, (session: Session) => void>> = { 'catheter-down': lookAround };

const play = (): Session => {
  const session = freshSession();
  angiogram(session);
  const { tissue, mechanics } = session;
  for (const move of flagshipPilot({ tissue, pose: (device) => poseOf(mechanics, tissue, device) })) {
    if ('stage' in move) AT_STAGE[move.stage]?.(session);
    else {
      for (const command of move.commands) expect(enqueue(session, command).ok).toBe(true);
      runTicks(session, move.ticks);
    }
  }
  playScript(session, [
    [{ type: 'confirm' }, 12],
    [{ type: 'finish' }, 12],
  ]);
  return session;
};

describe('the flagship', () => {
  let session: Session;
  beforeAll(() => {
    session = play();
  }, 120_000);

  test('comes to re-entry, with every step done', () => {
    const { outcome, doneTicks } = snapshotOf(session).procedure;
    expect(STEP_IDS.filter((_, i) => doneTicks[i] === null)).toEqual([]);
    expect(outcome).toMatchObject({ success: true, reason: 're-entry', perforations: 0 });
    expect(outcome!.lumenLengthMm).toBeGreaterThanOrEqual(10);
    expect(outcome!.reentryFromCapMm).toBeGreaterThan(0);
    expect(outcome!.meanMarkErrorDeg).toBeLessThan(20);
    expect(outcome!.fluoroS).toBeGreaterThan(10);
  });

  test('tells its story in order', () => {
    const story = codesOf(session).filter((code) => !code.includes('calcium') && code !== 'ivus-resisted');
    const heads = [...new Set(story)];
    expect(heads).toEqual([
      'wire1-subintimal',
      'wire1-distal',
      'ivus-loaded',
      'time-charged',
      'ivus-past-cap',
      'pullback-started',
      'pullback-recorded',
      'mark-accepted',
      'wire2-loaded',
      'wire2-exited',
      ...heads.filter((code) => code === 'wire2-in-plaque'),
      'wire2-in-lumen',
      'confirm-accepted',
      'finished',
    ]);
  });

  test('saved, read and played again it is the same case', () => {
    const file = readSessionFile(writeSessionFile(sessionFileOf(session, 'test')), 'saved.json');
    expect(replay(file)).toMatchObject({
      ticks: session.tick,
      hash: hashOf(session),
      outcome: session.procedure.outcome,
      firstDifference: null,
    });
  }, 120_000);
});
