/** @file The fast path: WebAssembly, four ranges to an instruction. */

import { checkBeam, checkReceive, checkSplat } from './check.ts';
import type { KernelExports } from './exports.ts';
import { createMemory } from './memory.ts';
import { createSimdBeam } from './simd-beam.ts';
import { createSimdReceive } from './simd-receive.ts';
import { createSimdSplat } from './simd-splat.ts';
import { simdForTissue } from './simd-tissue.ts';
import type { Kernels } from './types.ts';

/** @param bytes of the compiled module. Throws where WebAssembly is forbidden or cannot do this. */
export const createSimdKernels = (bytes: Uint8Array): Kernels => {
  const memory = createMemory();
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    env: { memory: memory.memory },
  });
  // the compiler checked the sources, and exports.ts repeats what they declare
  const kernels = instance.exports as KernelExports;
  const beam = createSimdBeam(memory, kernels);
  const receive = createSimdReceive(memory, kernels);
  const splat = createSimdSplat(memory, kernels);
  memory.keep();
  const { float64, float32, int32, uint16, uint8, mark, release, addressOf } = memory;
  return {
    path: 'simd',
    float64,
    float32,
    int32,
    uint16,
    uint8,
    mark,
    release,
    forTissue: (tissue, media) => simdForTissue(tissue, memory, kernels, media),
    beam: (grid, spectra, columns, blocks) => {
      checkBeam(grid, spectra, columns, blocks);
      beam(addressOf(grid), addressOf(spectra), columns, blocks);
    },
    splat: (tables, pose, arena, bricks, out) => {
      checkSplat(tables, pose, arena, bricks, out);
      return splat(tables, pose, arena, bricks, out);
    },
    receive: (job) => {
      checkReceive(job);
      receive(job);
    },
  };
};
