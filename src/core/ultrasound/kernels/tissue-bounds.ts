/** @file Bounds that spare the compiled look-ups most of their work. They are safe: no point is judged differently by them. */
import { type TissueTables, VEIN } from '../../anatomy/tissue-tables.ts';

/** More than any rounding, mm. */
const SLACK_MM = 1e-6;

/** For each step of the wall's grid the least and the greatest radius of the adventitia. */
export const adventitiaBounds = ({ wallGrid, wall }: TissueTables): Float64Array => {
  const { stations, angles } = wallGrid;
  const out = new Float64Array(2 * stations);
  for (let i = 0; i < stations; i++) {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    const end = Math.min(stations, i + 2) * angles;
    for (let cell = i * angles; cell < end; cell++) {
      least = Math.min(least, wall[4 * cell + 3]!);
      most = Math.max(most, wall[4 * cell + 3]!);
    }
    out[2 * i] = least - SLACK_MM;
    out[2 * i + 1] = most + SLACK_MM;
  }
  return out;
};

/** For each step of the wall's grid the square of a radius that no adventitia reaches. */
export const outerSquares = (bounds: Float64Array): Float64Array =>
  Float64Array.from({ length: bounds.length / 2 }, (_, i) => bounds[2 * i + 1]! ** 2);

/** For each step of the wall's grid and each vein a circle that holds it: x, y, square of the radius. */
export const veinBounds = ({ wallGrid, veins, veinSamples }: TissueTables): Float64Array => {
  const { startMm, stepMm, stations } = wallGrid;
  const count = veins.length / VEIN.columns;
  const out = new Float64Array(3 * count * stations);
  for (let i = 0; i < stations; i++) {
    for (let v = 0; v < count; v++) {
      const row = v * VEIN.columns;
      const last = veins[row + VEIN.count]! - 1;
      const at = (s: number): number =>
        Math.max(0, Math.min(last, (s - veins[row + VEIN.startMm]!) / veins[row + VEIN.stepMm]!));
      // the vein is straight between its samples; the grid's ends stand for all that lies beyond
      const from = i === 0 ? 0 : at(startMm + i * stepMm - SLACK_MM);
      const to = i >= stations - 2 ? last : at(startMm + (i + 1) * stepMm + SLACK_MM);
      const corners = [from, to];
      for (let k = Math.ceil(from); k <= to; k++) corners.push(k);
      const points = corners.map((f) => sampleAt(veinSamples, veins[row + VEIN.first]!, last, f));
      const [a, b] = [points[0]!, points[1]!];
      const x = (a.x + b.x) / 2;
      const y = (a.y + b.y) / 2;
      const reach = points.reduce((most, p) => Math.max(most, Math.hypot(p.x - x, p.y - y) + p.radiusMm), 0);
      out.set([x, y, (reach + SLACK_MM) ** 2], 3 * (i * count + v));
    }
  }
  return out;
};

const sampleAt = (samples: Float32Array, first: number, last: number, f: number) => {
  const i = Math.max(0, Math.min(last - 1, Math.floor(f)));
  const [x, y, radiusMm] = [0, 1, 2].map((column) => {
    const from = samples[3 * (first + i) + column]!;
    return from + (samples[3 * (first + i + 1) + column]! - from) * (f - i);
  }) as [number, number, number];
  return { x, y, radiusMm };
};
