/** @file How the field simulator sees one point: length, width, slice and strength of its echo. */
import type { Probe } from '../frame.ts';
import {
  createFieldSimulator,
  type DepthGrid,
  type FieldOptions,
  type FieldSimulator,
} from './field-simulator.ts';
import { TISSUE_SPEED } from './two-way-spectrum.ts';
import { fullWidth, fullWidthOfHalf, peakOf } from './width.ts';

/** Samples of depth per wavelength: the envelope is smooth over a quarter of one. */
const FINE = 20;
/** Places on one side of the beam at which its profile is taken. */
const PLACES = 60;

/** Depths about a target that hold its echo from every place in the beam. */
export const gridAbout = (probe: Probe, depthMm: number, perWave = FINE): DepthGrid => {
  const wave = TISSUE_SPEED / probe.frequencyMHz;
  const mmPerSample = wave / perWave;
  const startMm = Math.max(0.05, depthMm - 6 * wave);
  const endMm = depthMm + 6 * wave + (0.75 * probe.apertureMm) ** 2 / depthMm;
  return { startMm, mmPerSample, samples: Math.ceil((endMm - startMm) / mmPerSample) };
};

/** Half of the beam's extent that is looked at, mm across: the face and two zeros of the far field. */
export const reachOf = (probe: Probe, depthMm: number): number =>
  0.6 * probe.apertureMm + (2 * TISSUE_SPEED * depthMm) / (probe.frequencyMHz * probe.apertureMm);

/** Complex line of an element turned by `angleRad`, of a point on the axis of line 0 and `elevationMm` along. */
export const lineOfPoint = (
  sim: FieldSimulator,
  probe: Probe,
  grid: DepthGrid,
  depthMm: number,
  angleRad: number,
  elevationMm: number,
): Float64Array => sim.line(grid, angleRad, [depthMm + probe.orbitMm, 0, elevationMm, 1]);

const envelopeOf = (line: Float64Array): Float64Array =>
  Float64Array.from({ length: line.length / 2 }, (_, i) => Math.hypot(line[2 * i]!, line[2 * i + 1]!));

export interface PointSpread {
  /** Full widths at half of the envelope's peak. */
  readonly axialMm: number;
  readonly lateralRad: number;
  /** The lateral width as an arc about the catheter axis. */
  readonly lateralMm: number;
  readonly elevationMm: number;
  /** Echo of the point on the axis; 1 / z^2 far out. */
  readonly peak: number;
}

/** Widths of a point's echo at a depth from the element's face. */
export const pointSpread = (probe: Probe, depthMm: number, options?: FieldOptions): PointSpread => {
  const sim = createFieldSimulator(probe, options);
  const grid = gridAbout(probe, depthMm);
  const step = reachOf(probe, depthMm) / PLACES;
  const range = depthMm + probe.orbitMm;
  const strongest = (angleRad: number, elevationMm: number): number =>
    peakOf(envelopeOf(lineOfPoint(sim, probe, grid, depthMm, angleRad, elevationMm))).value;
  const across = Float64Array.from({ length: PLACES }, (_, i) => strongest((i * step) / range, 0));
  const along = Float64Array.from({ length: PLACES }, (_, i) => strongest(0, i * step));
  const axis = envelopeOf(lineOfPoint(sim, probe, grid, depthMm, 0, 0));
  const lateralMm = fullWidthOfHalf(across) * step;
  return {
    axialMm: fullWidth(axis) * grid.mmPerSample,
    lateralRad: lateralMm / range,
    lateralMm,
    elevationMm: fullWidthOfHalf(along) * step,
    peak: peakOf(axis).value,
  };
};
