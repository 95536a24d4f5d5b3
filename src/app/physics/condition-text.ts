/** @file Conditions and tolerances of a check in words. */
import type { Condition, Word } from '../../core/ultrasound/validation/names.ts';
import type { Check, Conditions } from '../../core/ultrasound/validation/report.ts';
import { physics } from '../../ui/strings/en/physics.ts';
import { measuredNumber } from './numbers.ts';

const valueText = (value: number | Word): string =>
  typeof value === 'number' ? measuredNumber(value) : physics.words[value];

/** 'frequency 40 MHz, depth 1.5 mm'. */
export const conditionsText = (at: Conditions): string =>
  (Object.entries(at) as [Condition, number | Word][])
    .map(([name, value]) =>
      together(
        physics.condition(physics.conditions[name], valueText(value), physics.conditionUnits[name]),
        physics.conditionUnits[name],
      ),
    )
    .join(', ');

/** Keeps numbers and their units on one line; a degree sign follows at once. */
const together = (text: string, unit: string): string =>
  unit ? text.replaceAll(` ${unit}`, unit === '°' ? unit : `\u00a0${unit}`) : text;

const withUnit = (value: number, unit: string): string =>
  together(`${measuredNumber(value)}${unit && Number.isFinite(value) ? ` ${unit}` : ''}`, unit);

export interface CheckTexts {
  readonly what: string;
  readonly at: string;
  readonly measured: string;
  /** '' where only a limit exists. */
  readonly reference: string;
  readonly tolerance: string;
  readonly verdict: string;
  readonly source: string;
}

export const checkTexts = (check: Check): CheckTexts => {
  const { what, at, measured, reference, tolerance, pass, source } = check;
  const unit = physics.units[check.unit];
  const { lo, hi } = tolerance;
  const [low, high] = [lo ?? 0, hi ?? 0].map(measuredNumber) as [string, string];
  const accepted =
    lo === null
      ? physics.atMost(high, unit)
      : hi === null
        ? physics.atLeast(low, unit)
        : physics.between(low, high, unit);
  return {
    what: physics.quantities[what],
    at: at ? conditionsText(at) : '',
    measured: Number.isFinite(measured) ? withUnit(measured, unit) : physics.notMeasured,
    reference: reference === null ? '' : withUnit(reference, unit),
    tolerance: together(accepted, unit),
    verdict: pass ? physics.passed : physics.failed,
    source: physics.sources[source],
  };
};
