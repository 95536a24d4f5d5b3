/** @file What the filling of bricks reads besides the tissue; written by ../simd-tissue.ts in this order. */

@unmanaged
export class FillJob {
  /** Length and width of a brick, and arc length per radian, mm. */
  lengthMm!: f64;
  widthMm!: f64;
  aroundMm!: f64;
  /** Where unused places lie, mm. */
  farAway!: f64;
  /** The cube root of a patch's power stays above this. */
  leastRoot!: f64;
  textureSeed!: u32;
  /** Rows of patches, VALUES and PERMUTED of ../../speckle/texture.ts; the number of kinds less one. */
  patches!: usize;
  values!: usize;
  permuted!: usize;
  mask!: u32;
}
