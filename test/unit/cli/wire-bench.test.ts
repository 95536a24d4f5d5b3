/** @file Verb `wire-bench`: measured beside reference, and what is refused. */
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';

const bench = (spec: unknown) => {
  let out = '';
  let err = '';
  const status = run(['wire-bench', 'in.json'], {
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    read: () => new TextEncoder().encode(typeof spec === 'string' ? spec : JSON.stringify(spec)),
    write: () => {},
    nowMs: () => 0,
    heapBytes: () => 0,
    makeFolder: () => {},
  });
  return { status, out, err };
};

const rod = { lengthMm: 100, elements: 50, EI: 47, GJ: 36, radiusMm: 0.178 };

describe('every bench answers beside its reference', () => {
  test.each([
    [{ bench: 'cantilever', rod, tipForceN: 0.000282 }, 'mm', 0.005],
    [{ bench: 'elastica', rod }, '1', 0.005],
    [{ bench: 'elastica', rod, alpha: 8 }, '1', 0.005],
    [{ bench: 'euler', rod }, 'N', 0.005],
    [{ bench: 'twist-buckling', rod }, 'N mm', 0.015],
    [{ bench: 'tip-load', wire: 'tapered-12' }, 'gf', 0.05],
    [{ bench: 'tip-load', wire: 'jacket-3', supportMm: 5 }, 'gf', 0.05],
    [{ bench: 'capstan', rod, wrapDeg: 180, mu: 0.2 }, '1', 0.03],
    [{ bench: 'capstan', wire: 'workhorse-1', wrapDeg: 90, mu: 0.06 }, '1', 0.03],
    [{ bench: 'torque-lag', rod, mu: 0.06, normalNPerMm: 0.1, hubTurns: 1 }, 'deg', 0.05],
    [{ bench: 'push-block', wire: 'tapered-20', supportMm: 5, punctureN: 0.2 }, 'N', 0.05],
    [{ bench: 'push-block', wire: 'tapered-20', supportMm: 10, punctureN: 2 }, 'N', 0.05],
    [{ bench: 'peel', energyJPerM2: 50, widthMm: 0.7 }, 'N', 0.02],
  ])('%j', (spec, unit, tolerance) => {
    const { status, out, err } = bench(spec);
    expect([status, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer.bench).toBe(spec.bench);
    expect(answer.unit).toBe(unit);
    expect(Math.abs(answer.relativeError)).toBeLessThan(tolerance);
    expect(answer.measured / answer.reference - 1).toBeCloseTo(answer.relativeError, 12);
  });
});

test('nothing to compare with is no error of its own', () => {
  const answer = JSON.parse(bench({ bench: 'torque-lag', rod, mu: 0, normalNPerMm: 0.1 }).out);
  expect(answer.reference).toBe(0);
  expect(answer.relativeError).toBe(0);
});

describe('what is refused, naming the field', () => {
  test.each([
    ['{', 'in.json is not valid JSON'],
    [{}, 'in.json: bench '],
    [{ bench: 'bungee' }, 'in.json: bench '],
    [{ bench: 'euler' }, 'in.json: rod is missing'],
    [{ bench: 'euler', rod: { ...rod, EI: -1 } }, 'in.json: rod.EI '],
    [{ bench: 'euler', rod: { ...rod, elements: 2 } }, 'in.json: rod.elements '],
    [{ bench: 'euler', rod: { ...rod, colour: 'red' } }, 'in.json: rod.colour '],
    [{ bench: 'tip-load', wire: 'cheese' }, 'in.json: wire is not "cheese"'],
    [{ bench: 'tip-load', wire: 'tapered-12', supportMm: 0 }, 'in.json: supportMm '],
    [{ bench: 'cantilever', rod, tipForceN: 10 }, 'in.json: tipForceN bends the rod'],
    [{ bench: 'capstan', rod, wrapDeg: 180, mu: 7 }, 'in.json: mu '],
    [{ bench: 'torque-lag', rod, mu: 0.5, normalNPerMm: 5 }, 'in.json: hubTurns is too little'],
  ])('%j', (spec, sentence) => {
    const { status, out, err } = bench(spec);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
