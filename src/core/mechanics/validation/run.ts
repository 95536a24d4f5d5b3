/** @file Runs the tests of the mechanics validation, in the order of their numbers. */
import {
  cantileverRow,
  columnRow,
  elasticaRow,
  energyRow,
  gradientRow,
  preShapeRow,
  twistBucklingRow,
} from './elastic.ts';
import { type MechanicsWords, TEST_TITLES } from './names.ts';
import { peelRow, pushBlockRow, tipLoadRow } from './pushing.ts';
import type { ValidationRow } from './report.ts';
import { capstanRow, snapRow, spinFreesRow, stickRow, torqueLagRow } from './rubbing.ts';
import { determinismRow, gridConvergenceRow, stepConvergenceRow } from './runs.ts';

const TESTS: Readonly<Record<MechanicsWords['title'], () => ValidationRow>> = {
  gradient: gradientRow,
  cantilever: cantileverRow,
  elastica: elasticaRow,
  column: columnRow,
  twistBuckling: twistBucklingRow,
  tipLoad: tipLoadRow,
  preShape: preShapeRow,
  capstan: capstanRow,
  stick: stickRow,
  spinFrees: spinFreesRow,
  torqueLag: torqueLagRow,
  snap: snapRow,
  energy: energyRow,
  gridConvergence: gridConvergenceRow,
  stepConvergence: stepConvergenceRow,
  determinism: determinismRow,
  pushBlock: pushBlockRow,
  peel: peelRow,
};

/** Numbers of all tests, from 1. */
export const TEST_IDS: readonly number[] = TEST_TITLES.map((_, i) => i + 1);

/** Tests that must hold for the mechanics to be called right. */
export const GATE_IDS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 16, 17];

export interface ValidationOptions {
  /** Numbers of the tests to run; all if left out. */
  readonly only?: readonly number[];
  /** Told each row as soon as it is there. */
  readonly onRow?: (row: ValidationRow) => void;
}

/** @throws RangeError for a number that no test has */
export const validateMechanics = ({ only, onRow }: ValidationOptions = {}): ValidationRow[] => {
  const unknown = only?.find((id) => !TEST_IDS.includes(id));
  if (unknown !== undefined) throw new RangeError(`there is no test ${unknown}`);
  return TEST_TITLES.filter((_, i) => !only || only.includes(i + 1)).map((title) => {
    const row = TESTS[title]();
    onRow?.(row);
    return row;
  });
};
