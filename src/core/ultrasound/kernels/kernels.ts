/** @file The kernels of frame synthesis, by the fastest path that the engine has. */
import { decodeBase64 } from '../../math/base64.ts';
import { base64 } from './assembly/kernels.ts?wasm';
import { createPlainKernels } from './plain.ts';
import { createSimdKernels } from './simd.ts';
import type { Kernels } from './types.ts';

export { beamColumns } from './transform.ts';
export type { KernelPath, Kernels, ReceiveJob } from './types.ts';

/** @param path leave out for the fast path where it runs, and the plain one elsewhere. */
export const createKernels = (path?: Kernels['path']): Kernels => {
  if (path === 'plain') return createPlainKernels();
  const bytes = decodeBase64(base64);
  if (path === 'simd') return createSimdKernels(bytes);
  if (!WebAssembly.validate(bytes)) return createPlainKernels();
  try {
    return createSimdKernels(bytes);
  } catch {
    // a page's security policy may forbid what the engine could do, and its memory may be short
    return createPlainKernels();
  }
};
