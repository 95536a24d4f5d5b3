/** @file Headers: the structs that the compiled module reads, in the order of the classes that assembly/ declares. */
import type { KernelMemory } from './memory.ts';

/** Numbers of 8 bytes come first, then those of 4: addresses and counts. */
export interface Header {
  readonly address: number;
  readonly doubles: Float64Array;
  readonly words: Int32Array;
}

export const createHeader = (
  memory: KernelMemory,
  doubles: readonly number[],
  words: readonly number[],
): Header => {
  const room = memory.float64(doubles.length + Math.ceil(words.length / 2));
  const header = {
    address: room.byteOffset,
    doubles: room.subarray(0, doubles.length),
    words: new Int32Array(room.buffer, room.byteOffset + 8 * doubles.length, words.length),
  };
  header.doubles.set(doubles);
  header.words.set(words);
  return header;
};
