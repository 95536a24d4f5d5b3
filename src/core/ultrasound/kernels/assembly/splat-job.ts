/** @file What a splat reads and writes; written by ../simd-splat.ts in this order. */

/** Arrays and columns as in ../../speckle/splat.ts, numbers as in ../../speckle/splat-scalars.ts. */
@unmanaged
export class SplatJob {
  s!: f32;
  x!: f32;
  y!: f32;
  ux!: f32;
  uy!: f32;
  us!: f32;
  vx!: f32;
  vy!: f32;
  vs!: f32;
  nx!: f32;
  ny!: f32;
  ns!: f32;
  start!: f32;
  perMm!: f32;
  perRad!: f32;
  advance!: f32;
  tracePerColumn!: f32;
  tracePerSample!: f32;
  innerSq!: f32;
  endSq!: f32;
  phaseScale!: f32;
  /** Level of media along its layers, and what it gains across them. */
  along!: f32;
  across!: f32;
  /** Coefficients of atan(t) / t in t^2. */
  c0!: f32;
  c1!: f32;
  c2!: f32;
  c3!: f32;
  c4!: f32;
  c5!: f32;
  columns!: i32;
  samples!: i32;
  elevationSteps!: i32;
  traceLines!: i32;
  /** 1 when levels come from labels. */
  labelled!: i32;
  bricks!: u32;
  /** PHASE of ../../waves.ts; its steps less one. */
  phase!: usize;
  phaseMask!: i32;
  /** For each set of lanes, as a number of four bits, the bytes that bring them to the front. */
  patterns!: usize;
  /** The scatterers in hand, see splat-queue.ts. */
  queue!: usize;
  depths!: usize;
  elevation!: usize;
  transmission!: usize;
  lateMm!: usize;
  labels!: usize;
  levels!: usize;
  slices!: usize;
  work!: usize;
  arena!: usize;
  out!: usize;
}
