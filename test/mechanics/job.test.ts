/** @file The whole job, from angiogram to a confirmed re-entry, done in Node by commands alone. */
import { expect, test } from 'vitest';
import { STEP_IDS } from '../../src/core/procedure/procedure.ts';
import { replay } from '../../src/core/session/replay.ts';
import { sessionFileOf } from '../../src/core/session/session.ts';
import { hashOf } from '../../src/core/session/state-hash.ts';
import { flagshipJob } from '../helpers/flagship-job.ts';
import { freshSession } from '../helpers/play-session.ts';

test('the flagship ends in a confirmed re-entry, and its file replays to the same state', () => {
  const session = freshSession();
  const stages = [...flagshipJob(session)].map(({ name }) => name);
  expect(stages.at(-1)).toBe('finish');
  const { doneTicks, outcome } = session.procedure;
  expect(STEP_IDS.filter((_, i) => doneTicks[i] == null)).toEqual([]);
  expect(outcome).toMatchObject({ success: true, reason: 're-entry', perforations: 0 });

  const again = replay(sessionFileOf(session, 'test'));
  expect(again.firstDifference).toBeNull();
  expect(again.hash).toBe(hashOf(session));
  expect(again.outcome).toEqual(outcome);
});
