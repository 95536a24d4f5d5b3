/** @file Test 24: with the same scatterers, the image agrees with an independent simulation of the field. */
import { createStream } from '../../../math/rng.ts';
import { renderPhantom } from '../../phantom.ts';
import { createFieldSimulator, type DepthGrid } from '../field-simulator.ts';
import { bare, type Lab } from '../lab.ts';
import { PEER_AGREEMENT } from '../peer-tables.ts';
import { createPointBench, filtered, type Point } from '../point-bench.ts';
import { atLeast, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { complexCorrelation } from '../speckle-correlation.ts';

const POINTS = 12_000;
/** Where they lie, mm from the axis; half of the slab, mm. */
const RING_MM = [1.8, 4.1] as const;
const SLAB_MM = 0.15;
/** Lines far enough apart to share no points, and how far to the side a point still counts, rad. */
const LINES = 40;
const SIDE_RAD = 0.25;
/** The phase of a lone point drifts slowly with depth, which no envelope shows: read off lone points so far apart, mm. */
const DRIFT_MM = 0.1;

/** Angle from one direction to another, -pi .. pi. */
const between = (a: number, b: number): number => Math.atan2(Math.sin(a - b), Math.cos(a - b));

const scatter = (): Point[] => {
  const stream = createStream(24, 'points');
  return Array.from({ length: POINTS }, () => {
    const r = Math.sqrt(stream.range(RING_MM[0] ** 2, RING_MM[1] ** 2));
    const angle = stream.range(0, 2 * Math.PI);
    return {
      x: r * Math.cos(angle),
      y: r * Math.sin(angle),
      along: stream.range(-SLAB_MM, SLAB_MM),
      amplitude: stream.next(),
    };
  });
};

export const fieldSimulatorRow = (lab: Lab): ValidationRow => {
  const settings = bare({ startMm: RING_MM[0], samples: 228 });
  const { probe, startMm, mmPerSample, samples, lines } = settings;
  const grid: DepthGrid = { startMm: startMm - probe.orbitMm, mmPerSample, samples };
  const sim = createFieldSimulator(probe);
  const bench = createPointBench(settings, lab.path, POINTS);
  const drift = driftOf(grid, (depth) => {
    const lone = { x: depth + probe.orbitMm, y: 0, along: 0, amplitude: 1 };
    return [bench.lines([lone], 1)[0]!, sim.line(grid, 0, [lone.x, 0, 0, 1])];
  });
  const points = scatter();
  bench.lines(points, 1);
  const heard: Record<'picture' | 'phantom' | 'exact', Float64Array[]> = {
    picture: [],
    phantom: [],
    exact: [],
  };
  for (let i = 0; i < LINES; i++) {
    const column = Math.round((i * lines) / LINES);
    const angle = (2 * Math.PI * column) / lines;
    const near = points.filter(({ x, y }) => Math.abs(between(Math.atan2(y, x), angle)) < SIDE_RAD);
    heard.exact.push(
      sim.line(
        grid,
        angle,
        near.flatMap(({ x, y, along, amplitude }) => [x, y, along, amplitude]),
      ),
    );
    heard.picture.push(turned(filtered(bench.bench, column), drift));
    const { data } = renderPhantom({
      probe,
      speedMmPerUs: 1.54,
      attenuationDbPerCmMHz: 0,
      lines: { startRad: between(angle, 0), stepRad: 0, count: 1 },
      rangeMm: [grid.startMm, grid.startMm + (samples - 1) * mmPerSample],
      sampleMm: mmPerSample,
      scatterers: near.map(({ x, y, along, amplitude }) => [x, y, along, amplitude]),
    });
    heard.phantom.push(Float64Array.from(data));
  }
  const part = (which: keyof typeof heard, fromMm: number, toMm: number): number[] => {
    const first = Math.round((fromMm - grid.startMm) / mmPerSample);
    const last = Math.round((toMm - grid.startMm) / mmPerSample);
    return heard[which].flatMap((line) => [...line.subarray(2 * first, 2 * last)]);
  };
  const checks = PEER_AGREEMENT.flatMap(({ fromMm, toMm, complex }): Check[] =>
    (['picture', 'phantom'] as const).map((which) =>
      checkOf({
        what: 'complexCorrelation',
        at: { frequencyMHz: probe.frequencyMHz, fromMm, toMm, which },
        measured: complexCorrelation(part(which, fromMm, toMm), part('exact', fromMm, toMm)).magnitude,
        reference: 1,
        tolerance: atLeast(complex),
        unit: '1',
        source: 'simulator',
      }),
    ),
  );
  return rowOf('fieldSimulator', checks);
};

/** Phase by sample from the first line of a lone point to the second, rad; `look` hears both at a depth. */
const driftOf = (
  grid: DepthGrid,
  look: (depthMm: number) => readonly [Float64Array, Float64Array],
): Float64Array => {
  const endMm = grid.startMm + grid.samples * grid.mmPerSample;
  const phases: number[] = [];
  for (let depth = grid.startMm + DRIFT_MM; depth < endMm - DRIFT_MM; depth += DRIFT_MM) {
    const [ours, exact] = look(depth);
    const { re, im } = complexCorrelation(exact, ours);
    const raw = Math.atan2(im, re);
    const before = phases.at(-1) ?? raw;
    phases.push(raw + 2 * Math.PI * Math.round((before - raw) / (2 * Math.PI)));
  }
  return Float64Array.from({ length: grid.samples }, (_, k) => {
    const f = Math.max(0, Math.min(phases.length - 1.001, (k * grid.mmPerSample) / DRIFT_MM - 1));
    const i = Math.floor(f);
    return phases[i]! + (phases[i + 1]! - phases[i]!) * (f - i);
  });
};

const turned = (line: Float64Array, phase: Float64Array): Float64Array => {
  const out = new Float64Array(line.length);
  phase.forEach((turn, k) => {
    const c = Math.cos(turn);
    const s = Math.sin(turn);
    out[2 * k] = line[2 * k]! * c - line[2 * k + 1]! * s;
    out[2 * k + 1] = line[2 * k]! * s + line[2 * k + 1]! * c;
  });
  return out;
};
