/**
 * @file The whole job on the flagship, from angiogram to outcome, by commands alone. The pilot does the wiring; this
 * adds what an operator does around it: contrast, pullback, reading, C-arm, second look. It reads the truth: a test.
 */

import { widestAngleDeg } from '../../src/core/fluoro/c-arm.ts';
import { frameAt } from '../../src/core/math/curve.ts';
import { poseOf } from '../../src/core/mechanics/mechanics.ts';
import { truthAt } from '../../src/core/procedure/truth.ts';
import type { Command, LoggedCommand } from '../../src/core/session/command.ts';
import { imagingPose } from '../../src/core/session/imaging.ts';
import { enqueue, type Session, stepSession } from '../../src/core/session/session.ts';
import { flagshipPilot } from './flagship-pilot.ts';

export interface JobStage {
  readonly name: string;
  /** Commands given in this stage, with their ticks, and the tick at which the stage ends. */
  readonly commands: readonly LoggedCommand[];
  readonly endTick: number;
}

const PULLBACK_SPEED = 9;
const PULLBACK_TICKS = 720;

/** Plays the job on a fresh session of the flagship and hands out each stage as it ends. */
export function* flagshipJob(session: Session): Generator<JobStage, void> {
  let given = 0;
  const stage = (name: string): JobStage => {
    const commands = session.log.slice(given);
    given = session.log.length;
    return { name, commands, endTick: session.tick };
  };
  const wait = (ticks: number): void => {
    for (let i = 0; i < ticks; i++) stepSession(session);
  };
  const give = (command: Command, ticks = 1): void => {
    const answer = enqueue(session, command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
    wait(ticks);
  };
  const truth = () => truthAt(session.tissue, imagingPose(session)!);
  const slideTo = (targetMm: number): void => {
    const behind = session.transducer.pulledBackMm < targetMm;
    give({ type: 'transducer', rate: behind ? -9 : 9 });
    for (let i = 0; i < 8000; i++) {
      const { pulledBackMm } = session.transducer;
      if (behind ? pulledBackMm >= targetMm : pulledBackMm <= targetMm) break;
      wait(1);
    }
    give({ type: 'transducer', rate: 0 });
  };

  give({ type: 'fluoro', on: true });
  give({ type: 'contrast', ml: 4 }, 720);
  yield stage('angiogram');
  give({ type: 'fluoro', on: false });

  const { tissue, mechanics } = session;
  for (const move of flagshipPilot({ tissue, pose: (device) => poseOf(mechanics, tissue, device) })) {
    if (!('stage' in move)) {
      for (const command of move.commands) give(command, 0);
      wait(move.ticks);
      continue;
    }
    yield stage(move.stage);
    if (move.stage !== 'catheter-down') continue;

    give({ type: 'pullback', speed: PULLBACK_SPEED }, PULLBACK_TICKS);
    give({ type: 'pullback', speed: 0 });
    yield stage('pullback');

    slideTo(10);
    const { trueLumen, plane } = truth();
    give({ type: 'mark', kind: 'true-lumen', clock: trueLumen.clock, rangeMm: trueLumen.distanceMm });
    give({ type: 'mark', kind: 'plane', clock: plane!.clock, rangeMm: plane!.distanceMm }, 8);
    yield stage('read');

    // clinical way: the true direction is the image direction turned by the roll; here the truth gives it at once
    const pose = imagingPose(session)!;
    const frame = frameAt(tissue.anatomy.target.curve, pose.s);
    const azimuth = trueLumen.azimuthRad;
    const x = frame.n1.x * Math.cos(azimuth) + frame.n2.x * Math.sin(azimuth);
    const y = frame.n1.y * Math.cos(azimuth) + frame.n2.y * Math.sin(azimuth);
    const widest = widestAngleDeg(Math.atan2(y, x));
    give({ type: 'fluoro', on: true });
    give({ type: 'c-arm', angleDeg: Math.max(-90, Math.min(90, widest)) }, 1200);
    give({ type: 'fluoro', on: false });
    yield stage('orient');
  }

  // second look: transducer to where wire 2 runs in the open lumen, about 5 mm short of its tip
  const wire2 = poseOf(mechanics, tissue, 'wire2').tip.s;
  const atHome = imagingPose(session)!.s + session.transducer.pulledBackMm;
  slideTo(Math.max(0, atHome - (wire2 - 5)));
  give({ type: 'confirm' }, 8);
  yield stage('confirm');
  give({ type: 'finish' }, 8);
  yield stage('finish');
}
