/** @file The plain path: TypeScript on ordinary arrays, for engines without vector instructions, and as the fast
 *  path's reference. */

import { splatPlain } from '../speckle/splat.ts';
import { checkBeam, checkReceive, checkSplat } from './check.ts';
import { createPlainBeam } from './plain-beam.ts';
import { plainReceive } from './plain-receive.ts';
import { plainForTissue } from './plain-tissue.ts';
import type { Kernels } from './types.ts';

export const createPlainKernels = (): Kernels => {
  const beam = createPlainBeam();
  return {
    path: 'plain',
    float64: (length) => new Float64Array(length),
    float32: (length) => new Float32Array(length),
    int32: (length) => new Int32Array(length),
    uint16: (length) => new Uint16Array(length),
    uint8: (length) => new Uint8Array(length),
    // the engine collects what is no longer used
    mark: () => 0,
    release: () => {},
    forTissue: plainForTissue,
    beam: (grid, spectra, columns, blocks) => {
      checkBeam(grid, spectra, columns, blocks);
      beam(grid, spectra, columns, blocks);
    },
    splat: (tables, pose, arena, bricks, out) => {
      checkSplat(tables, pose, arena, bricks, out);
      return splatPlain(tables, pose, arena, bricks, out);
    },
    receive: (job) => {
      checkReceive(job);
      plainReceive(job);
    },
  };
};
