/** @file What fingers notice: a pop, a slip, and nothing when hands or devices merely come and go. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createTouch, feel, type Touch, type TouchSample } from '../../../../src/state/feel/touch.ts';

const DT = 1 / 60;
let touch: Touch;
beforeEach(() => {
  touch = createTouch();
});

const sample = (tipN: number, insertionMm: number, hubRollRad = 0, twistRad = 0): TouchSample => ({
  load: { tipN, labelN: 0.12, hubN: tipN, twistRad },
  hubRollRad,
  insertionMm,
});
const play = (samples: readonly TouchSample[]) => samples.map((s) => feel(touch, s, DT));

describe('a pop', () => {
  const build = [0, 1, 2, 3, 4].map((i) => sample(0.03 * i, 10 + 0.1 * i));

  test('is a force that breaks down while the hand pushes on, felt once', () => {
    const felt = play([...build, sample(0.04, 10.5), sample(0.04, 10.6), sample(0.04, 10.7)]);
    expect(felt.filter(Boolean)).toEqual(['pop']);
    expect(felt[build.length]).toBe('pop');
  });

  test('is not a hand that lets go', () => {
    expect(play([...build, sample(0.04, 10.4), sample(0.01, 10.4)]).filter(Boolean)).toEqual([]);
  });

  test('is not the end of a light touch', () => {
    expect(play([sample(0.02, 1), sample(0.02, 1.1), sample(0, 1.2)]).filter(Boolean)).toEqual([]);
  });
});

describe('a slip', () => {
  test('is twist that springs back by itself', () => {
    const wound = [0, 1, 2, 3].map((i) => sample(0, 10, 0.5 * i, 0.5 * i));
    expect(play([...wound, sample(0, 10, 1.55, 0.9)]).at(-1)).toBe('slip');
  });

  test('is not a hub that is turned back', () => {
    const back = [2, 1.5, 1, 0.5, 0].map((twist) => sample(0, 10, twist, twist));
    expect(play(back).filter(Boolean)).toEqual([]);
  });
});

test('a device that is put in or taken out is no feeling', () => {
  expect(play([sample(0.2, 200), sample(0, 10), sample(0, 10)]).filter(Boolean)).toEqual([]);
});
