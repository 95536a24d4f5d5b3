/** @file Rows and checks of the mechanics validation, in its own words. */
import { type Check as ACheck, type ValidationRow as ARow, reportIn } from '../../math/validation.ts';
import { type MechanicsWords, TEST_TITLES } from './names.ts';

export type Check = ACheck<MechanicsWords>;
export type ValidationRow = ARow<MechanicsWords>;

export { absolute, atLeast, atMost, relative, rowPasses } from '../../math/validation.ts';

export const { checkOf, rowOf } = reportIn<MechanicsWords>(TEST_TITLES);
