/**
 * @file The longitudinal cut (L-mode) through a pullback, assembled column by column as frames arrive.
 *
 * A column is one station of the transducer. It holds the levels along the cut: `rows` values from +depth (towards
 * the cut's clock position) through the catheter axis to -depth (the opposite side). 0 means no data.
 */
import { TAU } from '../math/trig.ts';
import { psiOfClock, wrapTurn } from './clock.ts';
import type { PolarImage } from './polar-image.ts';

/** A frame at its place along the pullback. */
export interface PlacedImage {
  /** mm pulled back from home. */
  readonly pulledBackMm: number;
  readonly frame: PolarImage;
}

/** What is being assembled; the same values must be kept for every column. */
export interface LongitudinalCut {
  /** mm between columns. */
  readonly stepMm: number;
  /** Place of column 0, mm pulled back. */
  readonly firstMm: number;
  /** Hours, 0 .. 12, unmirrored image. */
  readonly clock: number;
  /** Range shown on either side of the catheter axis, mm. */
  readonly depthMm: number;
  readonly rows: number;
}

export interface LongitudinalImage {
  readonly cut: LongitudinalCut;
  /** Column-major, `columns * cut.rows` values in use; the array may be longer. */
  readonly data: Uint16Array;
  readonly columns: number;
  /** Counts the images taken from one assembler. */
  readonly revision: number;
  /** First column that differs from the image of the previous revision. */
  readonly changedFrom: number;
}

/** Column of a place along the pullback (it may lie before 0 or beyond the last column). */
export const columnOf = (cut: Pick<LongitudinalCut, 'firstMm' | 'stepMm'>, pulledBackMm: number): number =>
  Math.round((pulledBackMm - cut.firstMm) / cut.stepMm);

/** Distance of a row's centre from the catheter axis, mm; positive towards the cut's clock position. */
export const rowOffsetMm = (cut: Pick<LongitudinalCut, 'depthMm' | 'rows'>, row: number): number =>
  cut.depthMm * (1 - (2 * (row + 0.5)) / cut.rows);

/** Writes the column of one frame at `offset` of `out`. A level of 0 is stored as 1, because 0 says "no data". */
export const fillColumn = (
  image: PolarImage,
  cut: LongitudinalCut,
  out: Uint16Array,
  offset: number,
): void => {
  const half = Math.ceil(cut.rows / 2);
  fillRows(image, psiOfClock(cut.clock), cut, 0, half, out, offset);
  fillRows(image, psiOfClock(cut.clock + 6), cut, half, cut.rows, out, offset);
};

/** `levelAt` for many ranges along one psi: the two lines and their weights are found once. */
const fillRows = (
  { data, lines, samples, startMm, mmPerSample }: PolarImage,
  psi: number,
  cut: LongitudinalCut,
  fromRow: number,
  toRow: number,
  out: Uint16Array,
  offset: number,
): void => {
  const u = (wrapTurn(psi) * lines) / TAU;
  const lower = Math.floor(u);
  const fu = u - lower;
  const lineA = (lower % lines) * samples;
  const lineB = ((lower + 1) % lines) * samples;
  for (let row = fromRow; row < toRow; row++) {
    const v = (Math.abs(rowOffsetMm(cut, row)) - startMm) / mmPerSample;
    let level = 0;
    if (v >= 0 && v <= samples - 1) {
      const i = Math.min(samples - 2, Math.floor(v));
      const fv = v - i;
      const onA = data[lineA + i]! * (1 - fv) + data[lineA + i + 1]! * fv;
      const onB = data[lineB + i]! * (1 - fv) + data[lineB + i + 1]! * fv;
      level = Math.round(onA * (1 - fu) + onB * fu);
    }
    out[offset + row] = Math.max(1, level);
  }
};

/** Assembles a growing pullback: `add` costs one column, whatever has been recorded before. */
export class LongitudinalAssembler {
  readonly cut: LongitudinalCut;
  private store: Uint16Array;
  private used = 0;
  private revision = 0;
  private changedFrom = 0;

  constructor(cut: LongitudinalCut, expectedColumns = 64) {
    this.cut = cut;
    this.store = new Uint16Array(Math.max(1, expectedColumns) * cut.rows);
  }

  /** The cut as it is now. Images share their array: keep the newest only. */
  takeImage(): LongitudinalImage {
    const { cut, store: data, used: columns, changedFrom } = this;
    this.revision++;
    this.changedFrom = columns;
    return { cut, data, columns, revision: this.revision, changedFrom };
  }

  /** Number of columns that fit without the array being replaced. */
  get capacity(): number {
    return this.store.length / this.cut.rows;
  }

  /** Adds one frame and returns its column, or -1 when it lies before the first column. A frame that falls on a
   *  filled column replaces it. */
  add(placed: PlacedImage): number {
    const column = columnOf(this.cut, placed.pulledBackMm);
    if (column < 0) return -1;
    this.reserve(column + 1);
    fillColumn(placed.frame, this.cut, this.store, column * this.cut.rows);
    this.used = Math.max(this.used, column + 1);
    this.changedFrom = Math.min(this.changedFrom, Math.max(0, column - 1));
    this.bridge(column - 1);
    this.bridge(column + 1);
    return column;
  }

  /** The recorder's spacing wavers by a fraction of a step, so rounding may skip a column between two frames: that
   *  one becomes their mean. Wider gaps stay empty. */
  private bridge(column: number): void {
    const { rows } = this.cut;
    const at = column * rows;
    if (column < 1 || column + 1 >= this.used || this.store[at] !== 0) return;
    if (this.store[at - rows] === 0 || this.store[at + rows] === 0) return;
    for (let i = at; i < at + rows; i++) {
      this.store[i] = Math.round((this.store[i - rows]! + this.store[i + rows]!) / 2);
    }
  }

  private reserve(columns: number): void {
    if (columns <= this.capacity) return;
    const larger = new Uint16Array(Math.max(columns, 2 * this.capacity) * this.cut.rows);
    larger.set(this.store.subarray(0, this.used * this.cut.rows));
    this.store = larger;
  }
}

/**
 * Level at a place of the assembled cut: linear along the column, and between columns that both hold data.
 * Null where nothing was recorded. `alongMm` is positive towards the cut's clock position.
 */
export const longitudinalLevelAt = (
  image: LongitudinalImage,
  pulledBackMm: number,
  alongMm: number,
): number | null => {
  const { cut, data, columns } = image;
  if (Math.abs(alongMm) > cut.depthMm) return null;
  const row = Math.min(cut.rows - 1, Math.max(0, ((1 - alongMm / cut.depthMm) * cut.rows) / 2 - 0.5));
  const upper = Math.min(cut.rows - 2, Math.floor(row));
  const u = (pulledBackMm - cut.firstMm) / cut.stepMm;
  const left = Math.floor(u);
  const at = (column: number): number => {
    if (column < 0 || column >= columns) return 0;
    const i = column * cut.rows + upper;
    return data[i] === 0 ? 0 : data[i]! + (data[i + 1]! - data[i]!) * (row - upper);
  };
  const a = at(left);
  const b = at(left + 1);
  if (a > 0 && b > 0) return a + (b - a) * (u - left);
  const nearest = u - left < 0.5 ? a : b;
  return nearest > 0 ? nearest : null;
};
