/** @file What the bench page says of wires: that it agrees with the bench itself, with the support rule, and with the shelf. */
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/app/bench/Findings.tsx';
import { allFindings, bearsN, findingOf, longestSupportMm } from '../../../src/app/bench/findings.ts';
import { FIRST_SETTINGS, punctureOf, TARGETS } from '../../../src/app/bench/settings.ts';
import { bucklingN } from '../../../src/core/mechanics/bench/push.ts';
import { recordPush } from '../../../src/core/mechanics/bench/recorded-push.ts';
import { findWire, NEWTON_PER_GF, WIRE_CLASSES } from '../../../src/core/mechanics/wires.ts';

const wire = (id: string) => findWire(id)!;

describe('a recorded push', () => {
  test('onto a plate bows the wire and ends at its tip load', () => {
    const steps = recordPush(wire('tapered-12'), 10, Number.POSITIVE_INFINITY);
    const last = steps.at(-1)!;
    expect(last.forceN / NEWTON_PER_GF).toBeCloseTo(12, 0);
    expect(last.enteredMm).toBe(0);
    expect(Math.max(...last.x.map(Math.abs))).toBeGreaterThan(1);
    expect(last.z.at(-1)).toBeCloseTo(10, 1);
    expect(steps[0]!.x.every((x) => x === 0)).toBe(true);
    expect(steps.length).toBeGreaterThan(30);
  });

  test('into what gives way goes in, straight, and presses no harder than it takes', () => {
    const steps = recordPush(wire('tapered-20'), 10, 0.05);
    const last = steps.at(-1)!;
    expect(Math.max(...steps.map(({ forceN }) => forceN))).toBeCloseTo(0.05, 6);
    expect(last.enteredMm).toBeGreaterThan(0.8);
    expect(Math.max(...last.x.map(Math.abs))).toBeLessThan(0.4);
  });
});

describe('what a wire bears', () => {
  test.each([2.5, 4, 10, 11, 16, 20])('at %d mm agrees with the bench', (mm) => {
    for (const id of ['workhorse-1', 'tapered-12', 'tapered-40'])
      expect(bearsN(wire(id), mm) / bucklingN(wire(id), mm)).toBeCloseTo(1, 1);
  });

  test('is four times as much at half the support', () => {
    const kind = wire('tapered-12');
    expect(bearsN(kind, 5) / bearsN(kind, 10)).toBeCloseTo(4, 1);
  });

  test('tells the support from which it pierces: just there it bears what the target takes', () => {
    const kind = wire('tapered-12');
    const puncture = punctureOf(kind, 'denseCap');
    const mm = longestSupportMm(kind, puncture)!;
    expect(bearsN(kind, mm)).toBeCloseTo(puncture, 3);
    expect(longestSupportMm(kind, 100)).toBeNull();
    expect(longestSupportMm(kind, 1e-6)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('every wire on the shelf meets its label within 5 %', () => {
  const findings = allFindings('plate', 10);
  expect(findings.map(({ wire: { id } }) => id)).toEqual(WIRE_CLASSES.map(({ id }) => id));
  for (const { wire: kind, benchGf } of findings)
    expect(Math.abs(benchGf / kind.tipLoadGf - 1)).toBeLessThan(0.05);
});

test('the sentences say whether it pierces, and name no number that is not one', () => {
  for (const target of TARGETS)
    for (const supportMm of [2.5, 10, 20])
      for (const id of ['workhorse-1', 'tapered-12', 'tapered-40']) {
        const finding = findingOf(wire(id), target, supportMm);
        const text = sentencesOf(finding, { ...FIRST_SETTINGS, wire: id, target, supportMm }).join(' ');
        expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
        if (target === 'plate') expect(text).toContain('never gives way');
        else if (finding.bearsN >= finding.punctureN!) expect(text).toContain('pierces it from here');
        else expect(text).toContain('bows before it pierces');
      }
});
