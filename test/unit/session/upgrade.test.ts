/** @file Session files of earlier versions still play as they were played: the same marks, the same hashes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SHEATH } from '../../../src/core/mechanics/devices/sheaths.ts';
import { replay } from '../../../src/core/session/replay.ts';
import { createSession, sessionFileOf } from '../../../src/core/session/session.ts';
import { SESSION_RULES, SESSION_VERSION } from '../../../src/core/session/session-file.ts';
import { upgradeSession } from '../../../src/core/session/upgrade.ts';
import { readSessionFile, writeSessionFile } from '../../../src/io/session-file.ts';

const text = readFileSync(new URL('../../fixtures/upgrades/session-v1.json', import.meta.url), 'utf8');
const old = readSessionFile(text, 'old.json');

const atTheTable = readSessionFile(
  readFileSync(new URL('../../fixtures/upgrades/session-v2-table.json', import.meta.url), 'utf8'),
  'table.json',
);

describe('a session of version 2 with work at the table', () => {
  test('replays to every hash it was saved with, and work at the table costs it nothing', () => {
    expect(atTheTable).toMatchObject({ version: SESSION_VERSION, rules: 2 });
    const result = replay(atTheTable);
    expect(result.firstDifference).toBeNull();
    expect(result.events.map(({ code }) => code)).not.toContain('time-charged');
    expect(result.outcome?.timeS).toBeCloseTo(2014 / 240, 9);
  });

  test('would come out differently, and later, under the rules of today', () => {
    const result = replay({ ...atTheTable, rules: 3 });
    expect(result.firstDifference).not.toBeNull();
    // shaped, catheter in, out, and in again
    expect(result.outcome?.timeS).toBeCloseTo(2014 / 240 + 15 + 30 + 45, 9);
  });
});

describe('a session of version 1', () => {
  test('comes in as the present version, under the rules it was played by', () => {
    expect(JSON.parse(text)).toMatchObject({ version: 1 });
    expect(old).toMatchObject({ version: SESSION_VERSION, rules: 1 });
    expect(createSession(old.case).rules).toBe(SESSION_RULES);
  });

  test('replays to every hash it was saved with, marks and a pullback at 10 mm/s included', () => {
    const result = replay(old);
    expect(result.firstDifference).toBeNull();
    expect(result.hash).toBe(old.hashes.at(-1)!.hash);
    expect(result.marks).toHaveLength(3);
    expect(result.events.map(({ code }) => code)).toContain('pullback-recorded');
  });

  test('keeps its rules when it is saved again', () => {
    const session = createSession(old.case, old.seed, undefined, old.rules);
    const again = readSessionFile(writeSessionFile(sessionFileOf(session, '9')), 'again.json');
    expect(again.rules).toBe(1);
  });

  test('would come out differently under the rules of today', () => {
    expect(replay({ ...old, rules: 2 }).firstDifference).not.toBeNull();
  });
});

describe('a session of version 2', () => {
  const before = readFileSync(new URL('../../fixtures/upgrades/session-v2.json', import.meta.url), 'utf8');
  const second = readSessionFile(before, 'second.json');

  test('comes in as the present version, in the default sheath', () => {
    expect(JSON.parse(before)).toMatchObject({ version: 2, rules: 2 });
    expect(second).toMatchObject({ version: SESSION_VERSION, rules: 2 });
    expect(createSession(second.case).mechanics.access.sheath).toBe(DEFAULT_SHEATH);
  });

  test('replays to every hash it was saved with: another catheter, wire 2 in a microcatheter, a pullback', () => {
    const result = replay(second);
    expect(result.firstDifference).toBeNull();
    expect(result.hash).toBe(second.hashes.at(-1)!.hash);
    expect(result.events.map(({ code }) => code)).toContain('wire2-loaded');
    expect(result.events.filter(({ code }) => code === 'command-refused')).toHaveLength(1);
  });
});

test('a file that no step leads on from is left to the schema', () => {
  expect(upgradeSession({ version: -3 })).toEqual({ version: -3 });
});
