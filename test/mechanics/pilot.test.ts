/** @file The test pilot plays the flagship through session commands to the true lumen. */
import { expect, test } from 'vitest';
import { poseOf } from '../../src/core/mechanics/mechanics.ts';
import { enqueue } from '../../src/core/session/session.ts';
import { flagshipPilot } from '../helpers/flagship-pilot.ts';
import { freshSession, runTicks } from '../helpers/play-session.ts';

test('the flagship can be played to re-entry by commands alone', () => {
  const session = freshSession();
  const stages: string[] = [];
  const { tissue, mechanics } = session;
  for (const move of flagshipPilot({ tissue, pose: (device) => poseOf(mechanics, tissue, device) })) {
    if ('stage' in move) {
      stages.push(move.stage);
      continue;
    }
    for (const command of move.commands) {
      const answer = enqueue(session, command);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
    }
    runTicks(session, move.ticks);
  }
  expect(stages).toEqual(['wire1-down', 'catheter-down', 'wire2-aimed', 'wire2-in-lumen']);
  const codes = session.events.map(({ code }) => code);
  expect(codes).toContain('wire2-in-lumen');
  expect(codes).not.toContain('perforation');
});
