/** @file What a trace reads and writes; written by ../simd-tissue.ts in this order. */

/** Arrays and columns as in ../../scene/trace.ts, rays.ts and medium.ts. */
@unmanaged
export class TraceJob {
  startMm!: f64;
  stepMm!: f64;
  /** Where the walk begins: the window's surface. */
  windowMm!: f64;
  walkStepMm!: f64;
  /** Sound weaker than this is lost in noise whatever it meets. */
  inaudible!: f64;
  lines!: i32;
  samples!: i32;
  mostCrossings!: i32;
  /** How often a stride is cut in three to find a boundary. */
  cuts!: i32;
  cutsVague!: i32;
  materials!: i32;
  rays!: usize;
  media!: usize;
  passed!: usize;
  labels!: usize;
  transmission!: usize;
  lateMm!: usize;
  atMetal!: usize;
  lateAtMetal!: usize;
  firstOf!: usize;
  rangeMm!: usize;
  lateAt!: usize;
  from!: usize;
  to!: usize;
  arriving!: usize;
}
