/** @file Rows, checks and plots of the physics validation, in its own words. */
import type * as validation from '../../math/validation.ts';
import { reportIn } from '../../math/validation.ts';
import {
  type Condition,
  type Note,
  type Quantity,
  type SeriesName,
  type Source,
  TEST_TITLES,
  type TestTitle,
  type Unit,
  type Word,
} from './names.ts';

interface PhysicsWords {
  readonly title: TestTitle;
  readonly quantity: Quantity;
  readonly condition: Condition;
  readonly word: Word;
  readonly unit: Unit;
  readonly source: Source;
  readonly note: Note;
  readonly series: SeriesName;
}

export type Conditions = validation.Conditions<PhysicsWords>;
export type Check = validation.Check<PhysicsWords>;
export type Axis = validation.Axis<PhysicsWords>;
export type Series = validation.Series<PhysicsWords>;
export type Plot = validation.Plot<PhysicsWords>;
export type ValidationRow = validation.ValidationRow<PhysicsWords>;

export {
  absolute,
  atLeast,
  atMost,
  relative,
  rowPasses,
  type Tolerance,
  within,
} from '../../math/validation.ts';

export const { checkOf, rowOf } = reportIn<PhysicsWords>(TEST_TITLES);
