/** @file The fast path of all that looks into a tissue: by its tables, where it has any. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { MEDIA, type Media } from '../media.ts';
import type { KernelExports } from './exports.ts';
import type { KernelMemory } from './memory.ts';
import { plainForTissue } from './plain-tissue.ts';
import { createSimdFill } from './simd-fill.ts';
import { createSimdTrace } from './simd-trace.ts';
import { createTissueImage } from './tissue-image.ts';
import type { TissueKernels } from './types.ts';

export const simdForTissue = (
  tissue: Tissue,
  memory: KernelMemory,
  kernels: KernelExports,
  media: Media = MEDIA,
): TissueKernels => {
  const { tables } = tissue;
  if (!tables) return plainForTissue(tissue, media);
  const image = createTissueImage(memory, tables);
  const walk = createSimdTrace(memory, kernels);
  let version = -1;
  /** The image as the tissue is now. */
  const current = (): number => {
    if (version !== tissue.version) image.refresh();
    version = tissue.version;
    return image.address;
  };
  return {
    materialAt: (s, x, y) => kernels.materialAt(current(), s, x, y),
    referenceMaterialAt: (s, x, y) => kernels.referenceMaterialAt(image.address, s, x, y),
    trace: (scene, metalMm) => walk(current(), scene, metalMm),
    fillBrick: createSimdFill(memory, kernels, image.address, tissue.anatomy.seed, media),
  };
};
