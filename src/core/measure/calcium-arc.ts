/**
 * @file The arc of calcium as it is read off an image: directions in which a bright edge has darkness behind it.
 *
 * A direction counts when its brightest echo stands at least `thresholdDb` above the level behind it. Tissue has 10 to
 * 20 dB there (the highest grains of speckle against their median), a plate 30 and more. The gain of the picture does not
 * matter. Plaque that casts a shadow without a bright edge is taken for calcium too.
 */
import { DEG, TAU } from '../math/trig.ts';
import { wrapTurn } from './clock.ts';
import type { DbScale, PolarImage } from './polar-image.ts';

/** Half way between tissue and plate, so that a beam's width of blur moves the ends of the arc out as much as in. ASSUMED. */
export const ARC_THRESHOLD_DB = 24;

/** Directions from `from` over `widthRad` clockwise on the unmirrored screen, image angles, rad. */
export interface Sector {
  readonly fromRad: number;
  readonly widthRad: number;
}

export interface ArcSearch {
  /** Edges are looked for between these ranges, mm: outside the catheter's own echoes, inside the wall. */
  readonly innerMm: number;
  readonly outerMm: number;
  /** Directions that tell nothing: a wire and its shadow. */
  readonly ignored?: readonly Sector[];
  readonly thresholdDb?: number;
}

/** Darkness is judged this far behind the edge, mm: behind a sheet that one can see through, before the next organ. ASSUMED. */
const BEHIND_FROM_MM = 0.3;
const BEHIND_TO_MM = 0.9;
/** Directions to either side that are taken together, rad: about one grain of speckle. */
const POOL_RAD = 2.5 * DEG;
/** Shorter runs are speckle, shorter gaps belong to the plate. ASSUMED. */
const LEAST_RUN_RAD = 12 * DEG;
const LEAST_GAP_RAD = 8 * DEG;

const FULL_TURN: Sector = { fromRad: 0, widthRad: TAU };

/** The longest arc of calcium; null where there is none. A short gap does not end it, nor does an ignored sector. */
export const measureCalciumArc = (image: PolarImage, scale: DbScale, search: ArcSearch): Sector | null => {
  const contrast = edgeContrast(image, scale, search);
  const { lines } = image;
  const lineRad = TAU / lines;
  const least = search.thresholdDb ?? ARC_THRESHOLD_DB;
  const marked = Uint8Array.from(contrast, (db) => (db >= least ? 1 : 0));
  bridgeIgnored(marked, search.ignored ?? []);
  flipShortRuns(marked, 0, LEAST_GAP_RAD / lineRad);
  flipShortRuns(marked, 1, LEAST_RUN_RAD / lineRad);
  const arc = longestRun(marked, 1);
  if (arc === null) return null;
  if (arc.length === lines) return FULL_TURN;
  // half a line to either side belongs to each line
  return { fromRad: wrapTurn((arc.first - 0.5) * lineRad), widthRad: arc.length * lineRad };
};

/** For each line, dB between its brightest echo and the median level behind that. */
export const edgeContrast = (image: PolarImage, scale: DbScale, search: ArcSearch): Float32Array => {
  const { lines, samples, startMm, mmPerSample, data } = image;
  const first = clampSample(image, (search.innerMm - startMm) / mmPerSample);
  const last = clampSample(image, (search.outerMm - startMm) / mmPerSample);
  const from = Math.round(BEHIND_FROM_MM / mmPerSample);
  const to = Math.round(BEHIND_TO_MM / mmPerSample);
  const peakAt = new Int32Array(lines);
  const power = new Float64Array(lines);
  for (let line = 0; line < lines; line++) {
    const row = line * samples;
    let at = first;
    for (let k = first; k <= last; k++) if (data[row + k]! > data[row + at]!) at = k;
    peakAt[line] = at;
    power[line] = 10 ** ((scale.floorDb + data[row + at]! * scale.stepDb) / 10);
  }
  const pool = Math.max(0, Math.round((POOL_RAD * lines) / TAU));
  const behind = new Uint16Array((2 * pool + 1) * (to - from + 1));
  return Float32Array.from({ length: lines }, (_, line) => {
    let sum = 0;
    let count = 0;
    for (let j = -pool; j <= pool; j++) {
      const there = (line + j + lines) % lines;
      sum += power[there]!;
      // the edge of a plate runs smoothly: its neighbours' brightest grain may lie elsewhere
      const edge = peakAt[line]!;
      for (let k = edge + from; k <= edge + to && k < samples; k += 2) {
        behind[count++] = data[there * samples + k]!;
      }
    }
    const edgeDb = 10 * Math.log10(sum / (2 * pool + 1));
    return count === 0 ? 0 : edgeDb - (scale.floorDb + median(behind.subarray(0, count)) * scale.stepDb);
  });
};

const clampSample = ({ samples }: PolarImage, at: number): number =>
  Math.min(samples - 1, Math.max(0, Math.round(at)));

/** Sorts `values`. */
export const median = (values: Uint16Array): number => {
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
};

/** Lines in an ignored sector count as calcium where both its neighbours are. */
const bridgeIgnored = (marked: Uint8Array, sectors: readonly Sector[]): void => {
  const lines = marked.length;
  for (const { fromRad, widthRad } of sectors) {
    const first = Math.floor((wrapTurn(fromRad) * lines) / TAU);
    const count = Math.min(lines - 2, Math.ceil((widthRad * lines) / TAU) + 1);
    const before = marked[(first - 1 + lines) % lines]!;
    const after = marked[(first + count) % lines]!;
    for (let k = 0; k < count; k++) marked[(first + k) % lines] = before & after;
  }
};

interface Run {
  readonly first: number;
  readonly length: number;
}

/** Runs of `value` around the turn, each once; one of full length if there is nothing else. */
const runsOf = (marked: Uint8Array, value: number): Run[] => {
  const lines = marked.length;
  const edge = marked.findIndex((m, line) => m !== marked[(line + lines - 1) % lines]);
  if (edge < 0) return marked[0] === value ? [{ first: 0, length: lines }] : [];
  const runs: Run[] = [];
  for (let k = 0; k < lines; ) {
    const first = (edge + k) % lines;
    let length = 1;
    while (k + length < lines && marked[(first + length) % lines] === marked[first]) length++;
    if (marked[first] === value) runs.push({ first, length });
    k += length;
  }
  return runs;
};

const flipShortRuns = (marked: Uint8Array, value: 0 | 1, least: number): void => {
  for (const { first, length } of runsOf(marked, value)) {
    if (length >= least) continue;
    for (let k = 0; k < length; k++) marked[(first + k) % marked.length] = 1 - value;
  }
};

const longestRun = (marked: Uint8Array, value: number): Run | null =>
  runsOf(marked, value).reduce<Run | null>(
    (best, run) => (best === null || run.length > best.length ? run : best),
    null,
  );
