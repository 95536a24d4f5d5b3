/** @file How a tissue lies in memory: one header of numbers and addresses, written by ../tissue-image.ts in this order. */

/** mm and rad; addresses point to the arrays of core/anatomy/tissue-tables.ts. */
@unmanaged
export class Tissue {
  wallStart!: f64;
  wallStep!: f64;
  /** 1 / wallStep */
  wallPerMm!: f64;
  /** Columns of the wall's maps per radian. */
  perRadian!: f64;
  compositionStart!: f64;
  compositionStep!: f64;
  radialStep!: f64;
  /** Columns of the composition per column of the wall. */
  columnsPerAngle!: f64;
  across!: f64;
  along!: f64;
  shear!: f64;
  sheath!: f64;
  sheathSwell!: f64;
  strand!: f64;
  dense!: f64;
  fineShare!: f64;
  septum!: f64;
  lobule!: f64;
  fascicle!: f64;
  veinWall!: f64;
  branchSlant!: f64;
  branchStretch!: f64;
  /** What a plate of calcium loses of its thickness at its rim, and a torn pocket at its torn end; shares. */
  rimLoss!: f64;
  tornLoss!: f64;
  /** Last step of the wall's grid. */
  lastStep!: f64;
  /** The openings were ever opened between these, in steps of the wall's grid. */
  planeAfter!: f64;
  planeBefore!: f64;
  trackAfter!: f64;
  trackBefore!: f64;
  stations!: i32;
  angles!: i32;
  compositionStations!: i32;
  compositionAngles!: i32;
  radii!: i32;
  side!: i32;
  slices!: i32;
  pocketCount!: i32;
  veinCount!: i32;
  wall!: usize;
  composition!: usize;
  tile!: usize;
  plates!: usize;
  plateFirst!: usize;
  plateList!: usize;
  pockets!: usize;
  veins!: usize;
  veinSamples!: usize;
  branches!: usize;
  branchOf!: usize;
  /** Holes by index: rows of x, y, radius. */
  plane!: usize;
  track!: usize;
  /** By step of the wall's grid, ../tissue-bounds.ts: square of the radius that no adventitia reaches; its least and
   *  greatest radius; circles (x, y, square of the radius) that hold the veins. */
  outerSq!: usize;
  edges!: usize;
  veinBounds!: usize;
}
