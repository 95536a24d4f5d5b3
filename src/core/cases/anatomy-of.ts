/** @file From a checked case file to its anatomy and tissue. */
import { createAnatomy } from '../anatomy/create-anatomy.ts';
import { createTissue } from '../anatomy/create-tissue.ts';
import type { Anatomy, Tissue } from '../anatomy/tissue.ts';
import type { CaseFile } from './schema.ts';

/** The anatomy of a case: pure, about a tenth of a second. */
export const anatomyOf = (caseFile: CaseFile): Anatomy =>
  createAnatomy({ caseId: caseFile.id, ...caseFile.anatomy });

/** A fresh tissue of a case, nothing opened yet. */
export const caseTissue = (caseFile: CaseFile): Tissue => createTissue(anatomyOf(caseFile));
