/** @file What the kernels take and give: the steps of a frame that take most of its time.
 *
 * They work on a complex picture of equally spaced directions (columns, a whole turn) and ranges, in blocks of four
 * ranges: the real part of range k of column c lies at ((k >> 2) columns + c) 8 + (k & 3), its imaginary part 4 further.
 */

import type { Tissue } from '../../anatomy/tissue.ts';
import type { Scene } from '../baseband.ts';
import type { Media } from '../media.ts';
import type { FillBrick } from '../speckle/fill-brick.ts';
import type { SplatPose, SplatTables } from '../speckle/splat.ts';

/** WebAssembly with four numbers to an instruction, or TypeScript. They agree to rounding, not to the bit. */
export type KernelPath = 'simd' | 'plain';

export interface Kernels {
  readonly path: KernelPath;

  /** Zeroed, valid until released. The other functions take arrays only from here. RangeError when memory is full. */
  float64(length: number): Float64Array;
  float32(length: number): Float32Array;
  int32(length: number): Int32Array;
  uint16(length: number): Uint16Array;
  uint8(length: number): Uint8Array;

  /** Where allocation stands, for `release`. */
  mark(): number;
  /** Gives back all that was allocated since the mark. */
  release(mark: number): void;

  /** The steps that look into a tissue. What they read of it is copied here, to stay until released. */
  forTissue(tissue: Tissue, media?: Media): TissueKernels;

  /**
   * Circular convolution of every range across its columns, in place.
   * @param spectra laid out like the grid, with the kernel's spectrum over bins 0 .. columns - 1 instead of columns:
   *   the grid's transform is multiplied by it and transformed back without a factor, so it contains 1 / columns
   * @param columns a product of 2, 3 and 5, 64 .. 1024; `beamColumns` finds one
   * @param blocks blocks of four ranges
   */
  beam(grid: Float32Array, spectra: Float32Array, columns: number, blocks: number): void;

  /** Adds scatterers to the grid; see speckle/splat.ts. Returns how many lay in the slab. The same on every path. */
  splat(tables: SplatTables, pose: SplatPose, arena: Float32Array, bricks: number, out: Float32Array): number;

  /** Lines of the grid through noise, filter, envelope and logarithm into 16-bit words. */
  receive(job: ReceiveJob): void;
}

export interface TissueKernels {
  /** As `Tissue` has them. */
  materialAt(s: number, x: number, y: number): number;
  referenceMaterialAt(s: number, x: number, y: number): number;
  /** Fills the scene's trace from the tissue as it is now; see scene/trace.ts. */
  trace(scene: Scene, metalMm: Float32Array): void;
  /** Fills a brick from the tissue as it was before devices opened it; see speckle/fill-brick.ts. */
  readonly fillBrick: FillBrick;
}

export interface ReceiveJob {
  readonly grid: Float32Array;
  readonly columns: number;
  /** 1 .. 1024. */
  readonly lines: number;
  /** 64 .. 2048. The grid's ranges beyond them are not looked at. */
  readonly samples: number;
  /** For each line its column, and the share of the column after that one, 0 .. 1. */
  readonly source: Int32Array;
  readonly weight: Float32Array;
  /** Root mean square of the noise in each of the real and imaginary parts, before the filter. 0 for none. */
  readonly noise: number;
  readonly frameSeed: number;
  /** Filter along range, the same to both sides: tap i (0 .. reach) of range k lies at i samples + k. */
  readonly taps: Float32Array;
  /** 0 .. 64 */
  readonly reach: number;
  /** Words added to 10 log10(power) / DB_STEP at each range, before the fraction is dropped. */
  readonly offset: Float32Array;
  /** The envelope is averaged over so many lines to each side, around the turn. 0 for none. */
  readonly smooth: number;
  /** Line-major. */
  readonly out: Uint16Array;
}

export const MAX_LINES = 1024;
export const MIN_SAMPLES = 64;
export const MAX_SAMPLES = 2048;
export const MAX_REACH = 64;
