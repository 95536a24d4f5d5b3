/** @file The plain path of all that looks into a tissue: by the tissue's own functions. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { MEDIA, type Media } from '../media.ts';
import { traceTissue } from '../scene/trace.ts';
import { tissueFill } from '../speckle/fill-brick.ts';
import type { TissueKernels } from './types.ts';

export const plainForTissue = (tissue: Tissue, media: Media = MEDIA): TissueKernels => ({
  materialAt: (s, x, y) => tissue.materialAt(s, x, y),
  referenceMaterialAt: (s, x, y) => tissue.referenceMaterialAt(s, x, y),
  trace: ({ pose, basis, plan, trace }, metalMm) => traceTissue(tissue, pose, basis, plan, metalMm, trace),
  fillBrick: tissueFill(tissue, media),
});
