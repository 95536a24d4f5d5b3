/** @file The plan of a Fourier transform across columns: its radices, twiddle factors and the order of its bins. */

export interface Stage {
  readonly radix: number;
  /** Columns of each of the `radix` smaller problems that the stage leaves. */
  readonly span: number;
  /** exp(-j 2 pi i k / (radix span)) for i < span and, within, 1 <= k < radix; real and imaginary parts alternating. */
  readonly twiddles: Float32Array;
}

export interface Transform {
  readonly columns: number;
  /** Forward, first stage first; the inverse goes backwards through them. */
  readonly stages: readonly Stage[];
  /** The bin that lies at each place after the forward stages. */
  readonly bins: Int32Array;
}

export const MIN_COLUMNS = 64;
export const MAX_COLUMNS = 1024;

const RADICES = [5, 3, 4, 2];

/** Radices whose product is `columns`; undefined if it has other prime factors than 2, 3 and 5. */
const radicesOf = (columns: number): readonly number[] | undefined => {
  const radices: number[] = [];
  let rest = columns;
  for (const radix of RADICES) {
    for (; rest % radix === 0; rest /= radix) radices.push(radix);
  }
  return rest === 1 ? radices : undefined;
};

/** The smallest number of columns that the beam can transform and that is not below `lines`. */
export const beamColumns = (lines: number): number => {
  for (let columns = MIN_COLUMNS; columns <= MAX_COLUMNS; columns++) {
    if (columns >= lines && radicesOf(columns)) return columns;
  }
  throw new RangeError(`${lines} lines are more than the ${MAX_COLUMNS} that the beam can transform`);
};

export const planTransform = (columns: number): Transform => {
  const radices = radicesOf(columns);
  if (!radices || columns < MIN_COLUMNS || columns > MAX_COLUMNS) {
    throw new RangeError(`no transform of ${columns} columns; see beamColumns`);
  }
  const stages: Stage[] = [];
  let span = columns;
  for (const radix of radices) {
    span /= radix;
    stages.push({ radix, span, twiddles: twiddles(radix, span) });
  }
  return { columns, stages, bins: Int32Array.from({ length: columns }, (_, place) => binAt(place, stages)) };
};

const twiddles = (radix: number, span: number): Float32Array => {
  const out = new Float32Array(2 * span * (radix - 1));
  let at = 0;
  for (let i = 0; i < span; i++) {
    for (let k = 1; k < radix; k++) {
      const turn = (-2 * Math.PI * i * k) / (radix * span);
      out[at++] = Math.cos(turn);
      out[at++] = Math.sin(turn);
    }
  }
  return out;
};

/** A stage puts bins k, k + radix, k + 2 radix ... into its k-th smaller problem. */
const binAt = (place: number, stages: readonly Stage[]): number => {
  let bin = 0;
  let step = 1;
  let rest = place;
  for (const { radix, span } of stages) {
    bin += step * Math.floor(rest / span);
    rest %= span;
    step *= radix;
  }
  return bin;
};
