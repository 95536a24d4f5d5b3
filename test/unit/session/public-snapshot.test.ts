/** @file Scripts see what an operator could know: no truth leaks through the public snapshot. */
import { expect, test } from 'vitest';
import { publicSnapshot } from '../../../src/core/session/public-snapshot.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { playScript, sessionWithCatheter } from '../../helpers/play-session.ts';

/** All keys anywhere in a value. */
const keysOf = (value: unknown, into = new Set<string>()): Set<string> => {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) into.add(key);
      keysOf(inner, into);
    }
  }
  return into;
};

test('leaves the truth out', () => {
  const session = sessionWithCatheter();
  playScript(session, [[{ type: 'mark', kind: 'true-lumen', clock: 4, rangeMm: 1 }, 1]]);
  const snapshot = snapshotOf(session);
  expect(snapshot.procedure.marks[0]!.errorDeg).toBeGreaterThanOrEqual(0);
  const seen = publicSnapshot(snapshot);
  const keys = keysOf(seen);
  const hidden = [
    'route',
    'tip',
    'phase',
    'material',
    'rollRad',
    'tipRollRad',
    'pose',
    'newEdits',
    'errorDeg',
  ];
  for (const key of [...hidden, 'stationMm', 'forceN', 'pointingRad']) expect([...keys]).not.toContain(key);
  expect(seen).toMatchObject({
    tick: snapshot.tick,
    imaging: { present: true, pulledBackMm: 0, travelMm: 150 },
    procedure: { marks: [{ kind: 'true-lumen', clock: 4, rangeMm: 1 }] },
  });
  expect(seen.devices.map(({ id, loaded }) => [id, loaded])).toEqual([
    ['wire1', true],
    ['ivus', true],
    ['wire2', false],
  ]);
});
