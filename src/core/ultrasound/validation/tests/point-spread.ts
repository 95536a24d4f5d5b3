/** @file Test 1: length, width and slice of a lone point, six elements, seven depths. */
import type { Probe } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { PEER_DEPTHS_MM, PEER_WIDTHS, type PeerWidths } from '../peer-tables.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { createPointBench, type Point, type PointBench } from '../point-bench.ts';
import { pointSpread } from '../point-spread.ts';
import { type Check, checkOf, relative, rowOf, type Series, type ValidationRow } from '../report.ts';
import { fullWidth, fullWidthOfHalf, peakOf } from '../width.ts';

/** Fine along the line, so that a width of five samples is not read off four; every target in the middle of the four ranges
 *  that share a kernel. */
const GRID = { startMm: 1.1325, mmPerSample: 0.005, samples: 892 } as const;
const ORBIT_MM = 0.3;
const UM = 1000;
/** Elevations at which points are laid one after another, mm. */
const RISE_MM = 0.016;
const RISES = 34;

/** What the picture shows of a point at each depth. */
interface Shown {
  readonly axialUm: readonly number[];
  readonly lateralDeg: readonly number[];
  readonly elevationUm: readonly number[];
}

const measure = (bench: PointBench): Shown => {
  const pointsAt = (along: number): Point[] =>
    PEER_DEPTHS_MM.map((depth) => ({ x: depth + ORBIT_MM, y: 0, along, amplitude: 1 }));
  const { lines } = bench.bench.plan.settings;
  const onAxis = bench.frame(pointsAt(0));
  const window = (depth: number): readonly [number, number] => {
    const k = sampleAtMm(onAxis, depth + ORBIT_MM);
    return [k - 32, k + 32];
  };
  const along = (frame: typeof onAxis, line: number, depth: number): Float64Array => {
    const [from, to] = window(depth);
    return Float64Array.from({ length: to - from }, (_, i) => amplitudeAt(frame, line, from + i));
  };
  const rising = Array.from({ length: RISES }, (_, i) => bench.frame(pointsAt(i * RISE_MM)));
  const half = lines / 8;
  return {
    axialUm: PEER_DEPTHS_MM.map((depth) => fullWidth(along(onAxis, 0, depth)) * GRID.mmPerSample * UM),
    lateralDeg: PEER_DEPTHS_MM.map((depth) => {
      const across = Float64Array.from(
        { length: 2 * half + 1 },
        (_, i) => peakOf(along(onAxis, i - half, depth)).value,
      );
      return (fullWidth(across) * 360) / lines;
    }),
    elevationUm: PEER_DEPTHS_MM.map(
      (depth) => fullWidthOfHalf(rising.map((frame) => peakOf(along(frame, 0, depth)).value)) * RISE_MM * UM,
    ),
  };
};

/** Below this depth the peer blurs the edges of the face: it misses the length, and the slice at 1.5 mm. */
const blurredBelow = (frequencyMHz: number): number => (frequencyMHz === 40 ? 1 : 1.5);
const NEAR_MM = 1.5;

const checksOf = (peer: PeerWidths, probe: Probe, shown: Shown): Check[] => {
  const { frequencyMHz, apertureMm, focusMm } = peer;
  const element = { frequencyMHz, apertureMm, ...(focusMm === null ? {} : { focusMm }) };
  const checks: Check[] = [];
  PEER_DEPTHS_MM.forEach((depthMm, i) => {
    const at = { ...element, depthMm };
    const lateral = peer.lateralDeg[i]!;
    checks.push(
      checkOf({
        what: 'lateralWidth',
        at,
        measured: shown.lateralDeg[i]!,
        reference: lateral,
        tolerance: relative(lateral, depthMm < NEAR_MM ? 0.2 : 0.1),
        unit: 'deg',
        source: 'peer',
      }),
    );
    const near = depthMm <= NEAR_MM;
    const exact = near || !peer.axialUm || !peer.elevationUm ? pointSpread(probe, depthMm) : null;
    const blurred = depthMm <= blurredBelow(frequencyMHz);
    const peerAxial = blurred ? undefined : peer.axialUm?.[i];
    const axial = peerAxial ?? exact!.axialMm * UM;
    checks.push(
      checkOf({
        what: 'axialWidth',
        at,
        measured: shown.axialUm[i]!,
        reference: axial,
        tolerance: relative(axial, 0.1),
        unit: 'um',
        source: peerAxial === undefined ? 'simulator' : 'peer',
        ...(blurred && peer.axialUm ? { note: 'peerNearElement' } : {}),
      }),
    );
    const peerSlice = near ? undefined : peer.elevationUm?.[i];
    const slice = peerSlice ?? exact!.elevationMm * UM;
    checks.push(
      checkOf({
        what: 'elevationWidth',
        at,
        measured: shown.elevationUm[i]!,
        reference: slice,
        tolerance: relative(slice, 0.1),
        unit: 'um',
        source: peerSlice === undefined ? 'simulator' : 'peer',
        ...(near && peer.elevationUm ? { note: 'peerNearElement' } : {}),
      }),
    );
  });
  return checks;
};

export const pointSpreadRow = (lab: Lab): ValidationRow => {
  const checks: Check[] = [];
  const series: Series[] = [];
  for (const peer of PEER_WIDTHS) {
    const { frequencyMHz, apertureMm, focusMm, lateralDeg } = peer;
    const settings = bare({ ...GRID, probe: { frequencyMHz, apertureMm, focusMm } });
    const shown = measure(createPointBench(settings, lab.path, PEER_DEPTHS_MM.length));
    checks.push(...checksOf(peer, settings.probe, shown));
    const at = { frequencyMHz, apertureMm, ...(focusMm === null ? {} : { focusMm }) };
    series.push(
      { name: 'measured', at, x: PEER_DEPTHS_MM, y: shown.lateralDeg, style: 'line' },
      { name: 'peer', at, x: PEER_DEPTHS_MM, y: lateralDeg, style: 'points' },
    );
  }
  return rowOf('pointSpread', checks, {
    x: { label: 'depthMm', unit: 'mm' },
    y: { label: 'lateralWidth', unit: 'deg' },
    series,
  });
};
