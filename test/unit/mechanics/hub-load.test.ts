/** @file What a hand feels at the hub: the tip through friction and bends, and the twist it has stored. */
import { describe, expect, test } from 'vitest';
import { type HubLoadFacts, hubLoad } from '../../../src/core/mechanics/hub-load.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { freshSession, playScript } from '../../helpers/play-session.ts';

const FACTS: HubLoadFacts = {
  tipN: 0.1,
  labelN: 0.1,
  hubRollRad: 0,
  tipRollRad: 0,
  friction: 0.05,
  radiusMm: 0.178,
  insertedMm: 200,
  grippedMm: 0,
  bendRad: 0,
  sheathN: null,
  hub: { advance: 5, torque: 0 },
};
const hubN = (change: Partial<HubLoadFacts>): number => hubLoad({ ...FACTS, ...change }).hubN;
const PULL = { advance: -5, torque: 0 };
const REST = { advance: 0, torque: 0 };

describe('the force at the hub of a rod', () => {
  test('is what it bears at the sheath and the drag of the shaft outside, whatever its tip does', () => {
    expect(hubN({ sheathN: 0.3, tipN: 7, grippedMm: 50 })).toBeCloseTo(0.3 + 0.05 * 0.01 * 600, 12);
    expect(hubN({ sheathN: -0.2, hub: PULL })).toBeCloseTo(-0.2 - 0.05 * 0.01 * 600, 12);
    expect(hubN({ sheathN: 0.2, hub: REST })).toBe(0);
    expect(hubN({ sheathN: 0.5, hub: REST })).toBeCloseTo(0.2, 12);
  });
});

describe('the force at the hub', () => {
  test('on a straight way is the tip and the drag of the shaft: mu n L', () => {
    expect(hubN({})).toBeCloseTo(0.1 + 0.05 * 0.01 * 800, 12);
    expect(hubN({ grippedMm: 50 })).toBeCloseTo(0.1 + 0.05 * (0.01 * 800 + 0.1 * 50), 12);
  });

  test('grows on bends by the capstan rule', () => {
    const drag = hubN({ tipN: 0 });
    expect(hubN({ bendRad: Math.PI, friction: 0.05 }) - drag).toBeCloseTo(0.1 * Math.exp(0.05 * Math.PI), 9);
  });

  test('turns round for a pull', () => {
    expect(hubN({ hub: PULL })).toBeCloseTo(-hubN({}), 12);
  });

  test('is nothing at rest while friction holds the tip, and the rest of it when it does not', () => {
    expect(hubN({ hub: REST })).toBe(0);
    expect(hubN({ hub: REST, tipN: 1 })).toBeCloseTo(1 - 0.4, 12);
  });

  test('is lower while the hub turns: one cone of friction', () => {
    expect(hubN({ hub: { advance: 5, torque: 4 } })).toBeLessThan(hubN({}));
    expect(hubN({ hub: { advance: 0.1, torque: 4 } })).toBeLessThan(0.2);
    expect(hubN({ hub: { advance: 0, torque: 4 } })).toBeCloseTo(0.1, 12);
  });

  test('rises with the tip force, whatever else', () => {
    for (const hub of [FACTS.hub, { advance: 0, torque: 1 }])
      expect(hubN({ tipN: 0.2, hub })).toBeGreaterThan(hubN({ hub }));
  });
});

test('the stored twist is hub less tip', () => {
  expect(hubLoad({ ...FACTS, hubRollRad: 7, tipRollRad: 1 }).twistRad).toBe(6);
});

test('a snapshot tells it for every device', () => {
  const session = freshSession();
  playScript(session, [[{ type: 'hub', device: 'wire1', advance: 10, torque: 3 }, 240]]);
  const [wire1, ivus] = snapshotOf(session).devices;
  expect(wire1!.load.hubN).toBeGreaterThan(0);
  expect(wire1!.load.labelN).toBeCloseTo(3.5 * 0.00980665, 9);
  expect(wire1!.load.twistRad).toBe(wire1!.hubRollRad - wire1!.tipRollRad);
  expect(wire1!.load.tipN).toBe(wire1!.tip.forceN);
  expect(ivus).toMatchObject({ loaded: false, load: { labelN: null, hubN: 0, tipN: 0 } });
});
