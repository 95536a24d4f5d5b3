/**
 * @file The beam as an engine of delayed pulses needs it: one complex number by angle and elevation.
 *
 * Such an engine lays a point at its own range and direction with the phase of that range, spreads it over the neighbouring
 * lines with a complex kernel, and along the line with one pulse p. The kernel that comes closest to what an element
 * turned by an angle hears is the projection K = <line, p> / <p, p>. Its phase is the curvature of the wave front, both ways.
 */
import type { Probe } from '../frame.ts';
import { createFieldSimulator, type DepthGrid, type FieldOptions } from './field-simulator.ts';
import { gridAbout, lineOfPoint } from './point-spread.ts';
import { pulseAt, TISSUE_SPEED } from './two-way-spectrum.ts';

export interface ComplexBeam {
  readonly anglesRad: readonly number[];
  readonly elevationsMm: readonly number[];
  /** Real and imaginary part of K at [angle][elevation], elevation fastest; near 1 / z^2 facing a far point. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Energy of each line, in units of the pulse's: |K|^2 where the echo has the pulse's shape, else more. */
  readonly energy: Float64Array;
}

/** The echo of a point at `rangeMm` from a face that is in phase all over. */
const idealLine = (probe: Probe, grid: DepthGrid, rangeMm: number, speed?: number): Float64Array => {
  const line = new Float64Array(2 * grid.samples);
  const turn = ((-4 * Math.PI) / (speed ?? TISSUE_SPEED)) * probe.frequencyMHz * rangeMm;
  for (let n = 0; n < grid.samples; n++) {
    const [a, b] = pulseAt(probe, grid.startMm + n * grid.mmPerSample - rangeMm, speed);
    line[2 * n] = a * Math.cos(turn) - b * Math.sin(turn);
    line[2 * n + 1] = a * Math.sin(turn) + b * Math.cos(turn);
  }
  return line;
};

export const complexBeam = (
  probe: Probe,
  depthMm: number,
  anglesRad: readonly number[],
  elevationsMm: readonly number[],
  options?: FieldOptions,
): ComplexBeam => {
  const sim = createFieldSimulator(probe, options);
  const grid = gridAbout(probe, depthMm);
  const pulse = idealLine(probe, grid, depthMm, options?.speedMmPerUs);
  const unit = pulse.reduce((sum, v) => sum + v * v, 0);
  const count = anglesRad.length * elevationsMm.length;
  const re = new Float64Array(count);
  const im = new Float64Array(count);
  const energy = new Float64Array(count);
  anglesRad.forEach((angle, a) => {
    elevationsMm.forEach((elevation, e) => {
      const i = a * elevationsMm.length + e;
      const line = lineOfPoint(sim, probe, grid, depthMm, angle, elevation);
      for (let k = 0; k < line.length; k += 2) {
        re[i]! += (line[k]! * pulse[k]! + line[k + 1]! * pulse[k + 1]!) / unit;
        im[i]! += (line[k + 1]! * pulse[k]! - line[k]! * pulse[k + 1]!) / unit;
        energy[i]! += (line[k]! ** 2 + line[k + 1]! ** 2) / unit;
      }
    });
  });
  return { anglesRad, elevationsMm, re, im, energy };
};

/**
 * The best complex correlation with the field simulator that an engine of one pulse can reach in fine tissue at this depth,
 * whatever its kernel: sqrt(sum |K|^2 / sum energy) over a beam that is sampled evenly, 0 first in both directions.
 */
export const onePulseBound = (beam: ComplexBeam): number => {
  const columns = beam.elevationsMm.length;
  let caught = 0;
  let all = 0;
  beam.energy.forEach((energy, i) => {
    const copies = (i < columns ? 1 : 2) * (i % columns === 0 ? 1 : 2);
    caught += copies * (beam.re[i]! ** 2 + beam.im[i]! ** 2);
    all += copies * energy;
  });
  return Math.sqrt(caught / all);
};

/** Phases of a row of complex numbers in the order given, rad, without jumps of 2 pi between neighbours. */
export const unwrappedPhase = (re: ArrayLike<number>, im: ArrayLike<number>): Float64Array => {
  const phase = new Float64Array(re.length);
  for (let i = 0; i < re.length; i++) {
    const raw = Math.atan2(im[i]!, re[i]!);
    const before = i === 0 ? raw : phase[i - 1]!;
    phase[i] = raw + 2 * Math.PI * Math.round((before - raw) / (2 * Math.PI));
  }
  return phase;
};

/**
 * How badly K(angle) E(elevation) stands in for the beam: largest |K - K(angle, 0) K(0, elevation) / K(0, 0)| relative to the
 * beam's largest magnitude, where the beam is above `share` of that. Needs 0 first among angles and elevations.
 */
export const separableError = (beam: ComplexBeam, share = 0.5): number => {
  const columns = beam.elevationsMm.length;
  const { re, im } = beam;
  const top = re.reduce((most, v, i) => Math.max(most, Math.hypot(v, im[i]!)), 0);
  const centre = re[0]! ** 2 + im[0]! ** 2;
  let worst = 0;
  for (let i = 0; i < re.length; i++) {
    if (Math.hypot(re[i]!, im[i]!) < share * top) continue;
    const a = i - (i % columns);
    const e = i % columns;
    const productRe = re[a]! * re[e]! - im[a]! * im[e]!;
    const productIm = re[a]! * im[e]! + im[a]! * re[e]!;
    const missRe = re[i]! - (productRe * re[0]! + productIm * im[0]!) / centre;
    const missIm = im[i]! - (productIm * re[0]! - productRe * im[0]!) / centre;
    worst = Math.max(worst, Math.hypot(missRe, missIm));
  }
  return worst / top;
};
