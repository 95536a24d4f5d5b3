/** @file The facts about a case that header and library show. */
import { jbtk } from '../core/cases/jbtk.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import { start } from '../ui/strings/en/start.ts';

export const gradeOf = (caseFile: CaseFile): { readonly grade: string; readonly score: number } =>
  jbtk(caseFile);

export const occlusionMm = (caseFile: CaseFile): number =>
  caseFile.anatomy.occlusion.endMm - caseFile.anatomy.occlusion.startMm;

/** Share of the lesion's length from which calcium counts as moderate, and as severe. ASSUMED. */
const MODERATE = 0.25;
const SEVERE = 0.55;

/** Where the calcium mostly is and how much there is, in two words. */
export const calciumText = (caseFile: CaseFile): string => {
  const { medialCoverage, intimalCoverage, nodules } = caseFile.anatomy.calcium;
  const most = Math.max(medialCoverage, intimalCoverage);
  if (most === 0 && nodules === 0) return start.calcium.none;
  const amount = most >= SEVERE ? 'severe' : most >= MODERATE ? 'moderate' : 'mild';
  const both = medialCoverage > 0 && intimalCoverage > 0 && Math.abs(medialCoverage - intimalCoverage) < 0.1;
  const site = both ? 'mixed' : medialCoverage > intimalCoverage ? 'medial' : 'intimal';
  return `${start.calcium.amounts[amount]} ${start.calcium.sites[site]}`;
};
