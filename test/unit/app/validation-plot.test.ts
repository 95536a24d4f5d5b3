/** @file Results of the validation as text and as plots. */
import { expect, test } from 'vitest';
import { checkTexts, conditionsText } from '../../../src/app/physics/condition-text.ts';
import { measuredNumber, plainNumber } from '../../../src/app/physics/numbers.ts';
import { linePlotOf } from '../../../src/app/physics/plot-of.ts';
import {
  atLeast,
  atMost,
  checkOf,
  type Plot,
  relative,
} from '../../../src/core/ultrasound/validation/report.ts';
import { physics } from '../../../src/ui/strings/en/physics.ts';

test('measured numbers carry about three digits, constants all of theirs', () => {
  expect([1234.5, 95.04, 1.9126, 0.0214, 0, -3.94, 2.5e-5].map(measuredNumber)).toEqual([
    '1235',
    '95',
    '1.91',
    '0.0214',
    '0',
    '−3.94',
    '2.5e−5',
  ]);
  expect(measuredNumber(Number.NaN)).toBe('–');
  expect([0.1 + 0.2, 1580, 20 * Math.log10(0.05), -0.075, Number.POSITIVE_INFINITY].map(plainNumber)).toEqual(
    ['0.3', '1580', '−26.02', '−0.075', '∞'],
  );
});

test('a check in words', () => {
  const of = {
    what: 'ringingSpacing',
    measured: 91.24,
    reference: 95,
    unit: 'um',
    source: 'materials',
  } as const;
  expect(checkTexts(checkOf({ ...of, tolerance: relative(95, 0.1) }))).toMatchObject({
    measured: '91.2\u00a0µm',
    reference: '95\u00a0µm',
    tolerance: '85.5 to 105\u00a0µm',
    verdict: physics.passed,
  });
  const alone = { ...of, reference: null };
  expect(checkTexts(checkOf({ ...alone, tolerance: atMost(90) }))).toMatchObject({
    reference: '',
    tolerance: 'at most 90\u00a0µm',
    verdict: physics.failed,
  });
  expect(checkTexts(checkOf({ ...alone, tolerance: atLeast(90) })).tolerance).toBe('at least 90\u00a0µm');
  expect(checkTexts(checkOf({ ...of, measured: Number.NaN, tolerance: atMost(1) })).measured).toBe(
    physics.notMeasured,
  );
  expect(conditionsText({ frequencyMHz: 40, medium: 'blood' })).toBe('frequency 40\u00a0MHz, medium blood');
});

const PLOT: Plot = {
  x: { label: 'depthMm', unit: 'mm' },
  y: { label: 'lateralWidth', unit: 'deg' },
  series: [
    { name: 'measured', at: { frequencyMHz: 40 }, x: [1, 2, 5], y: [15, 5, 4], style: 'points' },
    { name: 'peer', at: { frequencyMHz: 40 }, x: [1, 5], y: [15.4, 3.9], style: 'line' },
    { name: 'measured', at: { frequencyMHz: 60 }, x: [1, 5], y: [17, Number.NaN], style: 'points' },
  ],
};

test('axes hold every finite value with room to spare', () => {
  const { x, y } = linePlotOf(PLOT);
  expect([x.min, x.max]).toEqual([0.8, 5.2]);
  expect(y.min).toBeCloseTo(3.9 - 0.05 * 13.1, 9);
  expect(y.max).toBeCloseTo(17 + 0.05 * 13.1, 9);
  expect([x.label, x.unit, y.unit]).toEqual(['depth', 'mm', '°']);
});

test('a measurement shares its colour with its reference, and differs from it otherwise', () => {
  const [at40, peer40, at60] = linePlotOf(PLOT).series;
  expect(at40!.colour).toBe(peer40!.colour);
  expect([at40!.look, peer40!.look]).toEqual(['points', 'line']);
  expect(at60!.colour).not.toBe(at40!.colour);
  expect(at60!.marker).not.toBe(at40!.marker);
  expect(new Set([at40!.name, peer40!.name, at60!.name]).size).toBe(3);
});

test('what all curves share is said once, in the title', () => {
  const at = (frequencyMHz: number) => ({ frequencyMHz, apertureMm: 0.5 });
  const series = PLOT.series.map((one, i) => ({ ...one, at: at(i === 2 ? 60 : 40) }));
  const shown = linePlotOf({ ...PLOT, series });
  expect(shown.title).toBe('Lateral width at half amplitude against depth (aperture 0.5\u00a0mm)');
  expect(shown.series[2]!.name).toBe('this program, frequency 60\u00a0MHz');
});

test('a plot of nothing, or of one value, still has axes', () => {
  const flat = (y: readonly number[]) =>
    linePlotOf({ ...PLOT, series: [{ name: 'measured', x: y.map(() => 2), y, style: 'line' }] });
  for (const { x, y } of [flat([]), flat([Number.NaN]), flat([3, 3]), flat([0])]) {
    expect(x.max).toBeGreaterThan(x.min);
    expect(y.max).toBeGreaterThan(y.min);
  }
});
