/** @file The memory of the fast path: a fixed piece, handed out from its start on and given back from its end. */
import type { Kernels } from './types.ts';

/** 96 MiB in pages of 64 KiB; the build compiles the module for the same number (.ci/assembly.mjs). It never grows,
 *  because arrays in it would come loose; what is not used costs address space only. */
export const PAGES = 1536;

export interface KernelMemory
  extends Pick<Kernels, 'float64' | 'float32' | 'int32' | 'uint16' | 'uint8' | 'mark' | 'release'> {
  readonly memory: WebAssembly.Memory;
  /** What was allocated so far stays for good. */
  keep(): void;
  /** Byte address of an array in this memory. RangeError if it lies elsewhere. */
  addressOf(array: { readonly buffer: ArrayBufferLike; readonly byteOffset: number }): number;
}

/** One vector instruction's bytes. */
const ALIGNMENT = 16;

export const createMemory = (): KernelMemory => {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
  const { buffer } = memory;
  // no array lies at address 0
  let kept = ALIGNMENT;
  let top = kept;
  let used = kept;

  const take = (length: number, size: number): number => {
    const bytes = length * size;
    if (!Number.isInteger(length) || length < 0 || top + bytes > buffer.byteLength) {
      throw new RangeError(`no room for ${bytes} bytes: ${top} of ${buffer.byteLength} are taken`);
    }
    const at = top;
    top = Math.ceil((at + bytes) / ALIGNMENT) * ALIGNMENT;
    // whoever had it before has left his numbers; beyond the highest place ever used all is zero
    if (at < used) new Uint8Array(buffer, at, Math.min(bytes, used - at)).fill(0);
    used = Math.max(used, top);
    return at;
  };

  return {
    memory,
    float64: (length) => new Float64Array(buffer, take(length, 8), length),
    float32: (length) => new Float32Array(buffer, take(length, 4), length),
    int32: (length) => new Int32Array(buffer, take(length, 4), length),
    uint16: (length) => new Uint16Array(buffer, take(length, 2), length),
    uint8: (length) => new Uint8Array(buffer, take(length, 1), length),
    mark: () => top,
    release: (mark) => {
      if (!(mark >= kept && mark <= top)) throw new RangeError(`${mark} is no mark of this memory`);
      top = mark;
    },
    keep: () => {
      kept = top;
    },
    addressOf: (array) => {
      if (array.buffer !== buffer) throw new RangeError('the array lies outside the memory of these kernels');
      return array.byteOffset;
    },
  };
};
