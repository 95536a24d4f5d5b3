/**
 * @file The speckle that the field simulator would show of endless fine tissue, without drawing any scatterers.
 *
 * Speckle of very many scatterers is Gaussian, so its correlation is that of the echoes: sum over all points of the echo in
 * one place times the conjugate echo in the other; intensity correlates as its square (Wagner et al., IEEE Trans. Sonics
 * Ultrason. 30 (1983) 156). Echoes of points at one range stand for those of all ranges nearby: the beam changes slowly.
 */
import type { Probe } from '../frame.ts';
import { createFieldSimulator, type FieldOptions } from './field-simulator.ts';
import { gridAbout, lineOfPoint, reachOf } from './point-spread.ts';
import { TISSUE_SPEED } from './two-way-spectrum.ts';
import { fullWidthOfHalf } from './width.ts';

export interface ExpectedSpeckle {
  /** Full widths at half of the intensity's correlation: across lines, along the line, along the catheter. */
  readonly lateralRad: number;
  readonly axialMm: number;
  readonly elevationMm: number;
  /** Magnitude of the complex correlation after turning by 0, 1, 2 ... steps, and after shifting along the catheter. */
  readonly turned: { readonly stepRad: number; readonly values: Float64Array };
  readonly shifted: { readonly stepMm: number; readonly values: Float64Array };
  /** Root mean square of the envelope, for one unit scatterer per mm^3: diffraction's part of brightness by depth. */
  readonly level: number;
}

/** Places per zero of the far field (lambda z / a); the beam has no structure finer than half of one. */
const PER_ZERO = 10;
/** How far the correlation along the catheter is followed at least: what the pullback test asks for. */
const SHIFT_MM = 0.3;
/** Samples per wavelength of depth. */
const PER_WAVE = 8;

/** |sum of a conj(b)| over pairs of lines, per lag, relative to lag 0. */
const relativeTo0 = (re: Float64Array, im: Float64Array): Float64Array =>
  Float64Array.from(re, (v, lag) => Math.hypot(v, im[lag]!) / re[0]!);

export const expectedSpeckle = (probe: Probe, depthMm: number, options?: FieldOptions): ExpectedSpeckle => {
  const sim = createFieldSimulator(probe, options);
  const grid = gridAbout(probe, depthMm, PER_WAVE);
  const range = depthMm + probe.orbitMm;
  const zeroMm = (TISSUE_SPEED * depthMm) / (probe.frequencyMHz * probe.apertureMm);
  const stepMm = zeroMm / PER_ZERO;
  const reach = Math.ceil(reachOf(probe, depthMm) / stepMm);
  const stepRad = stepMm / range;
  // one quarter of the beam; the others mirror it
  const quarter: Float64Array[][] = Array.from({ length: reach + 1 }, (_, a) =>
    Array.from({ length: reach + 1 }, (_, e) =>
      lineOfPoint(sim, probe, grid, depthMm, a * stepRad, e * stepMm),
    ),
  );
  const at = (a: number, e: number): Float64Array | undefined => quarter[Math.abs(a)]?.[Math.abs(e)];

  const lags = 2 * PER_ZERO + 1;
  const correlate = (lagA: number, lagE: number): readonly [number, number] => {
    let re = 0;
    let im = 0;
    for (let a = -reach; a <= reach; a++) {
      for (let e = -reach; e <= reach; e++) {
        const p = at(a, e)!;
        const q = at(a + lagA, e + lagE);
        if (!q) continue;
        for (let k = 0; k < p.length; k += 2) {
          re += p[k]! * q[k]! + p[k + 1]! * q[k + 1]!;
          im += p[k + 1]! * q[k]! - p[k]! * q[k + 1]!;
        }
      }
    }
    return [re, im];
  };
  const curve = (lagOf: (lag: number) => readonly [number, number], count: number): Float64Array => {
    const re = new Float64Array(count);
    const im = new Float64Array(count);
    for (let lag = 0; lag < count; lag++) [re[lag], im[lag]] = lagOf(lag);
    return relativeTo0(re, im);
  };
  const turned = curve((lag) => correlate(lag, 0), lags);
  const shifted = curve((lag) => correlate(0, lag), Math.max(lags, Math.ceil(SHIFT_MM / stepMm) + 2));
  const along = curve((lag) => axialLag(quarter, lag), 3 * PER_WAVE);
  const square = (values: Float64Array) => values.map((v) => v * v);
  const cellMm3 = stepMm * stepMm * grid.mmPerSample;
  return {
    lateralRad: fullWidthOfHalf(square(turned)) * stepRad,
    elevationMm: fullWidthOfHalf(square(shifted)) * stepMm,
    axialMm: fullWidthOfHalf(square(along)) * grid.mmPerSample,
    turned: { stepRad, values: turned },
    shifted: { stepMm, values: shifted },
    level: Math.sqrt(correlate(0, 0)[0] * cellMm3),
  };
};

/** The same along the line: each echo against itself `lag` samples on. Mirrored quarters count as often as they occur. */
const axialLag = (quarter: readonly (readonly Float64Array[])[], lag: number): readonly [number, number] => {
  let re = 0;
  let im = 0;
  quarter.forEach((row, a) => {
    row.forEach((line, e) => {
      const copies = (a === 0 ? 1 : 2) * (e === 0 ? 1 : 2);
      for (let k = 0; k + 2 * lag < line.length; k += 2) {
        const j = k + 2 * lag;
        re += copies * (line[k]! * line[j]! + line[k + 1]! * line[j + 1]!);
        im += copies * (line[k + 1]! * line[j]! - line[k]! * line[j + 1]!);
      }
    });
  });
  return [re, im];
};
