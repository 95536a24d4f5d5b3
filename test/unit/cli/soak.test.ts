/** @file Verb `soak`: random hands on a session, watched; and the watch can find something. */
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { randomHands } from '../../../src/core/session/soak/random-hands.ts';
import { depthInCalcium, notFinite, watch } from '../../../src/core/session/soak/watch.ts';
import { cli } from '../../helpers/cli.ts';
import { fakeTissue } from '../../helpers/fake-tissue.ts';
import { freshSession, runTicks } from '../../helpers/play-session.ts';

describe('soak', () => {
  test('plays so many minutes twice to the same state, and finds nothing broken', () => {
    const once = cli('soak --minutes 0.1 --seed 7');
    expect(once.status).toBe(0);
    expect(once.json).toMatchObject({
      case: 'pta-flagship',
      seed: 7,
      simulatedS: 6,
      ticks: 1440,
      broken: [],
    });
    expect(cli('soak --minutes 0.1 --seed 7').json.hash).toBe(once.json.hash);
    expect(cli('soak --minutes 0.1 --seed 8').json.hash).not.toBe(once.json.hash);
  });

  test('names a case that there is not, and a time that makes no sense', () => {
    expect(cli('soak --case nowhere').err).toMatch(/^--case .*pta-flagship/);
    expect(cli('soak --minutes -3').status).toBe(2);
    expect(cli('soak now').status).toBe(2);
  });
});

describe('random hands', () => {
  test('do the same for a seed, and everything in time', () => {
    const take = (seed: number) => {
      const hands = randomHands(seed);
      return Array.from({ length: 400 }, () => hands.next().value);
    };
    expect(take(3)).toEqual(take(3));
    const types = new Set(take(3).map(({ command }) => command.type));
    for (const type of [
      'hub',
      'load',
      'unload',
      'shape',
      'exchange',
      'sheath',
      'catheter',
      'flush',
      'pullback',
    ])
      expect(types).toContain(type);
  });
});

describe('the watch', () => {
  test('finds a number that is none, with its name, also in an array', () => {
    expect(notFinite({ a: { b: [1, 2, Number.NaN] } })).toBe('a.b.2');
    expect(notFinite({ q: new Float64Array([1, Number.NaN]) })).toBe('q');
    expect(notFinite({ far: Number.POSITIVE_INFINITY, s: 1, none: null })).toBeNull();
  });

  test('measures how deep a place lies in calcium', () => {
    const tissue = fakeTissue((_, x) => (x > 1 ? MATERIAL.calcium : MATERIAL.blood));
    expect(depthInCalcium(tissue, 0, 0.9, 0)).toBe(0);
    expect(depthInCalcium(tissue, 0, 1.2, 0)).toBeCloseTo(0.2, 1);
  });

  test('finds nothing in a fresh session, and a catheter that is beyond its wire', () => {
    const session = freshSession();
    runTicks(session, 1);
    expect(watch(session)).toEqual([]);
    session.mechanics.ivus.loaded = true;
    session.mechanics.ivus.tipS = session.mechanics.wire1.tip.s + 6;
    expect(watch(session).join()).toMatch(/ivus: 6\.0 mm beyond the tip of wire 1/);
  });
});
