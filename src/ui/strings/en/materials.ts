/** @file Names of the materials, and of what else a picture of the truth can show. */
import type { MaterialName } from '../../../core/anatomy/material.ts';

export const materials: Readonly<Record<MaterialName, string>> = {
  blood: 'Flowing blood',
  stasis: 'Standing blood',
  thrombus: 'Organised thrombus',
  looseFibrous: 'Loose fibrous plaque',
  denseFibrous: 'Dense fibrous plaque',
  lipid: 'Lipid pool',
  microcalcified: 'Microcalcified plaque',
  calcium: 'Calcium',
  intima: 'Intima',
  media: 'Media',
  adventitia: 'Adventitia',
  fat: 'Fat',
  muscle: 'Muscle',
  connective: 'Connective tissue',
  vein: 'Vein',
  freshThrombus: 'Fresh thrombus',
};

/** By the names that are no material in core/ultrasound/truth.ts. */
export const truthOthers: Readonly<Record<string, string>> = {
  catheter: 'Catheter window',
  wire1: 'Wire 1',
  wire2: 'Wire 2',
  inside: 'Inside the catheter',
  air: 'Air',
  flush: 'Saline',
  contrast: 'Contrast medium',
};
